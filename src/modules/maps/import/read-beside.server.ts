import { err, type Result } from '#core/result';
import { inThread, WorkerFault } from '#platform/worker.server';
import type { ImportDraft } from './draft.ts';
import type { FileProblem } from './problems.ts';
import type { ReadingInput } from './reading-work.server.ts';

const readingWork = 'modules/maps/import/reading-work.server.ts';
const mostSeconds = 60; // for the largest file that is taken, on a small and busy machine

/**
 * Reads a file of services, or takes one further, in a thread beside the one that answers requests.
 * Refuses: what the reader refuses, and what takes more time or memory than a thread has.
 */
export async function readBeside({
  from,
  said,
  spine: { factors, ages, stages }
}: ReadingInput): Promise<Result<ImportDraft, FileProblem>> {
  let answer: Result<ImportDraft, FileProblem> | undefined;
  const input: ReadingInput = { from, said, spine: { factors, ages, stages } };
  const hear = (read: Result<ImportDraft, FileProblem>) => void (answer = read);
  try {
    await inThread(readingWork, input, hear, { seconds: mostSeconds });
  } catch (fault) {
    if (!(fault instanceof WorkerFault) || fault.reason === 'threw') throw fault;
    return err({ kind: fault.reason === 'too-long' ? 'took-too-long' : 'swelling-file' });
  }
  if (answer === undefined) throw new Error('The reader of services said nothing.');
  return answer;
}
