import type { Command } from '#platform/command';
import { expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addAction,
  addAim,
  addPlanMeasure,
  addPlanPriority,
  changeAction,
  reportProgress,
  viewAction
} from './index.server.ts';

const world = await testWorld();
const postcode = 'The family at M33 7ZF first';
type Adding = Command<{ readonly id: string }, { readonly kind: string }>;
const looked = { checkedForPeople: 'yes' };

/** A place with a priority and an aim, and how its lead sends a command. */
async function aPlan() {
  const place = await testPlace(world);
  const send = (command: Adding, input: object) =>
    command.run(place.people.lead, place.id, input, world);
  const idOf = async (command: Adding, input: object) => {
    const answer = await send(command, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.id;
  };
  const planPriorityId = await idOf(addPlanPriority, { title: 'Talk and play' });
  const aimId = await idOf(addAim, { planPriorityId, title: 'Families have books at home' });
  return { place, send, idOf, planPriorityId, aimId };
}

test('the plan asks about each of its texts in which somebody may be recognised', async () => {
  const { send, planPriorityId, aimId } = await aPlan();
  const priority = { title: 'Play', statement: postcode, source: 'Ring 0161 496 0000' };
  expect(await send(addPlanPriority, priority)).toMatchObject(asksAbout('statement', 'source'));
  const aim = { planPriorityId, title: 'Books', dueAsWritten: 'Before she is 5, born 3.4.2021' };
  expect(await send(addAim, aim)).toMatchObject(asksAbout('dueAsWritten'));
  const action = { aimId, title: 'Visit', lead: 'a.sponsor@example.org', targetGroup: postcode };
  expect(await send(addAction, action)).toMatchObject(asksAbout('lead', 'targetGroup'));
  const measure = { planPriorityId, title: 'NHS number 943 476 5919 reads' };
  expect(await send(addPlanMeasure, measure)).toMatchObject(asksAbout('title'));
});

test('an action is saved as it was written once somebody has looked, and changed likewise', async () => {
  const { place, send, idOf, aimId } = await aPlan();
  const { lead, contributor } = place.people;
  const id = await idOf(addAction, { aimId, title: 'Visit', targetGroup: postcode, ...looked });
  const view = async () => {
    const answer = await viewAction.run(lead, place.id, { id }, world);
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value.action;
  };
  expect((await view()).targetGroup).toBe(postcode);

  const change = { id, aimId, title: 'Visit', evaluation: 'Ask on 0161 496 0000', version: 1 };
  const changing = changeAction.run(lead, place.id, change, world);
  expect(await changing).toMatchObject(asksAbout('evaluation'));
  expect((await view()).targetGroup).toBe(postcode);
  const again = await changeAction.run(lead, place.id, { ...change, ...looked }, world);
  expect(again.ok).toBe(true);

  const told = { id, status: 'under-way', progressNote: postcode, version: 2 };
  const report = (input: object) => reportProgress.run(contributor, place.id, input, world);
  expect(await report(told)).toMatchObject(asksAbout('progressNote'));
  expect((await report({ ...told, ...looked })).ok).toBe(true);
  expect((await view()).progressNote).toBe(postcode);
  expect(await send(addAction, { aimId, title: 'Nine families of ten' })).toMatchObject({
    ok: true
  });
});
