import { describe, expect, test } from 'vitest';
import {
  addChangeIdea,
  addMeasure,
  addMeasureValue,
  addProject
} from '#modules/improvement/server';
import { good, type Answer } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addMember,
  addMilestone,
  changeCharter,
  changeMember,
  changeMilestone,
  removeMember,
  removeMilestone,
  scoreProgress,
  viewCharter,
  viewProgress
} from './index.server.ts';

/** Charters on a real database, in the made-up place Fernhollow. */

async function aProject() {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  type Taker<Value> = {
    run(...given: [typeof actor, typeof place.id, unknown, typeof world]): Promise<Answer<Value>>;
  };
  const ask = <Value>(command: Taker<Value>, input: unknown) =>
    command.run(actor, place.id, input, world);
  const give = <Value>(command: Taker<Value>, input: unknown) => good(ask(command, input));
  const { id: projectId } = await give(addProject, {
    title: 'Bedtime',
    aimChange: 'Children hear a story',
    aimAmount: '65%',
    aimBy: '2026-10-31'
  });
  return { world, place, actor, ask, give, projectId };
}

test('a charter is drawn from what is recorded', async () => {
  const { give, projectId } = await aProject();
  const empty = await give(viewCharter, { projectId });
  expect(empty.charter).toMatchObject({
    why: '',
    scopeIn: '',
    scopeOut: '',
    limits: '',
    version: 0
  });
  await give(changeCharter, {
    id: projectId,
    why: 'Parents asked for it',
    scopeIn: 'Two rooms',
    version: 0
  });
  await give(addMember, { projectId, part: 'member', role: 'Librarian' });
  await give(addMember, {
    projectId,
    part: 'sponsor',
    role: 'Head of centre',
    organisation: 'Nurseries',
    brings: 'Time for the team'
  });
  await give(addMilestone, { projectId, title: 'The aim', dueOn: '2026-10-31' });
  await give(addMilestone, { projectId, title: 'First test', dueOn: '2026-05-01' });
  const view = await give(viewCharter, { projectId });
  expect(view.aim).toBe('Children hear a story: 65%, by 31 October 2026.');
  expect(view.charter).toMatchObject({ why: 'Parents asked for it', version: 1 });
  expect(view.team.map(({ role }) => role)).toEqual(['Head of centre', 'Librarian']);
  expect(view.milestones.map(({ title }) => title)).toEqual(['First test', 'The aim']);
});

describe('two editors', () => {
  test('who write the first charter at once: the second chooses', async () => {
    const { ask, give, projectId } = await aProject();
    await give(changeCharter, { id: projectId, why: 'One reason', version: 0 });
    expect(await ask(changeCharter, { id: projectId, why: 'Another', version: 0 })).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { why: 'One reason' }, version: 1 }
    });
    await give(changeCharter, { id: projectId, why: 'Another', version: 1 });
    expect(await ask(changeCharter, { id: projectId, why: 'A third', version: 1 })).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { why: 'Another' }, version: 2 }
    });
  });

  test('of a member and of a milestone: the second chooses', async () => {
    const { ask, give, projectId } = await aProject();
    const { id: memberId } = await give(addMember, { projectId, part: 'lead', role: 'Leader' });
    const member = { id: memberId, part: 'lead', version: 1 };
    await give(changeMember, { ...member, role: 'Room leader' });
    expect(await ask(changeMember, { ...member, role: 'Somebody' })).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { role: 'Room leader' } }
    });
    const first = { title: 'First test', dueOn: '2026-05-01' };
    const { id: milestoneId } = await give(addMilestone, { projectId, ...first });
    const changed = { id: milestoneId, ...first, version: 1 };
    await give(changeMilestone, { ...changed, dueOn: '2026-06-01' });
    expect(await ask(changeMilestone, { ...changed, title: 'A test' })).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { dueOn: '2026-06-01' } }
    });
    await give(removeMember, { id: memberId });
    await give(removeMilestone, { id: milestoneId });
    const view = await give(viewCharter, { projectId });
    expect([view.team, view.milestones]).toEqual([[], []]);
    expect(await ask(removeMember, { id: memberId })).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});

test('what may name somebody, or is said to be reached ahead of time, is sent back', async () => {
  const { ask, projectId } = await aProject();
  const named = { projectId, part: 'member', role: 'Ring 0161 496 0000' };
  expect(await ask(addMember, named)).toMatchObject(asksAbout('role'));
  const ahead = { projectId, title: 'The aim', dueOn: '2026-10-31', doneOn: '2099-01-01' };
  expect(await ask(addMilestone, ahead)).toEqual({
    ok: false,
    error: { kind: 'done-ahead', doneOn: '2099-01-01' }
  });
});

describe('a progress score', () => {
  test('is given by a person with a reason, beside what the records suggest', async () => {
    const { ask, give, projectId } = await aProject();
    expect((await give(viewProgress, { projectId })).suggestion.score).toBe(0.5);
    await give(addMember, { projectId, part: 'lead', role: 'Room leader' });
    await give(addMember, { projectId, part: 'family', role: 'Parents’ representative' });
    expect((await give(viewProgress, { projectId })).suggestion.score).toBe(1);
    await give(addChangeIdea, { projectId, text: 'Story bag' });
    expect((await give(viewProgress, { projectId })).suggestion.score).toBe(1.5);
    const { id: measureId } = await give(addMeasure, {
      projectId,
      title: 'Stories at home',
      kind: 'outcome',
      valueForm: 'share',
      direction: 'increase'
    });
    await give(addMeasureValue, {
      measureId,
      measuredOn: '2026-01-05',
      numerator: '9',
      denominator: '20'
    });

    await give(scoreProgress, { projectId, score: '2.5', reason: 'Two rooms try it', after: 0 });
    const view = await give(viewProgress, { projectId });
    expect(view.suggestion.score).toBe(2);
    expect(view.scores).toMatchObject([{ number: 1, score: 2.5, suggested: 2 }]);
    expect(view.scale).toHaveLength(10);
    expect((await give(viewCharter, { projectId })).score).toMatchObject({ score: 2.5 });
    expect(
      await ask(scoreProgress, { projectId, score: '2.7', reason: 'No such step', after: 1 })
    ).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(await ask(scoreProgress, { projectId, score: '3', after: 1 })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' }
    });
  });

  test('is never changed, and nobody scores over somebody else unawares', async () => {
    const { world, place, actor, ask, give, projectId } = await aProject();
    await give(scoreProgress, { projectId, score: 1, reason: 'A beginning', after: 0 });
    const second = { projectId, score: 2, reason: 'We count', after: 0 };
    expect(await ask(scoreProgress, second)).toMatchObject({
      ok: false,
      error: { kind: 'scored-meanwhile', score: 1 }
    });
    const later = at(world, '2027-01-20T09:00:00Z');
    await good(scoreProgress.run(actor, place.id, { ...second, after: 1 }, later));
    const earlier = {
      projectId,
      score: 1.5,
      reason: 'As it was',
      scoredOn: '2026-01-02',
      after: 2
    };
    await good(scoreProgress.run(actor, place.id, earlier, later));
    const { scores } = await give(viewProgress, { projectId });
    expect(scores.map(({ score, suggested }) => [score, suggested])).toEqual([
      [1, 0.5],
      [2, 0.5],
      [1.5, null]
    ]);
    const ahead = { ...second, scoredOn: '2099-01-01', after: 3 };
    expect(await ask(scoreProgress, ahead)).toMatchObject({
      ok: false,
      error: { kind: 'scored-ahead' }
    });
  });

  test('given by two at the same moment is kept once', async () => {
    const { ask, give, projectId } = await aProject();
    const score = { projectId, score: 1, reason: 'A beginning', after: 0 };
    const answers = await Promise.all([ask(scoreProgress, score), ask(scoreProgress, score)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await give(viewProgress, { projectId })).scores).toHaveLength(1);
  });
});
