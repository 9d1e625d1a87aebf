import { describe, expect, test } from 'vitest';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addConsidered,
  answerQuestion,
  chooseFactor,
  chooseOutcome,
  decideActionKinds,
  stepBack,
  viewFactorChoice,
  viewPriorities,
  viewPriority,
  viewWalk
} from './index.server.ts';

const world = await testWorld();
type Place = Awaited<ReturnType<typeof testPlace>>;

async function chosenIn(place: Place, factor = 'parenting-practices'): Promise<string> {
  const input = { factor, outcomes: [], reason: 'Parents named it' };
  const chosen = await chooseFactor.run(place.people.lead, place.id, input, world);
  if (!chosen.ok) throw new Error(chosen.error.kind);
  return chosen.value.id;
}

describe('an outcome', () => {
  const choose = (place: Place, over: object) =>
    chooseOutcome.run(
      place.people.lead,
      place.id,
      { outcome: 'communication', ages: ['months-8-36'], reason: 'Far behind', ...over },
      world
    );

  test('is primary and has an age', async () => {
    const place = await testPlace(world);
    expect(await choose(place, { ages: [] })).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'ages' }] }
    });
    expect(await choose(place, { outcome: 'physical-health' })).toMatchObject({
      error: { kind: 'foundation-as-outcome' }
    });
    expect((await choose(place, {})).ok).toBe(true);
  });

  test('names a foundation as the way to it, and nothing else as one', async () => {
    const place = await testPlace(world);
    expect(await choose(place, { foundations: ['literacy'] })).toMatchObject({
      error: { kind: 'unknown-link', field: 'foundations' }
    });
    expect((await choose(place, { foundations: ['physical-health'] })).ok).toBe(true);
    const view = await viewPriorities.run(place.people.reader, place.id, {}, world);
    expect(view).toMatchObject({ value: { outcomes: [{ foundations: ['physical-health'] }] } });
  });
});

describe('a factor that was considered', () => {
  test('is kept with its reason, shown when it is looked at again, and leaves the list once it is chosen', async () => {
    const place = await testPlace(world);
    const { lead, reader } = place.people;
    const aside = {
      factor: 'overcrowded-accommodation',
      standing: 'set-aside',
      reason: 'Housing is not ours to decide'
    };
    expect((await addConsidered.run(lead, place.id, aside, world)).ok).toBe(true);
    const look = await viewFactorChoice.run(reader, place.id, { factor: aside.factor }, world);
    expect(look).toMatchObject({
      value: { aside: { reason: aside.reason }, drawn: { kind: 'indirect' } }
    });
    await chosenIn(place, aside.factor);
    const view = await viewPriorities.run(reader, place.id, {}, world);
    expect(view).toMatchObject({
      value: { considered: [], priorities: [{ factor: aside.factor }] }
    });
    expect(await addConsidered.run(lead, place.id, aside, world)).toMatchObject({
      error: { kind: 'chosen-already' }
    });
  });
});

describe('the way through the decision tree', () => {
  const poor = ['no', 'yes', 'cannot-tell', 'yes'].map((answer, index) => ({
    aspect: ['reach', 'quality', 'impact', 'cost'][index],
    answer
  }));

  test('is kept on the way, for the person who walks it, and leads to several kinds of action', async () => {
    const place = await testPlace(world);
    const { lead, coordinator } = place.people;
    const priorityId = await chosenIn(place);
    const answer = (input: object) =>
      answerQuestion.run(lead, place.id, { priorityId, reason: 'So', ...input }, world);
    const stands = async (actor = lead) => {
      const view = await viewWalk.run(actor, place.id, { id: priorityId }, world);
      if (!view.ok) throw new Error(view.error.kind);
      return view.value;
    };
    expect((await answer({ question: 'practice-in-place', answer: 'yes' })).ok).toBe(true);
    const aspects = { question: 'works-as-hoped', answer: 'by-aspect', aspects: poor };
    expect((await answer(aspects)).ok).toBe(true);
    // Whoever looks something up meanwhile finds the answers again.
    expect(await stands()).toMatchObject({ steps: [{}, {}], here: { id: 'better-practice' } });
    expect(await stands(coordinator)).toMatchObject({
      steps: [],
      here: { id: 'practice-in-place' }
    });

    await stepBack.run(lead, place.id, { priorityId }, world);
    expect(await stands()).toMatchObject({ steps: [{}], before: { aspects: poor } });
    await answer(aspects);
    const decide = (kinds: object[]) =>
      decideActionKinds.run(lead, place.id, { priorityId, kinds }, world);
    const improve = { actionKind: 'improve', reason: 'The sessions are liked' };
    expect(await decide([improve])).toMatchObject({ error: { kind: 'path-not-finished' } });

    // A poor course of our own, and a strong programme that would fit better: both may follow.
    await answer({ question: 'better-practice', answer: 'strong' });
    const implement = { actionKind: 'implement', reason: 'Beside them, for the youngest' };
    expect(await decide([{ ...improve, reason: '' }])).toMatchObject({
      error: { kind: 'no-kind-kept' }
    });
    expect(await decide([{ ...improve, actionKind: 'innovate' }])).toMatchObject({
      error: { kind: 'kind-does-not-follow' }
    });
    expect((await decide([improve, implement])).ok).toBe(true);
    const view = await viewPriority.run(place.people.reader, place.id, { id: priorityId }, world);
    expect(view).toMatchObject({
      value: {
        priority: { decision: { kinds: [improve, implement], path: [{}, { aspects: poor }, {}] } }
      }
    });
    expect(await stands()).toMatchObject({ steps: [] });
  });
});
