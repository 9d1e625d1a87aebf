import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Why a thread's work came to nothing: it threw, took more memory than it was given, or more time. */
export type WorkerFaultReason = 'threw' | 'out-of-memory' | 'too-long';

/** A thread that did not end well. */
export class WorkerFault extends Error {
  readonly reason: WorkerFaultReason;

  constructor(reason: WorkerFaultReason, cause?: unknown) {
    super(`A worker thread ended before its work was done: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What a file of our own exports to be run in a thread: does its work and says what it finds, message by message. */
export type ThreadWork<Data, Message> = (
  data: Data,
  say: (message: Message) => void
) => Promise<void>;

/** What a thread is told, and what it answers. */
export type ThreadJob = { readonly file: string; readonly data: unknown };
export type ThreadAnswer =
  | { readonly kind: 'said'; readonly message: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'threw'; readonly fault: string };

const mostMegabytes = 1024; // of each thread's heap
const mostAtOnce = Math.min(4, Math.max(2, os.availableParallelism()));
const longestIdle = 30_000; // milliseconds

/** Threads that have nothing to do for the moment; starting one takes longer than most files. */
const idle = new Map<Worker, NodeJS.Timeout>();
let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Has a file of our own do its work in a thread beside the one that answers requests: hands it `data`, and hears each of its messages in
 * turn. Messages wait while one is being heard. Answers once the work is done and every message was heard. A few works go on at once,
 * the others wait for their turn.
 *
 * `file` is named from `src` and exports `work`: the built pages stand elsewhere, the sources stay where they are.
 * Units: `seconds` from the work's beginning, waiting for a turn and hearing left out.
 * Refuses: throws `WorkerFault`, and whatever `hear` throws, after stopping the thread.
 */
export async function inThread<Message>(
  file: string,
  data: unknown,
  hear: (message: Message) => Promise<void> | void,
  { seconds }: { readonly seconds: number }
): Promise<void> {
  if (busy >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  busy += 1;
  try {
    const worker = takeThread();
    let isReusable = false;
    try {
      await workDone(worker, { file: path.join(sourceFolder(), file), data }, hear, seconds);
      isReusable = true;
    } finally {
      if (isReusable) putBack(worker);
      else await worker.terminate();
    }
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

async function workDone<Message>(
  worker: Worker,
  job: ThreadJob,
  hear: (message: Message) => Promise<void> | void,
  seconds: number
): Promise<void> {
  let heard: Promise<void> = Promise.resolve();
  const end = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const on = <Value>(event: string, hearer: (value: Value) => void) => {
        worker.on(event, hearer);
        end.signal.addEventListener('abort', () => worker.off(event, hearer));
      };
      const tooLong = setTimeout(() => reject(new WorkerFault('too-long')), seconds * 1000);
      end.signal.addEventListener('abort', () => clearTimeout(tooLong));
      on('message', (answer: ThreadAnswer) => {
        if (answer.kind === 'done') resolve();
        else if (answer.kind === 'threw') reject(new WorkerFault('threw', answer.fault));
        else {
          // The file's own work sends nothing else.
          heard = heard.then(() => hear(answer.message as Message));
          heard.catch(reject);
        }
      });
      on('error', (fault: NodeJS.ErrnoException) => {
        const isOutOfMemory = fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new WorkerFault(isOutOfMemory ? 'out-of-memory' : 'threw', fault));
      });
      on('exit', (code) => reject(new WorkerFault('threw', new Error(`exit code ${code}`))));
      worker.postMessage(job);
    });
    await heard;
  } finally {
    end.abort();
  }
}

function takeThread(): Worker {
  const [known] = idle;
  if (known !== undefined) {
    const [worker, timer] = known;
    clearTimeout(timer);
    idle.delete(worker);
    worker.ref();
    return worker;
  }
  const worker = new Worker(path.join(sourceFolder(), 'platform/thread.ts'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }
  });
  // A thread that is being stopped, or is idle, may still fail; nobody waits for it any more.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
  });
  return worker;
}

function putBack(worker: Worker): void {
  const timer = setTimeout(() => void worker.terminate(), longestIdle);
  timer.unref();
  idle.set(worker, timer);
  worker.unref();
}

/** The folder `src` of this Cairn, found upwards: from `src/platform`, or from where the build put this module. */
function sourceFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'src');
    if (fs.existsSync(path.join(found, 'web/web-server.ts'))) return found;
    if (folder === path.dirname(folder)) throw new Error('The sources of Cairn are not beside it.');
  }
}
