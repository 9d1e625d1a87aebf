import { expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { addLimit, addLine, addRisk, changeLimit, viewResources } from './index.server.ts';

test('a budget of a million million is refused with a sentence, and so is part of a pound', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead } = place.people;
  const limit = { partner: 'Council', yearStart: '2026', unit: 'pounds' };
  const sentence = 'Enter a whole number between 0 and 999,999,999, without pence';
  for (const amount of ['1e12', '1000000000000', '12.5', '-3']) {
    expect(await addLimit.run(lead, place.id, { ...limit, amount }, world)).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'amount', message: sentence }] }
    });
    const line = { title: 'Bags', kind: 'money', yearStart: '2026', needed: amount };
    expect(await addLine.run(lead, place.id, line, world)).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'needed', message: sentence }] }
    });
  }
  const largest = { ...limit, amount: '999,999,999' };
  await good(addLimit.run(lead, place.id, largest, world));
});

test('what a partner has is stated once, and may be changed', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, reader } = place.people;
  const limit = { partner: 'Council', yearStart: '2026', unit: 'hours', amount: '40' };
  const { id } = await good(addLimit.run(lead, place.id, limit, world));
  expect(await addLimit.run(lead, place.id, { ...limit, partner: 'COUNCIL' }, world)).toMatchObject(
    { error: { kind: 'stated-already' } }
  );
  await good(changeLimit.run(lead, place.id, { ...limit, id, amount: '50', version: 1 }, world));
  const view = await good(viewResources.run(reader, place.id, {}, world));
  expect(view.against).toMatchObject([{ partner: 'Council', exists: 50, committed: 0 }]);
  const closed = {
    title: 'No room',
    kind: 'support',
    likelihood: 'likely',
    impact: 'slight',
    status: 'closed'
  };
  expect(await addRisk.run(lead, place.id, closed, world)).toMatchObject({
    error: { kind: 'outcome-missing' }
  });
});
