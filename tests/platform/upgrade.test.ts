import { viewCharter, viewProgress } from '#modules/charter/server';
import { viewTests } from '#modules/improvement/server';
import { viewHome } from '#modules/reports/server';
import type { World } from '#platform/command';
import type { PartnershipId, PersonId } from '#platform/ids';
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { good } from '../support/good.ts';
import {
  everyRow,
  lostBetween,
  migratedUpTo,
  type OlderDatabase,
  type OldScope
} from '../support/upgrade.ts';

/** Upgrading a Cairn that holds records: what was there before a migration is there after it. */

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const fernhollow = uuid(1);
const rivermouth = uuid(2);
const adviser = uuid(11);
const manager = uuid(12);
const elsewhere = uuid(13);

const stories = uuid(101);
const leadOnly = uuid(102);
const bare = uuid(103);
const noteOnly = uuid(104);
const scoreOnly = uuid(105);
const ofRivermouth = uuid(201);

const here = (at: string, personId = adviser): OldScope => ({
  partnershipId: fernhollow,
  personId,
  at
});

async function addPlace(client: pg.Client, id: string, name: string, people: readonly string[]) {
  await client.query(
    'insert into partnership (id, slug, name, kind, made_up) values ($1, $2, $3, $4, true)',
    [id, name.toLowerCase(), name, 'place']
  );
  for (const person of people) {
    await client.query('insert into person (id, email, name) values ($1, $2, $3)', [
      person,
      `${person}@example.org`,
      person === manager ? 'The manager' : 'The adviser'
    ]);
    await client.query(
      'insert into membership (partnership_id, person_id, role) values ($1, $2, $3)',
      [id, person, 'contributor']
    );
  }
}

type OldProject = {
  readonly place: string;
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly team?: readonly string[];
  readonly score?: number;
  readonly reason?: string;
};

async function addOldProject(client: pg.Client, project: OldProject) {
  await client.query(
    `insert into improvement_project
       (partnership_id, id, title, aim_change, lead_role, team_roles, progress_score, progress_reason)
     values ($1, $2, $3, 'Children hear a story every day', $4, $5, $6, $7)`,
    [
      project.place,
      project.id,
      project.title,
      project.lead ?? '',
      project.team ?? [],
      project.score ?? null,
      project.reason ?? ''
    ]
  );
}

/** A change idea with a test that was studied and one that is planned, and a measure with two values. */
async function addOldWork(client: pg.Client, place: string, projectId: string, from: number) {
  await client.query(
    `insert into change_idea (partnership_id, id, project_id, text) values ($1, $2, $3, 'A bag with a book')`,
    [place, uuid(from), projectId]
  );
  await client.query(
    `insert into test_of_change (partnership_id, id, project_id, change_idea_id, number, status, change_tried,
       planned_for, done_on, was_improvement, learnt, studied_on)
     values ($1, $2, $3, $4, 1, 'studied', 'A bag over the weekend', '2025-09-12', '2025-09-14', 'no',
       'Bags stayed in the car', '2025-09-15'),
            ($1, $5, $3, $4, 2, 'planned', 'A bag on Monday', '2025-10-06', null, null, '', null)`,
    [place, uuid(from + 1), projectId, uuid(from), uuid(from + 2)]
  );
  await client.query(
    `insert into prediction (partnership_id, id, test_id, position, question, prediction, result)
     values ($1, $2, $3, 1, 'How many come back?', 'Four of five', 'Two')`,
    [place, uuid(from + 3), uuid(from + 1)]
  );
  await client.query(
    `insert into measure (partnership_id, id, project_id, title, kind, value_form, direction)
     values ($1, $2, $3, 'Bags that came back', 'process', 'share', 'increase')`,
    [place, uuid(from + 4), projectId]
  );
  await client.query(
    `insert into measure_value (partnership_id, id, measure_id, measured_on, numerator, denominator, why_missing)
     values ($1, $2, $3, '2025-09-19', 2, 5, null), ($1, $4, $3, '2025-09-26', null, null, 'not-collected')`,
    [place, uuid(from + 5), uuid(from + 4), uuid(from + 6)]
  );
}

/** Two places as they were before charters: projects with all, some and none of what 0094 moves. */
async function placesBeforeCharters(): Promise<OlderDatabase> {
  const older = await migratedUpTo(93);
  await older.within(here('2025-09-01T09:00:00Z'), async (client) => {
    await addPlace(client, fernhollow, 'Fernhollow', [adviser, manager]);
    await addOldProject(client, {
      place: fernhollow,
      id: stories,
      title: 'Stories',
      lead: 'Head of centre',
      team: ['Room leader', '', 'Health visitor', 'A parent', 'Room leader'],
      score: 1,
      reason: 'A team has met'
    });
    await addOldProject(client, {
      place: fernhollow,
      id: leadOnly,
      title: 'Songs',
      lead: 'Room leader'
    });
    await addOldProject(client, { place: fernhollow, id: bare, title: 'Play' });
    await addOldProject(client, {
      place: fernhollow,
      id: noteOnly,
      title: 'Walks',
      reason: 'Nobody has had time yet'
    });
    await addOldProject(client, { place: fernhollow, id: scoreOnly, title: 'Meals', score: 3.5 });
    await addOldWork(client, fernhollow, stories, 1000);
  });
  // A summer evening: the day in Britain is not the day in UTC.
  await older.within(here('2026-06-09T23:30:00Z', manager), async (client) => {
    await client.query(
      `update improvement_project set progress_score = 2.5, progress_reason = 'Changes are tested, no better yet'
        where id = $1`,
      [stories]
    );
  });
  await older.within(here('2026-06-12T10:00:00Z'), async (client) => {
    await client.query(`update improvement_project set title = 'Bedtime stories' where id = $1`, [
      stories
    ]);
  });
  await older.within(
    { partnershipId: rivermouth, personId: elsewhere, at: '2025-11-03T09:00:00Z' },
    async (client) => {
      await addPlace(client, rivermouth, 'Rivermouth', [elsewhere]);
      await addOldProject(client, {
        place: rivermouth,
        id: ofRivermouth,
        title: 'Stories',
        lead: 'Head of centre',
        team: ['Room leader'],
        score: 4,
        reason: 'Better for three months'
      });
      await addOldWork(client, rivermouth, ofRivermouth, 2000);
    }
  );
  return older;
}

const movedBy0094 = {
  improvement_project: ['lead_role', 'team_roles', 'progress_score', 'progress_reason']
};

let upgraded: Promise<World> | undefined;

/** Those places in today's Cairn: one installation for every test that only reads it. */
const upgradedPlaces = (): Promise<World> =>
  (upgraded ??= placesBeforeCharters().then((older) => older.asToday()));

/** What a member of a place sees in today's Cairn. */
function eyesOf(world: World, personId: string, placeId: string) {
  const who = { personId: personId as PersonId }; // made above
  const place = placeId as PartnershipId; // made above
  return {
    progress: (projectId: string) => good(viewProgress.run(who, place, { projectId }, world)),
    async team(projectId: string) {
      const { team } = await good(viewCharter.run(who, place, { projectId }, world));
      return team.map(({ part, role }) => `${part}: ${role}`);
    },
    found: (words: string) => good(viewTests.run(who, place, { words }, world))
  };
}

describe('from before charters to the newest', () => {
  test('no row is lost and no value altered, in any table', async () => {
    const older = await placesBeforeCharters();
    const before = await everyRow(older.client);
    expect(Object.keys(before['improvement_project'] ?? {})).toHaveLength(6);
    expect(Object.keys(before['measure_value'] ?? {})).toHaveLength(4);
    await older.migrateOn();
    expect(lostBetween(before, await everyRow(older.client), movedBy0094)).toEqual([]);
  });

  test('lead and team are there, in the order in which they were written', async () => {
    const eyes = eyesOf(await upgradedPlaces(), adviser, fernhollow);
    expect(await eyes.team(stories)).toEqual([
      'lead: Head of centre',
      'member: Room leader',
      'member: Health visitor',
      'member: A parent',
      'member: Room leader'
    ]);
    expect(await eyes.team(leadOnly)).toEqual(['lead: Room leader']);
    expect(await eyes.team(bare)).toEqual([]);
  });

  test('a score stands on the day it was given, by whoever gave it', async () => {
    const eyes = eyesOf(await upgradedPlaces(), adviser, fernhollow);
    expect((await eyes.progress(stories)).scores).toMatchObject([
      {
        number: 1,
        score: 2.5,
        reason: 'Changes are tested, no better yet',
        scoredOn: '2026-06-10',
        scoredBy: 'The manager',
        scoredAt: new Date('2026-06-09T23:30:00Z'),
        suggested: null
      }
    ]);
    expect((await eyes.progress(scoreOnly)).scores).toMatchObject([
      {
        score: 3.5,
        reason: 'No reason was recorded',
        scoredOn: '2025-09-01',
        scoredBy: 'The adviser'
      }
    ]);
    expect((await eyes.progress(bare)).scores).toEqual([]);
  });

  test('what was said of progress without a score is still said, where it was said', async () => {
    const eyes = eyesOf(await upgradedPlaces(), adviser, fernhollow);
    expect(await eyes.progress(noteOnly)).toMatchObject({
      scores: [],
      note: 'Nobody has had time yet'
    });
    expect((await eyes.progress(stories)).note).toBe('');
    expect((await eyes.progress(bare)).note).toBe('');
  });

  test('each place has its own and nothing of the other', async () => {
    const eyes = eyesOf(await upgradedPlaces(), elsewhere, rivermouth);
    expect(await eyes.team(ofRivermouth)).toEqual(['lead: Head of centre', 'member: Room leader']);
    expect((await eyes.progress(ofRivermouth)).scores).toMatchObject([
      { score: 4, scoredOn: '2025-11-03' }
    ]);
    await expect(eyes.progress(stories)).rejects.toThrow('not-found');
  });

  test('tests of before are found by their words', async () => {
    const eyes = eyesOf(await upgradedPlaces(), adviser, fernhollow);
    const { tests } = await eyes.found('car bags');
    expect(tests.map(({ changeTried }) => changeTried)).toEqual(['A bag over the weekend']);
  });
});

test('a place that has worked on since 0094 keeps what it wrote meanwhile', async () => {
  const older = await placesBeforeCharters();
  await older.migrateOn(107);
  await older.within(here('2026-07-01T09:00:00Z'), async (client) => {
    await client.query(
      `insert into progress_score (partnership_id, id, project_id, number, scored_on, score, reason, suggested, scored_by)
       values ($1, $2, $3, 2, '2026-06-30', 3, 'Better in two rooms', 3, $4),
              ($1, $5, $6, 1, '2026-06-29', 1.5, 'Begun', 0.5, null)`,
      [fernhollow, uuid(301), stories, adviser, uuid(302), bare]
    );
    await client.query(
      `update project_member set role = 'Family worker' where project_id = $1 and role = 'A parent'`,
      [stories]
    );
    await client.query(
      `insert into project_charter (partnership_id, id, why) values ($1, $2, 'Parents asked for it')`,
      [fernhollow, noteOnly]
    );
  });
  const before = await everyRow(older.client);
  await older.migrateOn();
  const mended = {
    progress_score: ['scored_on', 'scored_at', 'scored_by'],
    project_member: ['created_at'],
    project_charter: ['progress_note']
  };
  const after = await everyRow(older.client);
  expect(lostBetween(before, after, mended)).toEqual([]);
  expect(after['project_charter']?.[`${fernhollow} ${noteOnly}`]).toMatchObject({
    why: 'Parents asked for it',
    progress_note: 'Nobody has had time yet'
  });
  const eyes = eyesOf(await older.asToday(), adviser, fernhollow);
  expect((await eyes.progress(stories)).scores).toMatchObject([
    { number: 1, score: 2.5, scoredOn: '2026-06-10', scoredBy: 'The manager' },
    { number: 2, score: 3, scoredOn: '2026-06-30', scoredBy: 'The adviser' }
  ]);
  // Nobody is named for this one, but it was not moved: it is left alone.
  expect((await eyes.progress(bare)).scores).toMatchObject([
    { scoredOn: '2026-06-29', scoredBy: null }
  ]);
  expect(await eyes.team(stories)).toContain('member: Family worker');
});

describe('from when visits were runs of a command', () => {
  const visitAt = '2026-06-01T08:00:00Z';

  async function placeWithVisits(): Promise<OlderDatabase> {
    const older = await migratedUpTo(144);
    await older.within(here(visitAt), async (client) => {
      await addPlace(client, fernhollow, 'Fernhollow', [adviser, manager]);
      await client.query('insert into person (id, email, name) values ($1, $2, $3)', [
        elsewhere,
        'left@example.org',
        'Whoever has left'
      ]);
      await client.query(
        `insert into command_run (id, partnership_id, person_id, command, at, outcome)
         values ($1, $4, $5, 'partnerships.note-visit', $6, 'done'),
                ($2, $4, $5, 'partnerships.note-visit', $6, 'not-found'),
                ($3, $4, $5, 'plan.add-aim', $6, 'done')`,
        [uuid(401), uuid(402), uuid(403), fernhollow, adviser, visitAt]
      );
      await client.query(
        `insert into visit (partnership_id, person_id, last_at, previous_at)
         values ($1, $2, $4, '2026-05-30T08:00:00Z'), ($1, $3, $4, null)`,
        [fernhollow, adviser, elsewhere, visitAt]
      );
    });
    return older;
  }

  test('who looked when is forgotten, and nothing else', async () => {
    const older = await placeWithVisits();
    const before = await everyRow(older.client);
    await older.migrateOn();
    const after = await everyRow(older.client);
    expect(lostBetween(before, after)).toEqual([
      `command_run ${uuid(401)}: the row is gone`,
      `command_run ${uuid(402)}: the row is gone`,
      `visit ${fernhollow} ${elsewhere}: the row is gone`
    ]);
    expect(Object.keys(after['command_run'] ?? {})).toEqual([uuid(403)]);
  });

  test('what changed is still told since the visit before', async () => {
    const world = await (await placeWithVisits()).asToday();
    const answer = await good(
      viewHome.run(
        { personId: adviser as PersonId }, // made above
        fernhollow as PartnershipId, // likewise
        {},
        { ...world, clock: () => new Date('2026-06-01T09:00:00Z') }
      )
    );
    expect(answer.since).toEqual(new Date('2026-05-30T08:00:00Z'));
  });
});

describe('from when the groups of an indicator were rows of their own', () => {
  test('they are a part of their indicator, in their order, and nothing else is altered', async () => {
    const older = await migratedUpTo(184);
    await older.within(here('2026-05-20T09:00:00Z'), async (client) => {
      await addPlace(client, fernhollow, 'Fernhollow', [adviser]);
      await client.query(
        `insert into indicator (partnership_id, id, title, unit, better_when, frequency, created_by, updated_by)
         values ($1, $2, 'Reviewed on time', 'percent', 'high', 'month', $4, $4),
                ($1, $3, 'Families at talk groups', 'count', 'high', 'month', $4, $4)`,
        [fernhollow, stories, bare, adviser]
      );
      await client.query(
        `insert into indicator_breakdown (partnership_id, indicator_id, id, title, position, in_gap)
         values ($1, $2, 'town', 'Town', 2, null), ($1, $2, 'rich', 'Rich', 0, 'better-off'),
                ($1, $2, 'poor', 'Poor', 1, 'poorer')`,
        [fernhollow, stories]
      );
    });
    const before = await everyRow(older.client);
    await older.migrateOn(185);
    const after = await everyRow(older.client);
    const kept = ['created_at', 'created_by', 'updated_at', 'updated_by'];
    expect(lostBetween(before, after, { indicator: kept })).toEqual(
      Object.keys(before['indicator_breakdown'] ?? {}).map(
        (key) => `indicator_breakdown ${key}: the row is gone`
      )
    );
    expect(after['indicator']?.[`${fernhollow} ${stories}`]).toMatchObject({
      groups: ['Rich', 'Poor', 'Town'],
      better_off_group: 'Rich',
      poorer_group: 'Poor'
    });
    expect(after['indicator']?.[`${fernhollow} ${bare}`]).toMatchObject({
      groups: [],
      better_off_group: ''
    });
    expect(Object.keys(after['change'] ?? {})).toEqual(Object.keys(before['change'] ?? {}));
  });
});

describe('looking for what was lost', () => {
  const before = { aim: { '1': { id: '1', title: 'Stories', why: 'Asked' }, '2': { id: '2' } } };

  test('finds a row, a column and a value', () => {
    expect(lostBetween(before, { aim: { '1': { id: '1', title: 'Songs' } } })).toEqual([
      'aim 1: title was "Stories" and is "Songs"',
      'aim 1: why was "Asked" and is undefined',
      'aim 2: the row is gone'
    ]);
  });

  test('leaves out what a test says has moved, and does not mind what is new', () => {
    const after = {
      aim: { '1': { id: '1', title: 'Stories', by: 1 }, '2': { id: '2' } },
      more: {}
    };
    expect(lostBetween(before, after, { aim: ['why'] })).toEqual([]);
  });
});
