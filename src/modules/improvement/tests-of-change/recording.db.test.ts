import { randomUUID } from 'node:crypto';
import { good } from '../../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../../tests/support/world.ts';
import { describe, expect, test } from 'vitest';
import {
  addMeasure,
  addMeasureValue,
  addProject,
  recordTest,
  removeMeasureValue,
  reportTest,
  viewMeasure,
  viewProjects,
  viewRecordChoices,
  viewTest
} from '../index.server.ts';

/** Recording in two minutes, from a phone that may send twice, on a real database. */

const basket = {
  newProject: 'Books to choose',
  changeTried: 'A basket of books by the door',
  plannedFor: '1/3/2026',
  predictions: [{ question: '', prediction: 'Two of five families take one' }]
};
const tried = {
  ...basket,
  tried: 'yes',
  results: [{ result: 'Four of five' }],
  wasImprovement: 'yes',
  decision: 'adopt',
  toldAtHome: 'The afternoon team, at the Monday meeting'
};

async function here() {
  const world = await testWorld();
  const place = await testPlace(world);
  const send = (input: unknown, who: 'contributor' | 'lead' = 'contributor') =>
    recordTest.run(place.people[who], place.id, input, world);
  return { world, place, actor: place.people.contributor, send };
}

describe('a test recorded in two minutes', () => {
  test('is complete in one sending, its project begun with it, its result beside its prediction', async () => {
    const { world, place, actor, send } = await here();
    const saved = await good(send(tried));
    const { test: stored, project } = await good(
      viewTest.run(actor, place.id, { testId: saved.id }, world)
    );
    expect(project.title).toBe('Books to choose');
    expect(stored).toMatchObject({
      status: 'acted',
      rampStep: '1',
      doneOn: '2026-03-01',
      wasImprovement: 'yes',
      decision: 'adopt',
      toldAtHome: 'The afternoon team, at the Monday meeting'
    });
    expect(stored.predictions[0]).toMatchObject({
      prediction: 'Two of five families take one',
      result: 'Four of five'
    });
  });

  test('is only planned while it has not been tried', async () => {
    const { world, place, actor, send } = await here();
    const saved = await good(send({ ...basket, tried: 'no' }));
    const view = await good(viewTest.run(actor, place.id, { testId: saved.id }, world));
    expect(view.test).toMatchObject({ status: 'planned', wasImprovement: null });
    const choices = await good(viewRecordChoices.run(actor, place.id, {}, world));
    expect(choices.reports.map(({ id }) => id)).toEqual([saved.id]);
    expect(choices.projectId).toBe(saved.projectId);
  });

  test('asks for what came of it, whether it helped and what is next, and for a project', async () => {
    const { send } = await here();
    const answer = await send({ ...basket, tried: 'yes', results: [{ result: '' }] });
    expect(answer.ok ? [] : answer.error).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'results.0.result' }, { path: 'wasImprovement' }, { path: 'decision' }]
    });
    expect(await send({ ...basket, newProject: '' })).toEqual({
      ok: false,
      error: { kind: 'project-missing' }
    });
  });

  test('leaves nothing behind when a part of it is refused', async () => {
    const { world, place, actor, send } = await here();
    const ahead = { ...tried, plannedFor: '3/3/2026', sendingId: randomUUID() };
    expect(await send(ahead)).toMatchObject({ error: { kind: 'done-ahead' } });
    const { projects } = await good(viewProjects.run(actor, place.id, {}, world));
    expect(projects).toEqual([]);
    // Mended, it is sent under the same identifier.
    await good(send({ ...ahead, plannedFor: '2/3/2026' }));
  });
});

describe('what is sent twice', () => {
  test('is saved once, and answered with what it made', async () => {
    const { world, place, actor, send } = await here();
    const sendingId = randomUUID();
    const first = await good(send({ ...tried, sendingId }));
    const second = await good(send({ ...tried, sendingId }));
    expect(second).toEqual({ ...first, isAgain: true });
    const { total, projects } = await good(viewProjects.run(actor, place.id, {}, world));
    expect({ tests: total.all, projects: projects.length }).toEqual({ tests: 1, projects: 1 });
  });

  test('is saved once when both arrive at the same moment', async () => {
    const { world, place, actor, send } = await here();
    const sendingId = randomUUID();
    const both = await Promise.all([
      good(send({ ...tried, sendingId })),
      good(send({ ...tried, sendingId }))
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both.filter(({ isAgain }) => isAgain)).toHaveLength(1);
    const { total } = await good(viewProjects.run(actor, place.id, {}, world));
    expect(total.all).toBe(1);
  });

  test('with other words is refused, and leads to what was saved', async () => {
    const { send } = await here();
    const sendingId = randomUUID();
    const { id } = await good(send({ ...tried, sendingId }));
    expect(await send({ ...tried, changeTried: 'A box', sendingId })).toEqual({
      ok: false,
      error: { kind: 'sent-otherwise', testId: id, valueId: null }
    });
    // Somebody else's identifier says nothing about what it made.
    expect(await send({ ...tried, sendingId }, 'lead')).toEqual({
      ok: false,
      error: { kind: 'sent-otherwise', testId: null, valueId: null }
    });
  });

  test('does not report a planned test twice', async () => {
    const { world, place, actor, send } = await here();
    const { id: testId } = await good(send(basket));
    const { results, wasImprovement, decision } = tried;
    const report = {
      testId,
      sendingId: randomUUID(),
      doneOn: '2026-03-01',
      results,
      wasImprovement,
      decision,
      version: 1
    };
    const first = await good(reportTest.run(actor, place.id, report, world));
    // The answer was lost: without the identifier this would be somebody else's change.
    const second = await good(reportTest.run(actor, place.id, report, world));
    expect([first.isAgain, second.isAgain]).toEqual([false, true]);
    const { sendingId: _, ...unnamed } = report;
    expect(await reportTest.run(actor, place.id, unnamed, world)).toMatchObject({
      error: { kind: 'changed-meanwhile' }
    });
  });
});

describe('a value of a measure that is sent twice', () => {
  async function aMeasure() {
    const { world, place, actor } = await here();
    const { id: projectId } = await good(
      addProject.run(actor, place.id, { title: 'Stories' }, world)
    );
    const { id: measureId } = await good(
      addMeasure.run(
        actor,
        place.id,
        {
          projectId,
          title: 'Heard a story',
          kind: 'outcome',
          valueForm: 'share',
          direction: 'increase'
        },
        world
      )
    );
    const typed = { measureId, measuredOn: '2026-03-01', numerator: '14', denominator: '20' };
    const add = (input: object, who: 'contributor' | 'lead' = 'contributor') =>
      addMeasureValue.run(place.people[who], place.id, { ...typed, ...input }, world);
    const values = async () =>
      (await good(viewMeasure.run(actor, place.id, { measureId }, world))).values;
    return { world, place, actor, add, values };
  }

  test('is added once, also when both arrive at the same moment, and by itself the second time', async () => {
    const { add, values } = await aMeasure();
    const sendingId = randomUUID();
    const both = await Promise.all([good(add({ sendingId })), good(add({ sendingId }))]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both.map(({ isAgain }) => isAgain).sort()).toEqual([false, true]);
    expect(await good(add({ sendingId }))).toMatchObject({ isAgain: true });
    expect(await values()).toMatchObject([{ figure: { numerator: 14, denominator: 20 } }]);
    // Without the identifier the date is taken, as it is for anybody else.
    expect(await add({})).toMatchObject({ error: { kind: 'date-taken' } });
  });

  test('stays away when somebody removed it meanwhile', async () => {
    const { world, place, add, values } = await aMeasure();
    const sendingId = randomUUID();
    const { id: valueId } = await good(add({ sendingId }));
    await good(removeMeasureValue.run(place.people.lead, place.id, { valueId, version: 1 }, world));
    expect(await good(add({ sendingId }))).toMatchObject({ isAgain: true });
    expect(await values()).toEqual([]);
  });

  test('with another figure, or by another person, is refused', async () => {
    const { add, values } = await aMeasure();
    const sendingId = randomUUID();
    const { id } = await good(add({ sendingId }));
    expect(await add({ sendingId, numerator: '15' })).toEqual({
      ok: false,
      error: { kind: 'sent-otherwise', testId: null, valueId: id }
    });
    expect(await add({ sendingId }, 'lead')).toEqual({
      ok: false,
      error: { kind: 'sent-otherwise', testId: null, valueId: null }
    });
    expect(await values()).toHaveLength(1);
  });

  test('refused at first, is added under the same identifier once it is mended', async () => {
    const { add, values } = await aMeasure();
    const sendingId = randomUUID();
    expect(await add({ sendingId, numerator: '21' })).toMatchObject({
      error: { kind: 'bad-figure' }
    });
    expect(await good(add({ sendingId }))).toMatchObject({ isAgain: false });
    expect(await values()).toHaveLength(1);
  });
});
