import { addAction, addAim, addPlanPriority } from '#modules/delivery/server';
import { addGroup } from '#modules/groups/server';
import { changePartnership } from '#modules/partnerships/server';
import { expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addPartner,
  addPrinciple,
  addProposal,
  changePrinciple,
  decideProposal,
  removeProposal,
  testProposal,
  viewDirection,
  viewProposal
} from './index.server.ts';

const day = '2026-02-02';

/** A place with a principle, a group and a proposal. */
async function aProposal() {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, coordinator } = place.people;
  const board = { name: 'Board', kind: 'oversight' };
  const { id: groupId } = await good(addGroup.run(coordinator, place.id, board, world));
  const near = { title: 'Near', question: 'Does it reach families?' };
  const { id: principleId } = await good(addPrinciple.run(lead, place.id, near, world));
  const bus = { title: 'Book bus', kind: 'programme', about: 'A bus', proposedOn: day };
  const { id: proposalId } = await good(addProposal.run(lead, place.id, bus, world));
  const round = {
    proposalId,
    heldOn: day,
    rationale: 'Few have books',
    feasibility: 'With a driver'
  };
  const answers = (fit: string, reason: string) => [{ principleId, fit, reason }];
  const test = (input: object) => testProposal.run(lead, place.id, { ...round, ...input }, world);
  const decide = (input: object) =>
    decideProposal.run(
      lead,
      place.id,
      {
        id: proposalId,
        version: 1,
        outcome: 'go-ahead',
        outcomeGroupId: groupId,
        outcomeReason: '',
        outcomeConditions: '',
        outcomeOn: day,
        ...input
      },
      world
    );
  const view = () =>
    good(viewProposal.run(place.people.reader, place.id, { id: proposalId }, world));
  return { world, place, near, principleId, proposalId, answers, test, decide, view };
}

test('a proposal is tested, keeps the words that the principle had, and goes ahead into the plan', async () => {
  const { world, place, near, principleId, proposalId, answers, test, decide, view } =
    await aProposal();
  const { lead } = place.people;
  expect(await decide({})).toMatchObject({ error: { kind: 'not-tested' } });
  expect(await test({ answers: [] })).toMatchObject({ error: { kind: 'unanswered', index: 0 } });
  expect(await test({ answers: answers('partly', '') })).toMatchObject({
    error: { kind: 'invalid-input', issues: [{ path: 'answers.0.reason', message: 'Say why' }] }
  });
  await good(test({ answers: answers('partly', 'Two stops of five') }));
  const reworded = { ...near, id: principleId, question: 'Is it near?', version: 1 };
  await good(changePrinciple.run(lead, place.id, reworded, world));
  await good(test({ answers: answers('fits', '') }));
  expect((await view()).rounds.map((round) => round.answers[0])).toMatchObject([
    { fit: 'partly', question: 'Does it reach families?' },
    { fit: 'fits', question: 'Is it near?' }
  ]);

  const housing = { proposalId, body: 'Housing', stance: 'declined' };
  await good(addPartner.run(lead, place.id, housing, world));
  expect(await decide({})).toMatchObject({
    error: { kind: 'over-a-partner', bodies: ['Housing'] }
  });
  await good(decide({ outcomeReason: 'The council lends the vehicle' }));

  const priority = await good(addPlanPriority.run(lead, place.id, { title: 'Books' }, world));
  const aim = { planPriorityId: priority.id, title: 'Books at home' };
  const { id: aimId } = await good(addAim.run(lead, place.id, aim, world));
  const action = { aimId, title: 'Book bus', proposalId };
  await good(addAction.run(lead, place.id, action, world));
  expect((await view()).made).toMatchObject({ aims: [], actions: [{ title: 'Book bus' }] });
  expect(await removeProposal.run(lead, place.id, { id: proposalId }, world)).toMatchObject({
    error: { kind: 'in-use' }
  });
});

test('the vision before stands beside the one that holds', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { coordinator, reader } = place.people;
  const { value } = (await viewDirection.run(reader, place.id, {}, world)) as {
    value: { vision: { text: string } };
  };
  const input = { name: 'Fernhollow', about: '', visionAgreedBy: 'Board' };
  const first = {
    ...input,
    vision: 'Every child a story',
    visionAgreedOn: '2026-01-05',
    version: 1
  };
  const second = { ...input, vision: 'Every child two stories', visionOwner: 'Chair', version: 2 };
  await good(changePartnership.run(coordinator, place.id, first, world));
  await good(changePartnership.run(coordinator, place.id, second, world));
  const now = await good(viewDirection.run(reader, place.id, {}, world));
  expect(now.vision).toEqual({
    text: 'Every child two stories',
    agreedOn: null,
    agreedBy: 'Board',
    owner: 'Chair'
  });
  expect(now.earlierVisions).toMatchObject([
    { text: 'Every child a story', agreedOn: '2026-01-05', agreedBy: 'Board' },
    ...(value.vision.text === '' ? [] : [{ text: value.vision.text }])
  ]);
});
