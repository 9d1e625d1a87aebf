import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadJob, ThreadWork } from './worker.server.ts';

// The program of every thread: does one work after another, each from a file of our own. See worker.server.ts.

const say = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', (job: ThreadJob) => void doWork(job));

async function doWork({ file, data }: ThreadJob): Promise<void> {
  try {
    // Whoever names the file of a work knows that it exports one.
    const { work } = (await import(pathToFileURL(file).href)) as {
      work: ThreadWork<unknown, unknown>;
    };
    await work(data, (message) => say({ kind: 'said', message }));
    say({ kind: 'done' });
  } catch (fault) {
    say({ kind: 'threw', fault: fault instanceof Error ? (fault.stack ?? '') : String(fault) });
  }
}
