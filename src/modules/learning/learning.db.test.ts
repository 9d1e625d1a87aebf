import { describe, expect, test } from 'vitest';
import { addProject, changeProject, planTest, reportTest } from '#modules/improvement/server';
import { good } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addSession,
  addStoryboard,
  addTakeaway,
  changeSession,
  changeTakeaway,
  freezeStoryboard,
  linkTest,
  planTestFrom,
  removeSession,
  removeStoryboard,
  removeTakeaway,
  setAside,
  viewLearning,
  viewSession,
  viewStoryboard,
  viewStoryboardVersion,
  viewTakeaway
} from './index.server.ts';

/** Everything on a real database, in the made-up place Fernhollow. Today is 2 March 2026. */

async function aSession(startsOn = '2026-02-20') {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  const { id: sessionId } = await good(
    addSession.run(actor, place.id, { title: 'Learning session 1', startsOn }, world)
  );
  const { id: projectId } = await good(
    addProject.run(actor, place.id, { title: 'Bedtime stories' }, world)
  );
  return { world, place, actor, sessionId, projectId };
}

const chosen = { noticed: 'Parents chose the books themselves', fromPlace: 'Longmere' };

async function aTakeaway() {
  const here = await aSession();
  const { id: takeawayId } = await good(
    addTakeaway.run(here.actor, here.place.id, { ...chosen, sessionId: here.sessionId }, here.world)
  );
  return { ...here, takeawayId };
}

const plan = {
  changeTried: 'Let one parent choose the book',
  plannedFor: '2026-03-02',
  predictions: [{ question: 'Is it read?', prediction: 'The same evening' }]
};

describe('a session', () => {
  test('keeps its programme and away team; empty lines are left out', async () => {
    const { world, place, actor, sessionId } = await aSession();
    const version = await good(
      changeSession.run(
        actor,
        place.id,
        {
          id: sessionId,
          title: 'Learning session 1',
          startsOn: '2026-02-20',
          programme: [
            { time: '9:30', title: 'Storyboards', kind: 'storyboards', lead: '' },
            { time: '', title: '', kind: 'talk', lead: '' }
          ],
          awayTeam: [{ role: 'Room lead', organisation: 'Brook nursery', speaksFor: 'parents' }],
          version: 1
        },
        world
      )
    );
    expect(version).toEqual({ version: 2 });
    const { session } = await good(viewSession.run(actor, place.id, { id: sessionId }, world));
    expect(session.programme).toEqual([
      { time: '9:30', title: 'Storyboards', kind: 'storyboards', lead: '' }
    ]);
    expect(session.awayTeam).toHaveLength(1);
  });

  test('is refused when it ends before it starts, has no host, or names somebody', async () => {
    const { world, place, actor } = await aSession();
    const base = { title: 'A day', startsOn: '2026-05-02' };
    const run = (parts: object) => addSession.run(actor, place.id, { ...base, ...parts }, world);
    expect(await run({ endsOn: '2026-05-01' })).toMatchObject({
      error: { kind: 'ends-before-it-starts' }
    });
    expect(await run({ host: 'elsewhere' })).toMatchObject({ error: { kind: 'host-missing' } });
    expect(await run({ about: 'Ask on 07700 900123' })).toMatchObject(asksAbout('about'));
    expect(
      await run({ awayTeam: [{ role: '', organisation: 'Brook nursery', speaksFor: '' }] })
    ).toMatchObject({ error: { kind: 'invalid-input', issues: [{ path: 'awayTeam.0.role' }] } });
  });

  test('tells the second of two editors what the first saved', async () => {
    const { world, place, actor, sessionId } = await aSession();
    const save = (title: string) =>
      changeSession.run(
        actor,
        place.id,
        { id: sessionId, title, startsOn: '2026-02-20', version: 1 },
        world
      );
    const answers = await Promise.all([save('First'), save('Second')]);
    const refused = answers.find((answer) => !answer.ok);
    const saved = answers.find((answer) => answer.ok);
    expect(saved).toEqual({ ok: true, value: { version: 2 } });
    expect(refused).toMatchObject({
      error: { kind: 'changed-meanwhile', version: 2, theirs: { startsOn: '2026-02-20' } }
    });
  });

  test('counts the tests done after it as those of its action period', async () => {
    const { world, place, actor, sessionId, projectId } = await aSession();
    const { id: testId } = await good(planTest.run(actor, place.id, { projectId, ...plan }, world));
    const report = {
      testId,
      carriedOut: 'as-planned',
      observations: 'It was read',
      doneOn: '2026-03-02',
      results: [{ result: 'It was' }],
      wasImprovement: 'no',
      decision: 'abandon',
      version: 1
    };
    await good(reportTest.run(actor, place.id, report, world));
    const { tested, period } = await good(
      viewSession.run(actor, place.id, { id: sessionId }, world)
    );
    expect(period).toMatchObject({ from: '2026-02-20', until: null, state: 'running' });
    expect(tested).toMatchObject({ all: 1, didNotHelp: 1, helped: 0 });
  });

  test('stays while something was taken back from it', async () => {
    const { world, place, actor, sessionId, takeawayId } = await aTakeaway();
    const remove = () => removeSession.run(actor, place.id, { id: sessionId }, world);
    expect(await remove()).toMatchObject({ error: { kind: 'in-use' } });
    await good(removeTakeaway.run(actor, place.id, { id: takeawayId }, world));
    expect(await remove()).toMatchObject({ ok: true });
  });
});

test('a session stays while a storyboard is made for it', async () => {
  const { world, place, actor, sessionId } = await aSession();
  const board = { title: 'Bedtime stories', sessionId };
  const { id: storyboardId } = await good(addStoryboard.run(actor, place.id, board, world));
  const remove = () => removeSession.run(actor, place.id, { id: sessionId }, world);
  expect(await remove()).toMatchObject({ error: { kind: 'in-use' } });
  await good(removeStoryboard.run(actor, place.id, { id: storyboardId }, world));
  expect(await remove()).toMatchObject({ ok: true });
});

describe('what was taken back', () => {
  test('is owed until a test of it is planned, and shows its answer', async () => {
    const { world, place, actor, takeawayId, projectId } = await aTakeaway();
    const owed = async () => (await good(viewLearning.run(actor, place.id, {}, world))).owed;
    expect(await owed()).toMatchObject([{ id: takeawayId, broughtOn: '2026-02-20' }]);
    const { id: testId, number } = await good(
      planTestFrom.run(actor, place.id, { takeawayId, projectId, ...plan }, world)
    );
    expect(number).toBe(1);
    expect(await owed()).toEqual([]);
    const report = {
      testId,
      carriedOut: 'as-planned',
      observations: 'It was read',
      doneOn: '2026-03-02',
      results: [{ result: 'It was' }],
      wasImprovement: 'yes',
      learnt: 'A chosen book is read',
      decision: 'adopt',
      version: 1
    };
    await good(reportTest.run(actor, place.id, report, world));
    const { takeaway } = await good(viewTakeaway.run(actor, place.id, { id: takeawayId }, world));
    expect(takeaway.tests).toMatchObject([
      { id: testId, wasImprovement: 'yes', learnt: 'A chosen book is read' }
    ]);
  });

  test('is not owed before its session has begun', async () => {
    const { world, place, actor, sessionId } = await aSession('2026-04-01');
    await good(addTakeaway.run(actor, place.id, { ...chosen, sessionId }, world));
    const view = await good(viewLearning.run(actor, place.id, {}, world));
    expect(view.owed).toEqual([]);
    expect(view.coming).toHaveLength(1);
    const later = await good(
      viewLearning.run(actor, place.id, {}, at(world, '2026-04-02T10:00:00Z'))
    );
    expect(later.owed).toHaveLength(1);
  });

  test('leaves no test behind when planning is refused', async () => {
    const { world, place, actor, takeawayId, projectId } = await aTakeaway();
    const refused = await planTestFrom.run(
      actor,
      place.id,
      { takeawayId, projectId, ...plan, predictions: [] },
      world
    );
    expect(refused).toMatchObject({ error: { kind: 'invalid-input' } });
    const { takeaway } = await good(viewTakeaway.run(actor, place.id, { id: takeawayId }, world));
    expect(takeaway.tests).toEqual([]);
  });

  test('is tied to a test once, and only to one that is here', async () => {
    const { world, place, actor, takeawayId, projectId } = await aTakeaway();
    const elsewhere = await aTakeaway();
    const { id: testId } = await good(planTest.run(actor, place.id, { projectId, ...plan }, world));
    const tie = () => linkTest.run(actor, place.id, { takeawayId, testId }, world);
    expect(await tie()).toMatchObject({ ok: true });
    expect(await tie()).toMatchObject({ error: { kind: 'already-linked' } });
    expect(
      await linkTest.run(
        elsewhere.actor,
        elsewhere.place.id,
        { takeawayId: elsewhere.takeawayId, testId },
        world
      )
    ).toMatchObject({ error: { kind: 'not-found' } });
    expect(await removeTakeaway.run(actor, place.id, { id: takeawayId }, world)).toMatchObject({
      error: { kind: 'in-use' }
    });
  });

  test('is set aside only with a reason, and over the version that was read', async () => {
    const { world, place, actor, takeawayId } = await aTakeaway();
    const aside = (parts: object) =>
      setAside.run(actor, place.id, { id: takeawayId, version: 1, ...parts }, world);
    expect(await aside({ setAsideWhy: ' ' })).toMatchObject({ error: { kind: 'invalid-input' } });
    await good(
      changeTakeaway.run(actor, place.id, { ...chosen, id: takeawayId, version: 1 }, world)
    );
    expect(await aside({ setAsideWhy: 'No room' })).toMatchObject({
      error: { kind: 'changed-meanwhile', version: 2 }
    });
    expect(await aside({ setAsideWhy: 'No room', version: 2 })).toMatchObject({ ok: true });
  });

  test('names only factors of the spine', async () => {
    const { world, place, actor, sessionId } = await aSession();
    const answer = await addTakeaway.run(
      actor,
      place.id,
      { ...chosen, sessionId, factorIds: ['luck'] },
      world
    );
    expect(answer).toMatchObject({ error: { kind: 'unknown-link', field: 'factorIds' } });
  });
});

describe('a storyboard', () => {
  test('follows the records, and a version of it does not', async () => {
    const { world, place, actor, projectId, sessionId } = await aSession();
    const { id: storyboardId } = await good(
      addStoryboard.run(
        actor,
        place.id,
        { title: 'What we tried', projectId, sessionId, learnt: 'A little' },
        world
      )
    );
    const kept = await good(freezeStoryboard.run(actor, place.id, { id: storyboardId }, world));
    await good(
      changeProject.run(
        actor,
        place.id,
        { id: projectId, title: 'Stories at night', aimChange: 'More stories', version: 1 },
        world
      )
    );
    const { content, versions } = await good(
      viewStoryboard.run(actor, place.id, { id: storyboardId }, world)
    );
    expect(content.projects).toMatchObject([{ title: 'Stories at night', aim: 'More stories.' }]);
    expect(versions).toMatchObject([{ number: 1 }]);
    const version = await good(
      viewStoryboardVersion.run(
        actor,
        place.id,
        { storyboardId, number: String(kept.number) },
        world
      )
    );
    expect(version.content.projects).toMatchObject([{ title: 'Bedtime stories', aim: null }]);
    expect(version.content.asOf).toBe('2026-03-02');
  });

  test('keeps two versions of one moment apart', async () => {
    const { world, place, actor } = await aSession();
    const { id: storyboardId } = await good(
      addStoryboard.run(actor, place.id, { title: 'The whole place' }, world)
    );
    const keep = () => freezeStoryboard.run(actor, place.id, { id: storyboardId }, world);
    const numbers = (await Promise.all([keep(), keep()])).map((answer) =>
      answer.ok ? answer.value.number : 0
    );
    expect(numbers.toSorted()).toEqual([1, 2]);
  });
});
