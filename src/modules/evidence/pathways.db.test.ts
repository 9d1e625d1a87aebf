import { describe, expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addPathwayLink,
  changePathwayLink,
  removePathwayLink,
  viewFactor,
  viewPathwayLink,
  viewPathways
} from './index.server.ts';

const world = await testWorld();
const given = {
  from: 'parent-stress',
  to: 'factor/breastfeeding',
  effect: 'lowers',
  confidence: 'medium',
  reason: 'Mothers on the panel stopped early in hard weeks.',
  source: 'Parents’ panel',
  datedOn: '2026-01-14'
};
type Place = Awaited<ReturnType<typeof testPlace>>;

async function add(place: Place, over: object = {}): Promise<string> {
  const answer = await addPathwayLink.run(
    place.people.lead,
    place.id,
    { ...given, ...over },
    world
  );
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.id;
}
async function routesOf(place: Place, input: object) {
  const answer = await viewPathways.run(place.people.reader, place.id, input, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}
const ownIn = (view: Awaited<ReturnType<typeof routesOf>>) =>
  (view.found?.routes ?? []).filter((route) => route.links.some((link) => link.own !== null));

describe('a link of the partnership’s own', () => {
  test('is among the routes of its place alone, and on the page of both its factors', async () => {
    const place = await testPlace(world);
    const other = await testPlace(world, 'Elsewhere');
    await add(place);
    expect(ownIn(await routesOf(place, { from: 'parent-stress' })).length).toBeGreaterThan(0);
    expect(ownIn(await routesOf(other, { from: 'parent-stress' }))).toEqual([]);
    const page = await viewFactor.run(
      place.people.reader,
      place.id,
      { factor: 'breastfeeding' },
      world
    );
    if (!page.ok) throw new Error(page.error.kind);
    expect(page.value.pathways.ledBy.at(-1)).toMatchObject({
      title: 'Parent stress',
      link: { basis: 'own', note: given.reason }
    });
  });

  test('is refused where it closes a loop, with the way back, where it is there already, and from a factor to itself', async () => {
    const place = await testPlace(world);
    const { lead } = place.people;
    const tried = (over: object) =>
      addPathwayLink.run(lead, place.id, { ...given, ...over }, world);
    const loop = { from: 'sensitive-parenting-and-attachment', to: 'factor/parent-stress' };
    expect(await tried(loop)).toEqual({
      ok: false,
      error: { kind: 'closes-loop', way: ['Parent stress', 'Sensitive parenting and attachment'] }
    });
    expect(await tried({ to: 'factor/parent-stress' })).toMatchObject({
      error: { kind: 'same-ends' }
    });
    const there = { from: 'overcrowded-accommodation', to: 'factor/parent-stress' };
    expect(await tried(there)).toMatchObject({ error: { kind: 'already-linked' } });
    expect(await tried({ to: 'factor/luck' })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await tried({ datedOn: '2030-01-01' })).toMatchObject({
      error: { kind: 'day-ahead', field: 'datedOn' }
    });
    expect(await tried({ reason: 'Ring 01632 960123' })).toMatchObject(asksAbout('reason'));
    await add(place);
    expect(await tried({})).toMatchObject({ error: { kind: 'already-linked' } });
  });

  test('is changed over the version that was read, and removed', async () => {
    const place = await testPlace(world);
    const { lead, contributor, reader } = place.people;
    const id = await add(place, { to: 'outcome/physical-health' });
    const { from: _from, to: _to, ...words } = given;
    const change = { ...words, id, version: '1', confidence: 'low' };
    expect((await changePathwayLink.run(lead, place.id, change, world)).ok).toBe(true);
    expect(await changePathwayLink.run(contributor, place.id, change, world)).toMatchObject({
      error: { kind: 'changed-meanwhile', version: 2, theirs: { confidence: 'low' } }
    });
    expect((await removePathwayLink.run(lead, place.id, { id }, world)).ok).toBe(true);
    expect(await viewPathwayLink.run(reader, place.id, { id }, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});
