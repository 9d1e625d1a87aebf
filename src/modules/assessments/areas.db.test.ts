import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { addGroup } from '#modules/groups/server';
import { changePartnership } from '#modules/partnerships/server';
import {
  agreedRound,
  agreement,
  collaborative,
  given,
  secret,
  seen,
  show
} from '../../../tests/support/areas.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { testMoment, testWorld } from '../../../tests/support/world.ts';
import {
  agreeOn,
  beginRound,
  changeRound,
  closeRound,
  viewRound,
  viewSharing,
  withdrawShares
} from './index.server.ts';

const world = await testWorld();
const { app } = await testDatabase();
const today = testMoment.slice(0, 10);

/** What the application's own role is told by the database in a place. */
async function rawly(place: string, text: string): Promise<{ rows: unknown[]; count: number }> {
  const client = new pg.Client(app);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place]);
    const { rows, rowCount } = await client.query(text);
    return { rows: rows as unknown[], count: rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

describe('what an area shows its collaborative', () => {
  test('is seen element by element by the collaborative and its members, and by nobody else', async () => {
    const { id, chief, area, fellow, stranger } = await collaborative();
    const round = await agreedRound(area, 'early-progress');
    const elements = ['leadership', 'partnership'];
    expect(await given(show(area, round, { id }, elements, ['leadership']))).toEqual({ shown: 2 });
    const levels = ['Quillowby partnership early-progress', 'Quillowby leadership early-progress'];
    expect(await seen(fellow.people.reader, fellow.id)).toEqual(levels);
    expect(await seen(chief, id)).toEqual(levels);
    expect(await seen(stranger.people.coordinator, stranger.id)).toEqual([]);
  });

  test('is behind row-level security: others see the share alone, write nothing, and see no row once it is taken back', async () => {
    const { id, area, fellow, stranger } = await collaborative();
    const round = await agreedRound(area, 'mature');
    await given(show(area, round, { id }, ['leadership']));
    const theirs = `partnership_id = '${area.id}'`;
    const told = await rawly(fellow.id, `select * from assessment_share where ${theirs}`);
    expect(told.rows).toMatchObject([
      { element: 'leadership', level: 'mature', area: 'Quillowby' }
    ]);
    expect(JSON.stringify(told.rows)).not.toContain(secret);
    const words = `select pack from assessment_instrument where ${theirs}`;
    expect((await rawly(fellow.id, words)).count).toBe(1);
    for (const table of [
      'assessment_round',
      'assessment_asked',
      'assessment_answer',
      'assessment_agreement',
      'assessment_barrier',
      'assessment_evidence',
      'assessment_action',
      'change'
    ]) {
      const { count } = await rawly(fellow.id, `select 1 from ${table} where ${theirs}`);
      expect({ table, count }).toEqual({ table, count: 0 });
    }
    const update = `update assessment_share set may_be_visited = true where ${theirs}`;
    expect((await rawly(fellow.id, update)).count).toBe(0);
    expect((await rawly(id, `delete from assessment_share where ${theirs}`)).count).toBe(0);
    for (const place of [stranger.id, fellow.id]) {
      await expect(
        rawly(
          place,
          `insert into assessment_share select partnership_id, gen_random_uuid(), collaborative_id, round_id, instrument_id, pack, 'strategy', level, agreed_on from assessment_share
           union all select '${area.id}', gen_random_uuid(), '${id}', '${round}', '${round}', 'x', 'x', 'x', '2026-01-01'`
        )
      ).rejects.toThrow(/row-level security/);
    }
    expect((await rawly(stranger.id, `select 1 from assessment_share`)).count).toBe(0);

    await given(show(area, round, { id }, []));
    for (const text of [`select 1 from assessment_share where ${theirs}`, words]) {
      expect((await rawly(fellow.id, text)).count).toBe(0);
      expect((await rawly(id, text)).count).toBe(0);
    }
  });

  test('is what was agreed: another level takes the consent back, a later round is shown in place of an earlier, a new name is told', async () => {
    const { id, area, fellow } = await collaborative();
    const { coordinator, lead } = area.people;
    const round = await agreedRound(area, 'basic');
    await given(show(area, round, { id }, ['leadership', 'partnership']));
    await given(agreeOn.run(lead, area.id, agreement(round, 'leadership', 'mature', 1), world));
    const see = () => seen(fellow.people.reader, fellow.id);
    expect(await see()).toEqual(['Quillowby partnership basic']);
    const next = await agreedRound(area, 'mature', 'Autumn');
    await given(show(area, next, { id }, ['partnership']));
    expect(await see()).toEqual(['Quillowby partnership mature']);
    const { collaboratives } = await given(
      viewSharing.run(coordinator, area.id, { id: round }, world)
    );
    expect(collaboratives).toMatchObject([{ shown: [], ofAnother: ['partnership'] }]);
    await given(
      changePartnership.run(
        coordinator,
        area.id,
        { name: 'Quillow Bay', about: '', vision: '', version: 1 },
        world
      )
    );
    expect(await see()).toEqual(['Quillow Bay partnership mature']);
    await given(closeRound.run(lead, area.id, { id: next }, world));
    await given(show(area, next, { id }, []));
    expect(await see()).toEqual([]);
  });

  test('is refused before it is agreed, of a group, to a collaborative of others, and of what nobody agreed', async () => {
    const { id, area, stranger } = await collaborative();
    const { coordinator, lead } = area.people;
    const round = await agreedRound(area, 'basic');
    const refused = (answer: ReturnType<typeof show>) => expect(answer).resolves;
    await refused(show(area, round, { id }, ['strategy'])).toMatchObject({
      error: { kind: 'nothing-agreed' }
    });
    await refused(show(area, round, { id }, ['leadership'], ['partnership'])).toMatchObject({
      error: { kind: 'visit-without-level' }
    });
    await refused(show(area, round, stranger, ['leadership'])).toMatchObject({
      error: { kind: 'no-collaborative' }
    });
    await refused(show(stranger, round, { id }, ['leadership'])).toMatchObject({
      error: { kind: 'not-found' }
    });
    await given(show(area, round, { id }, ['leadership']));
    const { id: groupId } = await given(
      addGroup.run(coordinator, area.id, { name: 'Board', kind: 'oversight' }, world)
    );
    const { round: stored } = await given(viewRound.run(lead, area.id, { id: round }, world));
    const { title, opensOn, closesOn, facilitator, version } = stored;
    const ofGroup = { id: round, title, opensOn, closesOn, facilitator, version, groupId };
    expect(await changeRound.run(lead, area.id, ofGroup, world)).toMatchObject({
      error: { kind: 'shown-to-others' }
    });
    await given(show(area, round, { id }, []));
    await given(changeRound.run(lead, area.id, ofGroup, world));
    await refused(show(area, round, { id }, ['leadership'])).toMatchObject({
      error: { kind: 'not-of-the-whole' }
    });
    const statements = await given(
      beginRound.run(
        lead,
        area.id,
        {
          title: 'Health',
          opensOn: today,
          closesOn: today,
          facilitator: 'Lead',
          instrument: 'instruments/partnership-health'
        },
        world
      )
    );
    await refused(show(area, statements.id, { id }, ['purpose'])).toMatchObject({
      error: { kind: 'not-agreed-yet' }
    });
    expect(
      await withdrawShares.run(coordinator, area.id, { collaborativeId: id }, world)
    ).toMatchObject({ error: { kind: 'not-found' } });
  });
});
