import { parentPort, workerData } from 'node:worker_threads';
import { readFile, type ReadingInput } from './read-file.server.ts';

// The thread that reads large files and workbooks, so that the one which answers requests never waits for them.
await readFile(workerData as ReadingInput, (message) => parentPort?.postMessage(message)); // whoever starts it gives it this
