import { expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { addSession } from '#modules/learning/server';
import { inTransaction } from '#platform/database';
import { DatabaseTrouble, troubleIn } from '#platform/database-trouble';
import type { World } from '#platform/command';
import { connect } from '#ground/connection';
import { inOneTransaction } from '#platform/one-transaction';
import { testDatabase } from '../support/database.ts';
import { testPlace, testWorld } from '../support/world.ts';
import { patience } from '../support/patience.ts';

const world = await testWorld();
const place = await testPlace(world);
const database = await testDatabase();

/** Ends every connection of the application, as a server does that is restarted, and waits until they have ended. */
async function endConnections(): Promise<void> {
  const client = await connect(database.app);
  try {
    await client.query(
      `select pg_terminate_backend(pid, ${patience}) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`
    );
  } finally {
    await client.end();
  }
}

const inPlace = { partnershipId: place.id, now: world.clock() };

test('a connection that is ended in use fails the work and not the process, and the next work finds another', async () => {
  const lost = inTransaction(world, inPlace, 'read', async (tx) => {
    await endConnections();
    return sql`select 1`.execute(tx);
  });
  await expect(lost).rejects.toMatchObject({ name: 'DatabaseTrouble', trouble: 'away' });
  const next = inTransaction(world, inPlace, 'read', (tx) => sql`select 1`.execute(tx));
  await expect(next).resolves.toMatchObject({ rows: [expect.anything()] });
});

test('a statement that is kept planned reads of each place its own, also when its connection was ended', async () => {
  const other = await testPlace(world, 'Elmham');
  // What other files asked has filled the places for kept statements; a module of its own has kept none.
  vi.resetModules();
  const ground = await import('#platform/database');
  const own = { ...world, database: ground.connect(database.app) };
  const asked = (partnershipId: typeof place.id) =>
    ground.inTransaction(own, { partnershipId, now: own.clock() }, 'read', async (tx) => {
      const rows = await tx
        .selectFrom('membership')
        .select('partnershipId')
        .where('role', '=', 'lead')
        .execute();
      const kept = await sql`select name from pg_prepared_statements
        where statement like '%membership%' and name like 'cairn%'`.execute(tx);
      return { seen: rows.map((row) => row.partnershipId), isKept: kept.rows.length > 0 };
    });
  const turns = [place.id, other.id, place.id, other.id];
  for (const ended of [false, true]) {
    if (ended) {
      await endConnections();
      // The loss may be noticed by whoever asks first.
      await expect.poll(() => asked(place.id).catch(() => null)).not.toBeNull();
    }
    const answers = [];
    for (const id of turns) answers.push(await asked(id));
    expect(answers.map(({ seen }) => seen)).toEqual(turns.map((id) => [id]));
    expect(answers.at(-1)).toMatchObject({ isKept: true });
  }
  await own.database.destroy();
});

/** A world in which the database goes away at the moment of saving: before the word reaches it, or before its answer reaches us. */
function losingCommits(when: 'before' | 'after'): World {
  let isLost = false;
  const execute = (statement: { sql: string }, run: () => Promise<unknown>) => {
    if (statement.sql !== 'commit' || isLost) return run();
    isLost = true;
    const fault = Object.assign(new Error('read ECONNRESET'), {
      code: 'ECONNRESET',
      syscall: 'read'
    });
    return (when === 'after' ? run() : Promise.resolve()).then(() => Promise.reject(fault));
  };
  const losing = new Proxy(world.database, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown;
      return () => ({
        setAccessMode: (mode: 'read only' | 'read write') => ({
          execute: async (work: (tx: unknown) => Promise<unknown>) => {
            const transaction = await target.startTransaction().setAccessMode(mode).execute();
            try {
              const value = await work(transaction);
              await execute({ sql: 'commit' }, () => transaction.commit().execute());
              return value;
            } catch (fault) {
              if (!transaction.isCommitted) await transaction.rollback().execute();
              throw fault;
            }
          }
        })
      });
    }
  });
  return { ...world, database: losing };
}

async function isSaved(title: string): Promise<boolean> {
  return inTransaction(world, inPlace, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('learningSession')
      .select('id')
      .where('title', '=', title)
      .execute();
    return rows.length > 0;
  });
}

test.each([
  { when: 'after', saved: true },
  { when: 'before', saved: false }
] as const)(
  'a command whose database goes away $when it has saved finds out whether it did',
  async ({ when, saved }) => {
    const title = `Lost ${when} saving`;
    const input = { title, startsOn: '2026-02-20' };
    const run = addSession.run(place.people.lead, place.id, input, losingCommits(when));
    if (saved) expect(await run).toMatchObject({ ok: true });
    else await expect(run).rejects.toMatchObject({ trouble: 'away' });
    expect(await isSaved(title)).toBe(saved);
  }
);

test('work in one transaction is not taken for saved when its connection was replaced', async () => {
  const work = inOneTransaction(database.app, 'replaced', async () => {
    await endConnections();
    // The pool notices by itself, as it would between two commands.
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await expect(work).rejects.toBeInstanceOf(DatabaseTrouble);
});

test('a fault of a statement is no trouble of the database', async () => {
  const wrong = inTransaction(world, inPlace, 'read', (tx) =>
    sql`select * from nowhere`.execute(tx)
  );
  const fault: unknown = await wrong.catch((reason: unknown) => reason);
  expect(fault).toMatchObject({ code: '42P01' });
  expect(troubleIn(fault)).toBeNull();
});
