import type { Result } from '#core/result';
import type { Spine } from '#modules/vocabulary';
import type { ThreadWork } from '#platform/worker.server';
import type { FileProblem } from './problems.ts';
import { readImportFile } from './read-file.server.ts';
import type { ImportFile } from './rows.ts';

/** What a thread needs to read a file of services. */
export type ReadingInput = {
  readonly bytes: Uint8Array;
  readonly spine: Pick<Spine, 'factors' | 'ages'>;
};

/** The reading of a file of services, as a thread does it. */
export const work: ThreadWork<ReadingInput, Result<ImportFile, FileProblem>> = async (
  { bytes, spine },
  say
) => {
  say(await readImportFile(Buffer.from(bytes), spine));
};
