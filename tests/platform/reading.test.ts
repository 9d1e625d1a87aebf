import { setTimeout as wait } from 'node:timers/promises';
import { err, ok } from '#core/result';
import { command, query } from '#platform/command';
import { connect, inTransaction, type Database, type Settings } from '#platform/database';
import { sought, type PersonId } from '#platform/ids';
import { Reading } from '#platform/reading';
import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { statementsSent } from '../support/statements.ts';
import { testDatabase } from '../support/database.ts';
import { at, testPlace, testWorld } from '../support/world.ts';
import { patience } from '../support/patience.ts';

/** What one request reads, on a database that gives it a single connection: whoever asked for a second would wait for ever. */

const world = await testWorld();
const place = await testPlace(world);
const { reader, coordinator } = place.people;

async function oneConnection(): Promise<Database> {
  const { app } = await testDatabase();
  const database = connect({ ...app, max: 1, connectionTimeoutMillis: 2000 });
  onTestFinished(() => database.destroy());
  return database;
}

async function aRequest() {
  const database = await oneConnection();
  const reading = new Reading(database, world.clock);
  onTestFinished(() => reading.close());
  return { ...world, database, reading };
}

/** Whether the one connection is free: a statement outside any request is answered. */
async function isGivenBack(database: Database): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database);
  return rows.length === 1;
}

const nameOf = query({
  name: 'test.name-of',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ tx, scope }) {
    const row = await tx
      .selectFrom('partnership')
      .select('name')
      .where('id', '=', scope.partnershipId)
      .executeTakeFirstOrThrow();
    return ok(row.name);
  }
});

const personNamed = query({
  name: 'test.person-named',
  needs: 'records:read',
  input: v.object({ id: v.string(), or: v.optional(v.string()) }),
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ tx, input }) {
    const row = await tx
      .selectFrom('person')
      .select('name')
      .where('id', '=', sought<PersonId>(input.or ?? input.id))
      .executeTakeFirst();
    return row === undefined ? err({ kind: 'not-found' } as const) : ok(row.name);
  }
});

const rename = command({
  name: 'test.rename',
  needs: 'partnership:manage',
  input: v.object({ name: v.string() }),
  example: { name: 'Rivermouth' },
  async run({ tx, scope, input }) {
    await tx
      .updateTable('partnership')
      .set({ name: input.name })
      .where('id', '=', scope.partnershipId)
      .execute();
    return ok();
  }
});

describe('what one request reads', () => {
  test('is read in one transaction, each question sent once, however many queries ask', async () => {
    const request = await aRequest();
    const sent = await statementsSent(async () => {
      await Promise.all([1, 2, 3].map(() => nameOf.run(reader, place.id, {}, request)));
      await nameOf.run(reader, place.id, {}, request);
      await request.reading.close();
    });
    const count = (form: RegExp) => sent.filter((text) => form.test(text)).length;
    expect({
      begun: count(/^(begin|start transaction)/),
      ended: count(/^(commit|rollback)/),
      told: count(/set_config/),
      memberships: count(/from "membership"/),
      names: count(/select "name" from "partnership"/)
    }).toEqual({ begun: 1, ended: 1, told: 1, memberships: 1, names: 1 });
    expect(sent[0]).toBe('start transaction isolation level repeatable read read only');
  });

  test('is asked again where it may have another answer: after other settings, and in the next transaction', async () => {
    const request = await aRequest();
    const names = (work: () => Promise<unknown>) =>
      statementsSent(work).then((sent) => sent.filter((one) => one.includes('"name"')).length);
    const ask = (settings: Settings) =>
      inTransaction(request, settings, 'read', (tx) =>
        tx.selectFrom('partnership').select('name').where('id', '=', place.id).execute()
      );
    const { now } = request.reading;
    const asMember = { partnershipId: place.id, personId: reader.personId, now };
    expect(
      await names(async () => {
        expect(await ask(asMember)).toHaveLength(1);
        expect(await ask({ now })).toEqual([]);
        expect(await ask(asMember)).toHaveLength(1);
      })
    ).toBe(3);
    expect(await names(() => ask(asMember))).toBe(0);
    await request.reading.letGo();
    expect(await names(() => ask(asMember))).toBe(1);
  });

  test('is of one moment: what others save meanwhile is not seen', async () => {
    const request = await aRequest();
    const before = await nameOf.run(reader, place.id, {}, request);
    await rename.run(coordinator, place.id, { name: 'Renamed meanwhile' }, world);
    expect(await nameOf.run(reader, place.id, {}, request)).toEqual(before);
    await request.reading.letGo();
    expect(await nameOf.run(reader, place.id, {}, request)).toEqual(ok('Renamed meanwhile'));
  });

  test('is of one moment of the clock as well, until it is let go of', async () => {
    const moments = ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:05.000Z'];
    const clock = () => new Date(moments.shift() ?? 'no more moments');
    const reading = new Reading(await oneConnection(), clock);
    expect([reading.now, reading.now]).toEqual([
      new Date('2026-03-02T10:00:00.000Z'),
      new Date('2026-03-02T10:00:00.000Z')
    ]);
    await reading.letGo();
    expect(reading.now).toEqual(new Date('2026-03-02T10:00:05.000Z'));
  });

  test('cannot be changed', async () => {
    const request = await aRequest();
    const settings = { partnershipId: place.id, now: world.clock() };
    const change = inTransaction(request, settings, 'read', (tx) =>
      tx.updateTable('partnership').set({ name: 'x' }).execute()
    );
    await expect(change).rejects.toThrow('What only reads has tried to write.');
  });

  test('is under the settings of each work, whatever the work before had', async () => {
    const request = await aRequest();
    const other = await testPlace(world);
    const visible = (partnershipId: typeof place.id | null) =>
      inTransaction(request, { partnershipId, now: world.clock() }, 'read', async (tx) => {
        await wait(5);
        const rows = await tx.selectFrom('membership').select('partnershipId').execute();
        return new Set(rows.map((row) => row.partnershipId));
      });
    const seen = await Promise.all([
      visible(place.id),
      visible(null),
      visible(other.id),
      visible(place.id)
    ]);
    expect(seen).toEqual([
      new Set([place.id]),
      new Set(),
      new Set([other.id]),
      new Set([place.id])
    ]);
  });
});

describe('a change within a request', () => {
  test('has the one connection to itself, and what is read after it is new', async () => {
    const request = await aRequest();
    await nameOf.run(coordinator, place.id, {}, request);
    await rename.run(coordinator, place.id, { name: 'Rivermouth' }, request);
    expect(await nameOf.run(coordinator, place.id, {}, request)).toEqual(ok('Rivermouth'));
    await request.reading.close();
    expect(await isGivenBack(request.database)).toBe(true);
  });

  test('is dated by when it was made, not by when the page began to be read', async () => {
    const database = await oneConnection();
    let now = new Date('2026-03-02T10:00:00Z');
    const reading = new Reading(database, () => now);
    const request = { ...world, database, reading, clock: () => reading.now };
    await nameOf.run(coordinator, place.id, {}, request);
    now = new Date('2026-03-02T10:07:00Z');
    await rename.run(coordinator, place.id, { name: 'Later' }, request);
    await reading.close();
    const settings = { partnershipId: place.id, now };
    const [latest] = await inTransaction(world, settings, 'read', (tx) =>
      tx
        .selectFrom('commandRun')
        .select('at')
        .where('command', '=', 'test.rename')
        .orderBy('at', 'desc')
        .execute()
    );
    expect(latest?.at).toEqual(now);
  });
});

describe('an identifier that is none', () => {
  test('is not found before the database sees it, and the rest of the page is read', async () => {
    const request = await aRequest();
    const sent = await statementsSent(async () => {
      const answer = await personNamed.run(reader, place.id, { id: 'nonsense' }, request);
      expect(answer).toEqual(err({ kind: 'not-found' }));
      expect((await nameOf.run(reader, place.id, {}, request)).ok).toBe(true);
    });
    expect(sent.filter((text) => text.includes('from "person" where "id"'))).toEqual([]);
    expect(sent.filter((text) => text.startsWith('start transaction'))).toHaveLength(1);
  });

  test('that the database must refuse is not found either, and the rest is read anew', async () => {
    const request = await aRequest();
    const input = { id: reader.personId, or: 'nonsense' };
    const answers = await Promise.all([
      nameOf.run(reader, place.id, {}, request),
      personNamed.run(reader, place.id, input, request),
      nameOf.run(reader, place.id, {}, request)
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
  });
});

describe('the connection is given back', () => {
  test('when a work fails, at once', async () => {
    const request = await aRequest();
    const settings = { now: world.clock() };
    const failing = inTransaction(request, settings, 'read', () =>
      Promise.reject(new Error('a fault of ours'))
    );
    await expect(failing).rejects.toThrow('a fault of ours');
    expect(await isGivenBack(request.database)).toBe(true);
  });

  test('when a work kept a fault of the database to itself', async () => {
    const request = await aRequest();
    await inTransaction(request, { now: world.clock() }, 'read', async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await request.reading.close();
    expect(await isGivenBack(request.database)).toBe(true);
  });

  test('when the database ends the connection, and the request can still be closed', async () => {
    const request = await aRequest();
    const ending = inTransaction(request, { now: world.clock() }, 'read', async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid}, ${patience})`.execute(world.database);
      await sql`select 1`.execute(tx);
    });
    await expect(ending).rejects.toMatchObject({ trouble: 'away' });
    await request.reading.close();
    expect(await isGivenBack(request.database)).toBe(true);
  });

  test('when nothing was read at all, because none was taken', async () => {
    const request = await aRequest();
    const sent = await statementsSent(() => request.reading.close());
    expect(sent).toEqual([]);
  });
});

describe('is refused aloud, where it would wait for itself or be forgotten', () => {
  test('a work within a work', async () => {
    const request = await aRequest();
    const settings = { now: world.clock() };
    const nested = (access: 'read' | 'write') =>
      inTransaction(request, settings, 'read', () =>
        inTransaction(request, settings, access, () => Promise.resolve())
      );
    await expect(nested('read')).rejects.toThrow(/would wait/);
    await expect(nested('write')).rejects.toThrow(/would wait/);
  });

  test('a work after the request was answered', async () => {
    const request = await aRequest();
    await request.reading.close();
    const late = nameOf.run(reader, place.id, {}, at(request, '2026-03-02T11:00:00Z'));
    await expect(late).rejects.toThrow(/has been answered/);
  });
});
