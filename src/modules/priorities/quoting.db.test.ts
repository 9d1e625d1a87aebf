import { addInsight, archiveInsight } from '#modules/evidence/server';
import { expect, test } from 'vitest';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { chooseFactor, viewFactorChoice, viewPriorities } from './index.server.ts';

const world = await testWorld();

const noticed = {
  factor: 'safe-places-to-play',
  noticed: 'The park is dark by four in winter.',
  noticedWhere: 'Family learning group',
  noticedOn: '2026-02-20',
  noticedBy: 'Family support worker'
};
const choice = { factor: noticed.factor, outcomes: [], reason: 'Parents named it first.' };

async function notedIn(place: Awaited<ReturnType<typeof testPlace>>): Promise<string> {
  const added = await addInsight.run(place.people.lead, place.id, noticed, world);
  if (!added.ok) throw new Error(added.error.kind);
  return added.value.id;
}

test('what was noticed about a factor is shown before it is chosen, and quoted in the reason', async () => {
  const place = await testPlace(world);
  const { lead, reader } = place.people;
  const id = await notedIn(place);
  const input = { factor: noticed.factor };
  const before = await viewFactorChoice.run(reader, place.id, input, world);
  expect(before).toMatchObject({ value: { wanted: noticed.factor, insights: [{ id }] } });

  const chosen = await chooseFactor.run(lead, place.id, { ...choice, insights: id }, world);
  expect(chosen.ok).toBe(true);
  const view = await viewPriorities.run(reader, place.id, {}, world);
  if (!view.ok) throw new Error(view.error.kind);
  expect(view.value.priorities[0]?.reason).toBe(
    'Parents named it first. Noticed here: “The park is dark by four in winter.” (Family support worker, Family learning group, 20 February 2026)'
  );
});

test('an insight of another factor or place, or one that is archived, is not quoted', async () => {
  const place = await testPlace(world);
  const other = await testPlace(world, 'Elsewhere');
  const { lead } = place.people;
  const id = await notedIn(place);
  const refused = { ok: false, error: { kind: 'insight-of-another-factor' } };
  const wrongFactor = { ...choice, factor: 'nutrition', insights: [id] };
  expect(await chooseFactor.run(lead, place.id, wrongFactor, world)).toEqual(refused);
  const wrongPlace = { ...choice, insights: [await notedIn(other)] };
  expect(await chooseFactor.run(lead, place.id, wrongPlace, world)).toEqual(refused);
  await archiveInsight.run(lead, place.id, { id, version: 1 }, world);
  expect(await chooseFactor.run(lead, place.id, { ...choice, insights: [id] }, world)).toEqual(
    refused
  );
});
