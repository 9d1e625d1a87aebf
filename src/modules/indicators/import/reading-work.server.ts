import type { ThreadWork } from '#platform/worker.server';
import { readFile, type ReadingInput, type ReadingMessage } from './read-file.server.ts';

/** The reading of a file of values, as a thread does it: the one which answers requests never waits for a file. */
export const work: ThreadWork<ReadingInput, ReadingMessage> = (input, say) => readFile(input, say);
