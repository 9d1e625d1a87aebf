import { err, type Result } from '#core/result';
import type { Spine } from '#modules/vocabulary';
import { inThread, WorkerFault } from '#platform/worker.server';
import type { FileProblem } from './problems.ts';
import type { ReadingInput } from './reading-work.server.ts';
import type { ImportFile } from './rows.ts';

const readingWork = 'modules/maps/import/reading-work.server.ts';
const mostSeconds = 60; // for the largest file that is taken, on a small and busy machine

/**
 * Reads a spreadsheet of services in a thread beside the one that answers requests.
 * Refuses: what `readImportFile` refuses, and what takes more time or memory than a thread has.
 */
export async function readBeside(
  bytes: Uint8Array,
  { factors, ages }: Pick<Spine, 'factors' | 'ages'>
): Promise<Result<ImportFile, FileProblem>> {
  let answer: Result<ImportFile, FileProblem> | undefined;
  const input: ReadingInput = { bytes, spine: { factors, ages } };
  const hear = (read: Result<ImportFile, FileProblem>) => void (answer = read);
  try {
    await inThread(readingWork, input, hear, { seconds: mostSeconds });
  } catch (fault) {
    if (!(fault instanceof WorkerFault) || fault.reason === 'threw') throw fault;
    return err({ kind: 'took-too-long' });
  }
  if (answer === undefined) throw new Error('The reader of services said nothing.');
  return answer;
}
