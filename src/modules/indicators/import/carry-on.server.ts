import type { Actor, Command, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { log } from '#platform/log.server';
import { inThread, WorkerFault } from '#platform/worker.server';
import type { FileProblem } from './problems.ts';
import { readFile, type ReadingInput, type ReadingMessage, type Task } from './read-file.server.ts';
import { endReading, keepOverview, keepRows, lookAgain, merge, nextStep } from './steps.server.ts';

type Work = {
  readonly actor: Actor;
  readonly place: PartnershipId;
  readonly id: string;
  readonly world: World;
};

/** What is under way in this process, by file. One file at a time: each may take a good part of the memory. */
const underWay = new Map<string, Promise<void>>();
let last: Promise<void> = Promise.resolve();

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
  const turn = last
    .then(() => stepByStep({ actor, place, id, world }))
    .finally(() => underWay.delete(id));
  underWay.set(id, turn);
  last = turn;
  return turn;
}

async function stepByStep(work: Work): Promise<void> {
  try {
    while (await takesAStep(work));
  } catch (fault) {
    if (fault instanceof Gone) return;
    log.error({ import: work.id, err: fault }, 'a file of values could not be taken further');
    const isTooLarge = fault instanceof WorkerFault && fault.isOutOfMemory;
    const problem = { kind: 'reading-broke-off', isTooLarge } as const;
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
      await reads(work, step.bytes, { kind: 'look', headingRow: step.headingRow });
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

/**
 * A text as short as this is read sooner than a thread starts. What a workbook unpacks to is not known before: none counts as short.
 */
const shortText = 100_000; // bytes
const isShort = (bytes: Uint8Array) =>
  bytes.length <= shortText && !(bytes[0] === 0x50 && bytes[1] === 0x4b);
const readerThread = 'modules/indicators/import/import-worker.server.ts';

/** Reads a file and keeps what it finds. False when the file cannot be read. */
async function reads(work: Work, bytes: Uint8Array, task: Task): Promise<boolean> {
  let problem: FileProblem | null = null;
  const input: ReadingInput = { bytes, task };
  const hear = async (said: ReadingMessage) => {
    if (said.kind === 'problem') problem = said.problem;
    else if (said.kind === 'overview') await give(work, keepOverview, { overview: said.overview });
    else await give(work, keepRows, { json: said.json, row: said.row });
  };
  if (isShort(bytes)) {
    const said: ReadingMessage[] = [];
    await readFile(input, (message) => said.push(message));
    for (const message of said) await hear(message);
  } else await inThread(readerThread, input, hear);
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
