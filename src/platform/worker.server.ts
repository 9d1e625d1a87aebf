import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** A thread that did not end well: it threw, or it took more memory than it was given. */
export class WorkerFault extends Error {
  readonly isOutOfMemory: boolean;

  constructor(cause: unknown) {
    super('A worker thread ended before its work was done', { cause });
    const code = (cause as { code?: unknown } | null)?.code; // errors of Node have one
    this.isOutOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

const mostMegabytes = 1024;

/**
 * Runs a file of our own in a thread beside the one that answers requests, hands it `data`, and hears each of its messages in turn.
 * Messages wait while one is being heard. Answers once the thread has ended and every message was heard.
 *
 * `file` is named from `src`: the built pages stand elsewhere, the sources stay where they are.
 * Refuses: throws `WorkerFault`, and whatever `hear` throws, after stopping the thread.
 */
export async function inThread<Message>(
  file: string,
  data: unknown,
  hear: (message: Message) => Promise<void>
): Promise<void> {
  const worker = new Worker(path.join(sourceFolder(), file), {
    workerData: data,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }
  });
  let heard = Promise.resolve();
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        heard = heard.then(() => hear(message));
        heard.catch(reject);
      });
      worker.once('error', (fault) => reject(new WorkerFault(fault)));
      worker.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new WorkerFault(new Error(`exit code ${code}`)));
      });
    });
    await heard;
  } finally {
    await worker.terminate();
  }
}

/** The folder `src` of this Cairn, found upwards: from `src/platform`, or from where the build put this module. */
function sourceFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'src');
    if (fs.existsSync(path.join(found, 'platform/web-server.ts'))) return found;
    if (folder === path.dirname(folder)) throw new Error('The sources of Cairn are not beside it.');
  }
}
