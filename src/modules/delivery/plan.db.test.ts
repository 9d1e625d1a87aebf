import { aimsCsv, actionsCsv } from './index.ts';
import { addGroup } from '#modules/groups/server';
import type { Command } from '#platform/command';
import { expect, test } from 'vitest';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addAction,
  addAim,
  addPlanMeasure,
  addPlanPriority,
  addSupport,
  answerSupport,
  changeAction,
  changeAim,
  changePlanPriority,
  changeSupport,
  removeAim,
  removePlanPriority,
  reportAimProgress,
  reportProgress,
  viewAction,
  viewAim,
  viewPlan
} from './index.server.ts';

const world = await testWorld();
type Any = Command<unknown, { readonly kind: string }>;
type Adding = Command<{ readonly id: string }, { readonly kind: string }>;

/** A place with a heading of the plan, and how its people send commands. */
async function aPlan() {
  const place = await testPlace(world);
  const { lead, coordinator } = place.people;
  const send = (command: Any, input: object) => command.run(lead, place.id, input, world);
  const idOf = async (command: Adding, input: object, who = lead) => {
    const answer = await command.run(who, place.id, input, world);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.id;
  };
  const group = (name: string) => idOf(addGroup, { name, kind: 'priority' }, coordinator);
  const planPriorityId = await idOf(addPlanPriority, { title: 'Talk and play' });
  return { place, send, idOf, group, planPriorityId };
}

test('what the form of an aim does not ask stays as it was read from the plan', async () => {
  const { place, send, idOf, planPriorityId } = await aPlan();
  const read = { number: 7, dueAsWritten: 'By the end of 2019', source: 'Page 12', position: 3 };
  const id = await idOf(addAim, { planPriorityId, title: 'Books', ...read });
  const changed = await send(changeAim, { id, planPriorityId, title: 'More books', version: 1 });
  expect(changed).toMatchObject({ ok: true });
  const view = await viewAim.run(place.people.reader, place.id, { id }, world);
  expect(view).toMatchObject({ value: { aim: { title: 'More books', version: 2, ...read } } });
});

test('an aim is led and supported by groups of its own partnership', async () => {
  const [here, elsewhere] = [await aPlan(), await aPlan()];
  const { send, planPriorityId } = here;
  const [own, other] = [await here.group('Board'), await elsewhere.group('Board')];
  const aim = { planPriorityId, title: 'Books' };
  expect(await send(addAim, { ...aim, leadGroupId: own, supportedBy: [own] })).toMatchObject({
    ok: true
  });
  expect(await send(addAim, { ...aim, leadGroupId: other })).toMatchObject({
    error: { kind: 'unknown-link', field: 'leadGroupId' }
  });
  expect(await send(addAim, { ...aim, supportedBy: [own, other] })).toMatchObject({
    error: { kind: 'unknown-link', field: 'supportedBy' }
  });
  const heading = { planPriorityId: elsewhere.planPriorityId, title: 'Books' };
  expect(await send(addAim, heading)).toMatchObject({
    error: { kind: 'unknown-link', field: 'planPriorityId' }
  });
});

test('a supporting group answers to the words it was asked in, and answers again to others', async () => {
  const { place, send, idOf, group, planPriorityId } = await aPlan();
  const [lead, panel, other] = [await group('Talk'), await group('Panel'), await group('Other')];
  const aim = { planPriorityId, title: 'Books', leadGroupId: lead, supportedBy: [panel, lead] };
  const aimId = await idOf(addAim, aim);
  const asked = { aimId, what: 'Reads each leaflet', askedOn: '2026-02-02' };
  expect(await send(addSupport, { ...asked, groupId: lead })).toMatchObject({
    error: { kind: 'leads-it' }
  });
  expect(await send(addSupport, { ...asked, groupId: other })).toMatchObject({
    error: { kind: 'is-no-supporter' }
  });
  const id = await idOf(addSupport, { ...asked, groupId: panel });
  expect(await send(addSupport, { ...asked, groupId: panel })).toMatchObject({ ok: false });

  const answer = { id, answer: 'accepted', answeredBy: 'Chair', version: 1 };
  const reply = (given: object) =>
    answerSupport.run(place.people.contributor, place.id, { ...answer, ...given }, world);
  expect(await reply({ answeredOn: '2026-02-01' })).toMatchObject({
    error: { kind: 'answered-before-asked' }
  });
  expect(await reply({ answeredOn: '2099-01-01' })).toMatchObject({
    error: { kind: 'answered-ahead' }
  });
  expect(await reply({ answer: 'asked', answeredOn: '2026-02-03' })).toMatchObject({ ok: false });
  expect(await reply({ answer: 'declined', answeredOn: '2026-02-03' })).toMatchObject({
    error: { kind: 'declined-without-reason' }
  });
  expect(await reply({ answeredOn: '2026-02-03' })).toMatchObject({ ok: true });
  const now = async () => {
    const view = await viewAim.run(place.people.reader, place.id, { id: aimId }, world);
    return view.ok ? view.value.supports : [];
  };
  expect(await now()).toMatchObject([{ answer: 'accepted', answeredOn: '2026-02-03' }]);
  // A later day of asking leaves the answer; other words do not.
  const same = { id, groupId: panel, what: asked.what, askedOn: '2026-02-01', version: 2 };
  expect(await send(changeSupport, same)).toMatchObject({ ok: true });
  expect(await now()).toMatchObject([{ answer: 'accepted' }]);
  expect(await send(changeSupport, { ...same, what: 'Prints them', version: 3 })).toMatchObject({
    ok: true
  });
  expect(await now()).toMatchObject([{ answer: 'asked', answeredOn: null, answeredBy: '' }]);

  // The file names what was asked, and leaves out whoever declined.
  expect(
    await reply({
      answer: 'declined',
      answeredOn: '2026-02-03',
      answerReason: 'No time',
      version: 4
    })
  ).toMatchObject({ ok: true });
  const plan = await viewPlan.run(place.people.reader, place.id, {}, world);
  const [headings = '', line = ''] = plan.ok ? aimsCsv(plan.value).split('\r\n') : [];
  const at = headings.split(',').indexOf('Groups that support');
  expect(line.split(',')[at]).toBe('');
  expect(line).toContain('Panel: Prints them (Declined on 3 February 2026');
  // What is said of its support goes with the aim.
  expect(await send(removeAim, { id: aimId })).toMatchObject({ ok: true });
});

test('a heading with aims stays; without them it goes, and its measures with it', async () => {
  const { place, send, idOf, planPriorityId } = await aPlan();
  await idOf(addPlanMeasure, { planPriorityId, title: 'Children who meet their milestones' });
  const aimId = await idOf(addAim, { planPriorityId, title: 'Books' });
  expect(await send(removePlanPriority, { id: planPriorityId })).toMatchObject({
    error: { kind: 'in-use', sentence: 'Move or remove its aims first.' }
  });
  const plan = async () => viewPlan.run(place.people.reader, place.id, {}, world);
  expect(await plan()).toMatchObject({ value: { measures: [{ planPriorityId }] } });
  expect(await send(removeAim, { id: aimId })).toMatchObject({ ok: true });
  expect(await send(removePlanPriority, { id: planPriorityId })).toMatchObject({ ok: true });
  expect(await plan()).toMatchObject({ value: { priorities: [], measures: [] } });
});

test('progress is told on its own, and the second of two is shown what the first said', async () => {
  const { place, send, idOf, planPriorityId } = await aPlan();
  const aimId = await idOf(addAim, { planPriorityId, title: 'Books' });
  const action = { aimId, title: 'Book bags', startsOn: '2026-03-02', evaluation: 'Ask families' };
  const id = await idOf(addAction, action);
  const told = { id, status: 'held-up', progressNote: 'No driver yet', version: 1 };
  expect(await send(reportProgress, told)).toMatchObject({ value: { version: 2 } });
  expect(await send(reportProgress, { ...told, status: 'done' })).toMatchObject({
    error: {
      kind: 'changed-meanwhile',
      theirs: { status: 'held-up', progressNote: 'No driver yet' }
    }
  });
  const early = { ...action, id, dueOn: '2026-03-01', version: 2 };
  expect(await send(changeAction, early)).toMatchObject({
    error: { kind: 'ends-before-it-starts' }
  });
  const view = await viewAction.run(place.people.reader, place.id, { id }, world);
  expect(view).toMatchObject({
    value: { action: { status: 'held-up', evaluation: 'Ask families', position: 0 } }
  });
});

test('a priority keeps its number: a new one comes next, and a number is not given again', async () => {
  const { place, send, idOf, planPriorityId } = await aPlan();
  const books = await idOf(addPlanPriority, { title: 'Books at home' });
  await idOf(addPlanPriority, { title: 'A priority that sorts first' });
  const numbers = async () => {
    const view = await viewPlan.run(place.people.reader, place.id, {}, world);
    if (!view.ok) throw new Error(view.error.kind);
    return view.value.priorities.map(({ number, title }) => [number, title]);
  };
  expect(await numbers()).toEqual([
    [1, 'Talk and play'],
    [2, 'Books at home'],
    [3, 'A priority that sorts first']
  ]);
  const renamed = { id: planPriorityId, title: 'Zest for talk', version: 1 };
  expect(await send(changePlanPriority, renamed)).toMatchObject({ ok: true });
  expect(await send(removePlanPriority, { id: books })).toMatchObject({ ok: true });
  await idOf(addPlanPriority, { title: 'Quiet places' });
  expect(await numbers()).toEqual([
    [1, 'Zest for talk'],
    [3, 'A priority that sorts first'],
    [4, 'Quiet places']
  ]);
});

test('an aim and an action that are added come last, and move none before them', async () => {
  const { place, idOf, planPriorityId } = await aPlan();
  const first = await idOf(addAim, { planPriorityId, title: 'Songs' });
  const last = await idOf(addAim, { planPriorityId, title: 'Books' });
  for (const title of ['Train rooms', 'Ask families'])
    await idOf(addAction, { aimId: first, title });
  const view = await viewPlan.run(place.people.reader, place.id, {}, world);
  expect(view).toMatchObject({
    value: {
      aims: [{ id: first }, { id: last }],
      actions: [{ title: 'Train rooms' }, { title: 'Ask families' }]
    }
  });
});

test('an aim has a status and progress of its own, told as that of an action is', async () => {
  const { place, send, idOf, planPriorityId } = await aPlan();
  const id = await idOf(addAim, { planPriorityId, title: 'Books', dueOn: '2026-02-01' });
  const told = { id, status: 'held-up', progressNote: 'No money yet', version: 1 };
  const report = (input: object) =>
    reportAimProgress.run(place.people.contributor, place.id, input, world);
  expect(await report(told)).toMatchObject({ value: { version: 2 } });
  expect(await report({ ...told, status: 'done' })).toMatchObject({
    error: { kind: 'changed-meanwhile', theirs: { status: 'held-up' } }
  });
  const view = await viewAim.run(place.people.reader, place.id, { id }, world);
  expect(view).toMatchObject({
    value: { aim: { status: 'held-up', progressNote: 'No money yet', progressOn: '2026-03-02' } }
  });
  expect(await send(changeAim, { id, planPriorityId, title: 'Books', version: 2 })).toMatchObject({
    ok: true
  });
});

test('an aim that stands twice is kept once, and taken away with the date of the one it repeats', async () => {
  const { place, send, idOf, group, planPriorityId } = await aPlan();
  const [early, health] = [await group('Early Years'), await group('Health')];
  const other = await idOf(addPlanPriority, { title: 'Health', groupId: health });
  const led = await idOf(addAim, {
    planPriorityId: other,
    title: 'A parenting strategy',
    dueOn: '2026-02-01',
    leadGroupId: health,
    supportedBy: [early],
    factors: ['parenting-practices']
  });
  const twice = { planPriorityId, title: 'The parenting strategy', sameAs: led };
  const entry = await idOf(addAim, twice);
  expect(await send(addAim, { ...twice, sameAs: entry })).toMatchObject({
    error: { kind: 'same-as-an-entry' }
  });
  expect(await send(removeAim, { id: led })).toMatchObject({ error: { kind: 'in-use' } });
  await idOf(addAction, { aimId: led, title: 'Ask parents', factors: ['nutrition'] });

  const view = await viewPlan.run(place.people.reader, place.id, {}, world);
  if (!view.ok) throw new Error(view.error.kind);
  const rows = aimsCsv(view.value).split('\r\n');
  expect(rows[1]).toContain('1. Talk and play,,The parenting strategy');
  expect(rows[1]).toContain('Health,,Early Years,2026-02-01,,Not started,29,');
  expect(rows[1]).toContain('2. Health: A parenting strategy');
  expect(rows[2]).toContain('Parenting practices,Health,,Early Years,2026-02-01,,Not started,29');
  expect(actionsCsv(view.value).split('\r\n')[1]).toContain(
    '2. Health,A parenting strategy,Ask parents,Nutrition; Parenting practices,'
  );
});
