import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import { describe, expect, test } from 'vitest';
import {
  addInsight,
  archiveInsight,
  bringBackInsight,
  changeInsight,
  rateMatters,
  rateWorks,
  removeRating,
  viewFactor,
  viewInsights,
  viewMatrix
} from './index.server.ts';

const world = await testWorld();

const rating = {
  factor: 'breastfeeding',
  outcome: 'communication',
  age: 'months-8-36',
  strength: 'strong',
  confidence: 'low',
  source: 'Agreed at the spring meeting',
  datedOn: '2026-02-20',
  reason: 'Health visitors have seen it for years.',
  version: '0'
};

const insight = {
  factor: 'safe-places-to-play',
  outcome: '',
  noticed: 'The park is dark by four in winter.',
  noticedWhere: 'Family learning group',
  noticedOn: '2026-02-20',
  noticedBy: 'Family support worker'
};

async function factorView(place: Awaited<ReturnType<typeof testPlace>>, factor: string) {
  const answer = await viewFactor.run(place.people.reader, place.id, { factor }, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

async function log(place: Awaited<ReturnType<typeof testPlace>>, input: object) {
  const answer = await viewInsights.run(place.people.reader, place.id, input, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

async function cellOf(place: Awaited<ReturnType<typeof testPlace>>) {
  const view = await factorView(place, 'breastfeeding');
  const cell = view.outcomes
    .flatMap(({ cells }) => cells)
    .find((each) => each.outcome === rating.outcome && each.age === rating.age);
  if (cell === undefined) throw new Error('no cell');
  return cell;
}

describe('the matrix', () => {
  test('shows a first choice when nothing was chosen, and says so', async () => {
    const place = await testPlace(world);
    const answer = await viewMatrix.run(place.people.reader, place.id, {}, world);
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value).toMatchObject({
      choice: { outcome: 'communication', age: 'months-8-36' },
      isFirstChoice: true
    });
    expect(answer.value.groups.flatMap(({ rows }) => rows)).toHaveLength(24);
    expect(answer.value.published?.source.licence).toBe('CC-BY-NC-4.0');
  });

  test('is not found for an outcome or age that nobody named', async () => {
    const place = await testPlace(world);
    for (const input of [{ outcome: 'happiness' }, { age: 'months-7-8' }]) {
      const answer = await viewMatrix.run(place.people.reader, place.id, input, world);
      expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });
});

describe('a partnership’s own rating', () => {
  test('stands over the published one, which stays beneath, and only in that partnership', async () => {
    const place = await testPlace(world);
    const other = await testPlace(world, 'Elsewhere');
    const answer = await rateMatters.run(place.people.contributor, place.id, rating, world);
    expect(answer.ok).toBe(true);
    const cell = await cellOf(place);
    expect(cell).toMatchObject({ strength: 'strong', confidence: 'low', basis: 'own' });
    expect(cell.own).toMatchObject({ datedOn: '2026-02-20', version: 1 });
    expect(cell.published?.strength).toBe('unknown');
    expect(await cellOf(other)).toMatchObject({ strength: 'unknown', basis: 'pack', own: null });
  });

  test('of what works is one for the factor', async () => {
    const place = await testPlace(world);
    const works = { ...rating, strength: 'mixed' };
    expect((await rateWorks.run(place.people.lead, place.id, works, world)).ok).toBe(true);
    const view = await factorView(place, 'breastfeeding');
    expect(view.works).toMatchObject({ security: 'mixed', basis: 'own' });
  });

  test('shows both versions to the second of two editors, and saves the one they choose', async () => {
    const place = await testPlace(world);
    const { lead, contributor } = place.people;
    await rateMatters.run(contributor, place.id, rating, world);
    const later = at(world, '2026-03-02T11:00:00Z');
    const theirs = { ...rating, strength: 'moderate', version: '1' };
    expect((await rateMatters.run(lead, place.id, theirs, later)).ok).toBe(true);
    const mine = { ...rating, strength: 'critical', version: '1' };
    const answer = await rateMatters.run(contributor, place.id, mine, later);
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, theirs: { strength: 'moderate' } }
    });
    expect(
      (await rateMatters.run(contributor, place.id, { ...mine, version: '2' }, later)).ok
    ).toBe(true);
    expect((await cellOf(place)).strength).toBe('critical');
  });

  test('is not added twice by two people who both saw none', async () => {
    const place = await testPlace(world);
    await rateMatters.run(place.people.lead, place.id, rating, world);
    const answer = await rateMatters.run(place.people.contributor, place.id, rating, world);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'changed-meanwhile', version: 1 } });
  });

  test('is removed, and the published one stands again', async () => {
    const place = await testPlace(world);
    await rateMatters.run(place.people.lead, place.id, rating, world);
    const { own } = await cellOf(place);
    const input = { id: own?.id };
    expect((await removeRating.run(place.people.lead, place.id, input, world)).ok).toBe(true);
    expect(await cellOf(place)).toMatchObject({ strength: 'unknown', basis: 'pack' });
  });

  test('is refused with a sentence for each thing that is wrong', async () => {
    const place = await testPlace(world);
    const { confidence: _left, ...rest } = rating;
    const wrong = { ...rest, strength: 'unknown', datedOn: '2026-02-30', reason: ' ' };
    const answer = await rateMatters.run(place.people.lead, place.id, wrong, world);
    if (answer.ok || answer.error.kind !== 'invalid-input') throw new Error('not refused');
    expect(answer.error.issues.map(({ path, message }) => `${path}: ${message}`).sort()).toEqual([
      'confidence: Choose how sure you are',
      'datedOn: Date of the source, 2026-02-30, is not in the calendar. Check the day and the month.',
      'reason: Say why, in a sentence or two',
      'strength: Choose how strong it is'
    ]);
  });

  test('is refused when it is dated ahead, or names what the spine does not', async () => {
    const place = await testPlace(world);
    const ahead = { ...rating, datedOn: '2026-03-03' };
    expect(await rateMatters.run(place.people.lead, place.id, ahead, world)).toMatchObject({
      error: { kind: 'day-ahead', field: 'datedOn' }
    });
    const unnamed = { ...rating, factor: 'luck' };
    expect(await rateMatters.run(place.people.lead, place.id, unnamed, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });

  test('that seems to show who somebody is asks to be checked before it is saved', async () => {
    const place = await testPlace(world);
    const telling = { ...rating, reason: 'Ring 01632 960123 and ask.' };
    expect(await rateMatters.run(place.people.lead, place.id, telling, world)).toMatchObject(
      asksAbout('reason')
    );
    expect((await cellOf(place)).basis).toBe('pack');
    const checked = { ...telling, checkedForPeople: 'yes' };
    expect((await rateMatters.run(place.people.lead, place.id, checked, world)).ok).toBe(true);
  });
});

describe('something noticed', () => {
  test('is kept with its factor, changed, archived and brought back', async () => {
    const place = await testPlace(world);
    const { contributor, lead } = place.people;
    const added = await addInsight.run(contributor, place.id, insight, world);
    if (!added.ok) throw new Error(added.error.kind);
    const { id } = added.value;
    const changed = { ...insight, id, version: '1', outcome: 'physical-health' };
    expect((await changeInsight.run(lead, place.id, changed, world)).ok).toBe(true);
    const view = await factorView(place, insight.factor);
    expect(view.insights).toMatchObject([
      { noticed: insight.noticed, outcome: 'physical-health', version: 2 }
    ]);
    const stale = await changeInsight.run(contributor, place.id, changed, world);
    expect(stale).toMatchObject({ error: { kind: 'changed-meanwhile', version: 2 } });
    expect((await archiveInsight.run(lead, place.id, { id, version: 2 }, world)).ok).toBe(true);
    expect((await factorView(place, insight.factor)).insights).toEqual([]);
    expect(await log(place, {})).toMatchObject({ insights: [], hasAny: false });
    expect((await log(place, { show: 'archived' })).insights).toMatchObject([{ id, version: 3 }]);
    const again = await archiveInsight.run(lead, place.id, { id, version: 2 }, world);
    expect(again).toMatchObject({ error: { kind: 'changed-meanwhile', version: 3 } });
    const back = { id, version: 3 };
    expect((await bringBackInsight.run(contributor, place.id, back, world)).ok).toBe(true);
    expect((await factorView(place, insight.factor)).insights).toMatchObject([{ id, version: 4 }]);
  });

  test('is listed with all others, or by its factor, and an unknown factor is not found', async () => {
    const place = await testPlace(world);
    const { lead, reader } = place.people;
    await addInsight.run(lead, place.id, insight, world);
    await addInsight.run(lead, place.id, { ...insight, factor: 'nutrition' }, world);
    const all = await log(place, {});
    expect(all.insights).toHaveLength(2);
    expect(all.without).toHaveLength(22);
    expect((await log(place, { factor: 'nutrition' })).insights).toHaveLength(1);
    const luck = await viewInsights.run(reader, place.id, { factor: 'luck' }, world);
    expect(luck).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('cannot be changed from another place', async () => {
    const place = await testPlace(world);
    const other = await testPlace(world, 'Elsewhere');
    const added = await addInsight.run(place.people.lead, place.id, insight, world);
    if (!added.ok) throw new Error(added.error.kind);
    const changed = { ...insight, id: added.value.id, version: '1' };
    expect(await changeInsight.run(other.people.lead, other.id, changed, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});
