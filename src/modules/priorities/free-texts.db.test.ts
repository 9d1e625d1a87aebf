import { expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  answerQuestion,
  chooseFactor,
  chooseOutcome,
  decideActionKinds,
  setFactorAside,
  viewPriorities,
  viewPriority
} from './index.server.ts';

const world = await testWorld();
const named = 'The mother born 3 April 1990 asked for it';
const looked = { checkedForPeople: 'yes' };

test('the reason of a choice asks whether somebody may be recognised', async () => {
  const place = await testPlace(world);
  const { lead } = place.people;
  const outcome = { outcome: 'communication', ages: ['months-8-36'], reason: named };
  const choose = (input: object) => chooseOutcome.run(lead, place.id, input, world);
  expect(await choose(outcome)).toMatchObject(asksAbout('reason'));
  expect((await choose({ ...outcome, ...looked })).ok).toBe(true);
  const factor = { factor: 'safe-places-to-play', outcomes: [], reason: named };
  expect(await chooseFactor.run(lead, place.id, factor, world)).toMatchObject(asksAbout('reason'));
});

async function chosenIn(place: Awaited<ReturnType<typeof testPlace>>): Promise<string> {
  const factor = { factor: 'safe-places-to-play', outcomes: [], reason: 'Parents named it' };
  const chosen = await chooseFactor.run(place.people.lead, place.id, factor, world);
  if (!chosen.ok) throw new Error(chosen.error.kind);
  return chosen.value.id;
}

test('an answer on the way, and the reason of a kind of action, ask whether somebody may be recognised', async () => {
  const place = await testPlace(world);
  const { lead } = place.people;
  const priorityId = await chosenIn(place);
  const answer = (input: object) =>
    answerQuestion.run(lead, place.id, { priorityId, ...input }, world);
  const first = { question: 'practice-in-place', answer: 'cannot-tell', reason: named };
  expect(await answer(first)).toMatchObject(asksAbout('reason'));
  expect((await answer({ ...first, ...looked })).ok).toBe(true);

  const decide = (input: object) =>
    decideActionKinds.run(lead, place.id, { priorityId, ...input }, world);
  const kinds = [{ actionKind: 'gather-evidence', reason: named }];
  expect(await decide({ kinds })).toMatchObject(asksAbout('kinds.0.reason'));
  expect((await decide({ kinds, ...looked })).ok).toBe(true);
  const view = await viewPriority.run(lead, place.id, { id: priorityId }, world);
  expect(view).toMatchObject({
    value: { priority: { decision: { path: [{ reason: named }], kinds } } }
  });
});

test('the reason for setting a factor aside is looked through, and kept', async () => {
  const place = await testPlace(world);
  const { lead } = place.people;
  const id = await chosenIn(place);
  const aside = (input: object) => setFactorAside.run(lead, place.id, { id, ...input }, world);
  expect(await aside({ asideReason: named })).toMatchObject(asksAbout('asideReason'));
  expect((await aside({ asideReason: 'Others come first' })).ok).toBe(true);
  expect(await viewPriorities.run(lead, place.id, {}, world)).toMatchObject({
    value: {
      priorities: [],
      considered: [{ factor: 'safe-places-to-play', reason: 'Others come first' }]
    }
  });
});
