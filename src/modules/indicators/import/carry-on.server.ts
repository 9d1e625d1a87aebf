import type { Actor, Command, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { log } from '#web/log.server';
import { inThread, WorkerFault } from '#platform/worker.server';
import type { FileProblem } from './problems.ts';
import type { ReadingInput, ReadingMessage, Task } from './read-file.server.ts';
import { endReading, keepOverview, keepRows, lookAgain, merge, nextStep } from './steps.server.ts';

type Work = {
  readonly actor: Actor;
  readonly place: PartnershipId;
  readonly id: string;
  readonly world: World;
};

/** What is under way in this process, by file; and the last file of each place, for those of one place follow one another. */
const underWay = new Map<string, Promise<void>>();
const lastOf = new Map<PartnershipId, Promise<void>>();

/** Whether this process is at work on a file, or will be when those before it are done. */
export function isUnderWay(id: string): boolean {
  return underWay.has(id);
}

/**
 * Takes a file as far as it goes without anybody: reads it, checks it, merges it. Comes back when the file waits for somebody, is merged,
 * or could not be read; never throws. Asked for a file that is under way already, it waits for that.
 */
export function carryOn(
  actor: Actor,
  place: PartnershipId,
  id: string,
  world: World
): Promise<void> {
  const started = underWay.get(id);
  if (started !== undefined) return started;
  const before = lastOf.get(place) ?? Promise.resolve();
  const turn = before
    .then(() => stepByStep({ actor, place, id, world }))
    .finally(() => {
      underWay.delete(id);
      if (lastOf.get(place) === turn) lastOf.delete(place);
    });
  underWay.set(id, turn);
  lastOf.set(place, turn);
  return turn;
}

async function stepByStep(work: Work): Promise<void> {
  try {
    while (await takesAStep(work));
  } catch (fault) {
    if (fault instanceof Gone) return;
    log.error({ import: work.id, err: fault }, 'a file of values could not be taken further');
    const reason = fault instanceof WorkerFault ? fault.reason : 'threw';
    const problem: FileProblem =
      reason === 'too-long'
        ? { kind: 'took-too-long' }
        : { kind: 'reading-broke-off', isTooLarge: reason === 'out-of-memory' };
    await give(work, endReading, { problem }).catch(() => undefined); // the file was let go of, or the database is
  }
}

/** Does what a file needs next; false when there is nothing to do without somebody. */
async function takesAStep(work: Work): Promise<boolean> {
  const step = await give(work, nextStep, {});
  switch (step.kind) {
    case 'none':
      return false;
    case 'look':
      await reads(work, step.bytes, {
        kind: 'look',
        headingRow: step.headingRow,
        sheet: step.sheet
      });
      return true;
    case 'check': {
      const { bytes, ...task } = step;
      const isRead = await reads(work, bytes, task);
      if (isRead) await give(work, endReading, { problem: null });
      return isRead;
    }
    case 'merge': {
      const answer = await merge.run(work.actor, work.place, { id: work.id }, work.world);
      if (answer.ok) return !answer.value.isMerged;
      if (answer.error.kind !== 'changed-since-preview') throw new Gone();
      await give(work, lookAgain, {});
      return false;
    }
  }
}

const readingWork = 'modules/indicators/import/reading-work.server.ts';
const mostSeconds = 180; // for the largest file that is taken, on a small and busy machine

/** Reads a file and keeps what it finds. False when the file cannot be read. */
async function reads(work: Work, bytes: Uint8Array, task: Task): Promise<boolean> {
  let problem: FileProblem | null = null;
  const input: ReadingInput = { bytes, task };
  const hear = async (said: ReadingMessage) => {
    if (said.kind === 'problem') problem = said.problem;
    else if (said.kind === 'overview') await give(work, keepOverview, { overview: said.overview });
    else await give(work, keepRows, { rows: said.rows, row: said.row });
  };
  await inThread(readingWork, input, hear, { seconds: mostSeconds });
  if (problem === null) return true;
  await give(work, endReading, { problem });
  return false;
}

/** Somebody let go of the file while it was being read, or may not do this any more. */
class Gone extends Error {}

async function give<Value>(
  { actor, place, id, world }: Work,
  command: Command<Value, { readonly kind: string }>,
  input: object
): Promise<Value> {
  const answer = await command.run(actor, place, { id, ...input }, world);
  if (!answer.ok) throw new Gone(answer.error.kind);
  return answer.value;
}
