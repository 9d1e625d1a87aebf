import { addGroup } from '#modules/groups/server';
import type { Command } from '#platform/command';
import { expect, test } from 'vitest';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addAction,
  addAim,
  addPlanMeasure,
  addPlanPriority,
  changeAction,
  changeAim,
  removeAim,
  removePlanPriority,
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
