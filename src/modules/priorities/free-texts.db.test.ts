import { peopleField } from '#core/form-state';
import { expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { chooseFactor, chooseOutcome, decideActionKind, viewPriority } from './index.server.ts';

const world = await testWorld();
const named = 'The mother born 3 April 1990 asked for it';
const looked = { checkedForPeople: 'yes' };

test('the reason of a choice asks whether somebody may be recognised', async () => {
  const place = await testPlace(world);
  const { lead } = place.people;
  const outcome = { outcome: 'communication', reason: named };
  const choose = (input: object) => chooseOutcome.run(lead, place.id, input, world);
  expect(await choose(outcome)).toMatchObject(asksAbout('reason'));
  expect((await choose({ ...outcome, ...looked })).ok).toBe(true);
  const factor = { factor: 'safe-places-to-play', outcomes: [], reason: named };
  expect(await chooseFactor.run(lead, place.id, factor, world)).toMatchObject(asksAbout('reason'));
});

test('a decision says beside the tick which of the answers on the way it asks about', async () => {
  const place = await testPlace(world);
  const { lead } = place.people;
  const factor = { factor: 'safe-places-to-play', outcomes: [], reason: 'Parents named it' };
  const chosen = await chooseFactor.run(lead, place.id, factor, world);
  if (!chosen.ok) throw new Error(chosen.error.kind);
  const decision = {
    priorityId: chosen.value.id,
    path: [{ question: 'matters-here', answer: 'no', reason: named }],
    actionKind: 're-prioritise',
    reason: 'Other factors come first'
  };
  const decide = (input: object) => decideActionKind.run(lead, place.id, input, world);
  expect(await decide(decision)).toMatchObject({
    error: {
      issues: [
        { path: peopleField, message: expect.stringMatching(/^“Why, answer 1” may hold a date/) }
      ]
    }
  });
  expect((await decide({ ...decision, ...looked })).ok).toBe(true);
  const view = await viewPriority.run(lead, place.id, { id: chosen.value.id }, world);
  expect(view).toMatchObject({ value: { priority: { decision: { path: [{ reason: named }] } } } });
});
