import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { addSession, viewLearning } from '#modules/learning/server';
import type { World } from '#platform/command';
import { troubleIn } from '#platform/database-trouble';
import { inTransaction, ping } from '#platform/database';
import type { TestPlace } from './world.ts';

/** What became of the work of readers and writers while the database was ended again and again. */
export type StormReport = {
  /** Titles whose saving was acknowledged, was said not to have happened, and was said to be unknown. */
  readonly acknowledged: readonly string[];
  readonly refused: readonly string[];
  readonly unsure: readonly string[];
  readonly reads: number;
  /** Questions that an ending cut off while the database was at them; one is put before each ending. */
  readonly cutOff: number;
  /** Errors that were none of the database's being away. */
  readonly faults: readonly unknown[];
  /** Titles found when everything was quiet again. */
  readonly saved: ReadonlySet<string>;
};

/** Ways to end a server: at once as a crash would, "immediate", and "fast", which ends connections in order. */
const endings = ['SIGKILL', 'SIGQUIT', 'SIGINT'] as const;

/** The first process of the embedded server in this folder, or 0. */
export function postmasterOf(home: string): number {
  try {
    const file = path.join(home, 'pg18', 'postmaster.pid');
    return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    // The server that ends takes its file along, at any moment.
    return 0;
  }
}

/**
 * Ends the server `restarts` times, each time after `calm` milliseconds of work and when something has been saved since the last, while
 * four write and four read without pause.
 * Assumes: somebody starts the server again. Refuses: throws when Cairn has not answered within `patience` milliseconds of an ending.
 */
export async function restartStorm(
  world: World,
  place: TestPlace,
  home: string,
  { restarts, calm, patience }: { restarts: number; calm: number; patience: number }
): Promise<StormReport> {
  const acknowledged: string[] = [];
  const refused: string[] = [];
  const unsure: string[] = [];
  const faults: unknown[] = [];
  let reads = 0;
  let cutOff = 0;
  let isOver = false;

  const write = async (writer: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      const title = `Session ${writer}.${turn}`;
      try {
        const input = { title, startsOn: '2026-02-20' };
        const answer = await addSession.run(place.people.lead, place.id, input, world);
        if (answer.ok) acknowledged.push(title);
        else faults.push(answer.error);
      } catch (fault) {
        const trouble = troubleIn(fault);
        if (trouble === 'away') refused.push(title);
        else if (trouble === 'unsure') unsure.push(title);
        else faults.push(fault);
        await pause(20);
      }
    }
  };
  const read = async () => {
    while (!isOver) {
      try {
        const answer = await viewLearning.run(place.people.reader, place.id, {}, world);
        reads += 1;
        if (!answer.ok) faults.push(answer.error);
      } catch (fault) {
        if (troubleIn(fault) === null) faults.push(fault);
      }
      await pause(20);
    }
  };
  const work = [1, 2, 3, 4].flatMap((writer) => [write(writer), read()]);

  try {
    for (let restart = 0; restart < restarts; restart += 1) {
      const before = acknowledged.length;
      await pause(calm);
      // On a busy machine the first save takes longer than the calm.
      for (let waited = 0; acknowledged.length === before && waited < patience; waited += 20) {
        await pause(20);
      }
      const long = await longQuestion(world, place, patience);
      const ended = postmasterOf(home);
      process.kill(ended, endings[restart % endings.length]);
      if (troubleIn(await long.fault) !== null) cutOff += 1;
      await untilBack(world, home, ended, patience);
    }
  } finally {
    isOver = true;
    await Promise.all(work);
  }
  const saved = new Set(await titlesOf(world, place));
  return { acknowledged, refused, unsure, reads, cutOff, faults, saved };
}

/** A question that the database is at by the time this returns, for `patience` milliseconds; `fault` is what ended it, or null. */
async function longQuestion(world: World, place: TestPlace, patience: number) {
  const settings = { partnershipId: place.id, now: world.clock() };
  const begun = Promise.withResolvers<undefined>();
  const fault: Promise<unknown> = inTransaction(world, settings, 'read', async (tx) => {
    await sql`select 1`.execute(tx);
    begun.resolve(undefined);
    await sql`select pg_sleep(${patience / 1000})`.execute(tx);
  }).then(
    () => null,
    (reason: unknown) => {
      begun.resolve(undefined);
      return reason;
    }
  );
  await begun.promise;
  return { fault };
}

function titlesOf(world: World, place: TestPlace): Promise<string[]> {
  const settings = { partnershipId: place.id, now: world.clock() };
  return inTransaction(world, settings, 'read', async (tx) => {
    const rows = await tx.selectFrom('learningSession').select('title').execute();
    return rows.map(({ title }) => title);
  });
}

async function untilBack(world: World, home: string, ended: number, patience: number) {
  const end = Date.now() + patience;
  for (;;) {
    const isAnother = postmasterOf(home) !== ended;
    const isBack =
      isAnother &&
      (await ping(world.database).then(
        () => true,
        () => false
      ));
    if (isBack) return;
    if (Date.now() > end) throw new Error('Cairn does not answer again.');
    await pause(20);
  }
}
