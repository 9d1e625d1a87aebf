import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database';
import { good } from '../../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../../tests/support/world.ts';
import {
  addProject,
  changeChangeIdea,
  joinIdeas,
  leaveFamily,
  planTest,
  reportTest,
  viewCountsForFile,
  viewIdea,
  viewTests,
  viewTestsForFile
} from '../index.server.ts';

/** Tests of change searched and counted, on a real database, in the made-up place Fernhollow. */

type Told = { tried: string; idea: string; place?: string; helped: 'yes' | 'no'; learnt?: string };

async function aPlaceWith(projects: Readonly<Record<string, readonly Told[]>>) {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  for (const [title, tests] of Object.entries(projects)) {
    const { id: projectId } = await good(
      addProject.run(
        actor,
        place.id,
        { title, setting: `${title} rooms`, factorIds: ['play-and-verbal-exchanges', 'nutrition'] },
        world
      )
    );
    for (const one of tests) {
      const { id: testId } = await good(
        planTest.run(
          actor,
          place.id,
          {
            projectId,
            changeTried: one.tried,
            newIdea: one.idea,
            place: one.place ?? '',
            plannedFor: '2026-02-01',
            predictions: [{ question: '', prediction: 'Something' }]
          },
          world
        )
      );
      const report = {
        testId,
        carriedOut: 'as-planned',
        observations: 'As told',
        doneOn: '2026-02-01',
        results: [{ result: 'It came out' }],
        wasImprovement: one.helped,
        learnt: one.learnt ?? '',
        decision: one.helped === 'yes' ? 'adopt' : 'abandon',
        version: 1
      };
      await good(reportTest.run(actor, place.id, report, world));
    }
  }
  const tests = (asked: object) => good(viewTests.run(actor, place.id, asked, world));
  return { world, place, actor, tests };
}

const two = {
  North: [
    { tried: 'Lend one picture book', idea: 'Lend books', helped: 'yes', place: 'Blue room' },
    { tried: 'Ring the parents', idea: 'Phone calls', helped: 'no', learnt: 'Nobody reads then' }
  ],
  South: [
    { tried: 'Bag of five', idea: 'lend books ', helped: 'no', learnt: 'Books must be chosen' },
    { tried: 'Books in a basket', idea: 'Basket of books', helped: 'yes' }
  ]
} satisfies Record<string, readonly Told[]>;

describe('words', () => {
  test('are found in every form, what was tried weighing more than what was learnt', async () => {
    const { tests } = await aPlaceWith(two);
    const found = await tests({ words: 'reading' });
    expect(found.tests.map(({ changeTried }) => changeTried)).toEqual(['Ring the parents']);
    const books = await tests({ words: 'book' });
    expect(books.counts).toMatchObject({ all: 3, helped: 2, didNotHelp: 1 });
    expect(books.tests.at(-1)?.changeTried).toBe('Bag of five');
    expect((await tests({ words: 'books -basket' })).shown).toBe(2);
    expect((await tests({ words: '"picture book"' })).shown).toBe(1);
    expect((await tests({ words: "it's & (broken | ':*" })).shown).toBe(0);
  });

  test('follow a change of the idea, and stay within the place', async () => {
    const { tests, world, place, actor } = await aPlaceWith(two);
    const [first] = (await tests({ words: 'phone' })).tests;
    await good(
      changeChangeIdea.run(
        actor,
        place.id,
        { id: first?.changeIdeaId, text: 'Postcards', version: 1 },
        world
      )
    );
    expect((await tests({ words: 'phone' })).shown).toBe(0);
    expect((await tests({ words: 'postcard' })).shown).toBe(1);
    const other = await testPlace(world);
    const elsewhere = await good(
      viewTests.run(other.people.lead, other.id, { words: 'book' }, world)
    );
    expect(elsewhere.counts.all).toBe(0);
  });
});

describe('counts', () => {
  test('take ideas of the same words together across projects', async () => {
    const { tests } = await aPlaceWith(two);
    const { counted } = await tests({ by: 'idea' });
    expect(counted?.map(({ title, counts }) => [title, counts.helped, counts.didNotHelp])).toEqual([
      ['Basket of books', 1, 0],
      ['Lend books', 1, 1],
      ['Phone calls', 0, 1]
    ]);
  });

  test('count a test under each factor of its project when its idea names none', async () => {
    const { tests } = await aPlaceWith(two);
    const { counted } = await tests({ by: 'factor' });
    expect(counted?.map(({ key, counts }) => [key, counts.all])).toEqual([
      ['nutrition', 4],
      ['play-and-verbal-exchanges', 4]
    ]);
  });

  test('name the place of a test, or else the setting of its project, in the order of the names', async () => {
    const { tests, world, place, actor } = await aPlaceWith(two);
    const { counted } = await tests({ by: 'setting', result: 'no' });
    expect(counted?.map(({ title, counts }) => [title, counts.all])).toEqual([
      ['North rooms', 1],
      ['South rooms', 1]
    ]);
    expect((await tests({ setting: 'Blue room' })).shown).toBe(1);
    const file = await good(viewCountsForFile.run(actor, place.id, { by: 'setting' }, world));
    expect(file.lines.map(({ title }) => title)).toEqual([
      'Blue room',
      'North rooms',
      'South rooms'
    ]);
  });

  test('are filtered by decision, step and days', async () => {
    const { tests, world, place, actor } = await aPlaceWith(two);
    expect((await tests({ decision: 'adopt', step: '1' })).shown).toBe(2);
    expect((await tests({ from: '2026-02-02' })).shown).toBe(0);
    expect((await tests({ to: '2026-02-01', result: 'no' })).shown).toBe(2);
    expect((await tests({ result: 'nonsense', from: 'yesterday' })).shown).toBe(4);
    const file = await good(viewTestsForFile.run(actor, place.id, { decision: 'abandon' }, world));
    expect(file).toHaveLength(2);
  });
});

describe('a family of ideas', () => {
  test('is counted as one, and an idea can be taken out again', async () => {
    const { tests, world, place, actor } = await aPlaceWith(two);
    const all = (await tests({ words: 'book' })).tests;
    const lend = all.find(({ idea }) => idea === 'Lend books');
    const basket = all.find(({ idea }) => idea === 'Basket of books');
    const joined = await good(
      joinIdeas.run(
        actor,
        place.id,
        { ideaId: lend?.changeIdeaId, ideaIds: [basket?.changeIdeaId], name: 'Books at hand' },
        world
      )
    );
    // "Lend books" of both projects, and the basket.
    expect(joined.ideas).toBe(3);
    const view = await good(viewIdea.run(actor, place.id, { ideaId: basket?.changeIdeaId }, world));
    expect(view.family?.name).toBe('Books at hand');
    expect(view.counts).toMatchObject({ all: 3, helped: 2, didNotHelp: 1 });
    expect((await tests({ by: 'idea' })).counted?.map(({ title }) => title)).toEqual([
      'Books at hand',
      'Phone calls'
    ]);
    const again = await joinIdeas.run(
      actor,
      place.id,
      { ideaId: lend?.changeIdeaId, name: 'Books', why: 'The same', version: 7 },
      world
    );
    expect(again).toMatchObject({ error: { kind: 'changed-meanwhile', version: 1 } });
    await good(leaveFamily.run(actor, place.id, { ideaId: basket?.changeIdeaId }, world));
    expect((await tests({ by: 'idea' })).counted).toHaveLength(3);
  });

  test('does not take in an idea of another place', async () => {
    const here = await aPlaceWith(two);
    const there = await aPlaceWith(two);
    const [mine] = (await here.tests({})).tests;
    const [theirs] = (await there.tests({})).tests;
    const answer = await joinIdeas.run(
      here.actor,
      here.place.id,
      { ideaId: mine?.changeIdeaId, ideaIds: [theirs?.changeIdeaId], name: 'Both' },
      here.world
    );
    expect(answer).toMatchObject({ error: { kind: 'not-found' } });
  });
});

test('every test has its words, and they go when nothing is left of it', async () => {
  const { world, place, actor } = await aPlaceWith(two);
  const settings = { partnershipId: place.id, personId: actor.personId, now: world.clock() };
  const { rows } = await inTransaction(world, settings, 'read', (tx) =>
    sql<{ missing: number }>`select count(*)::int as missing from test_of_change t
      left join test_words w on w.partnership_id = t.partnership_id and w.test_id = t.id
      where w.words is null`.execute(tx)
  );
  expect(rows).toEqual([{ missing: 0 }]);
});
