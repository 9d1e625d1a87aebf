import { describe, expect, test } from 'vitest';
import { viewHistory } from '#modules/partnerships/server';
import { valueOf } from '../../../../tests/support/good.ts';
import { at, testPlace, testWorld } from '../../../../tests/support/world.ts';
import { viewIndicator } from '../indicator/queries.server.ts';
import { viewNeed } from '../need/queries.server.ts';
import { addIndicator, changeIndicator, retireIndicator } from './commands.server.ts';
import { viewValues } from './queries.server.ts';
import {
  addValue,
  addValues,
  changeValue,
  removeValue,
  restoreValue
} from './value-commands.server.ts';

const world = await testWorld();
const later = at(world, '2026-03-05T10:00:00.000Z');
const place = await testPlace(world);
const { lead, contributor, reader } = place.people;

const reviewed = {
  title: 'Two-year-olds reviewed on time',
  unit: 'percent',
  betterWhen: 'high',
  frequency: 'financial-quarter',
  numerator: 'Children reviewed by 27 months',
  denominator: 'Children who turned 27 months',
  factors: ['postnatal-care'],
  outcomes: ['communication'],
  groups: 'Most deprived fifth\nLeast deprived fifth',
  betterOffGroup: 'Least deprived fifth',
  poorerGroup: 'Most deprived fifth'
};

async function newIndicator(): Promise<string> {
  return valueOf(await addIndicator.run(lead, place.id, reviewed, world)).id;
}

describe('an indicator of the partnership’s own', () => {
  test('stands in the list of need, with its latest value and when it was last changed', async () => {
    const id = await newIndicator();
    const given = { indicatorId: id, period: '2025/26 Q1', numerator: '41', denominator: '58' };
    valueOf(await addValue.run(contributor, place.id, given, later));
    const need = valueOf(await viewNeed.run(reader, place.id, {}, world));
    const found = need.indicators.find((each) => each.id === id);
    expect(found).toMatchObject({
      kind: 'own',
      title: 'Two-year-olds reviewed on time',
      latest: { period: '2025/26 Q1', numerator: 41, denominator: 58 },
      updatedAt: new Date('2026-03-05T10:00:00.000Z')
    });
    expect(found?.latest?.value).toBeCloseTo(70.69, 2);
    const byFactor = valueOf(
      await viewNeed.run(reader, place.id, { factor: 'postnatal-care' }, world)
    );
    expect(byFactor.indicators.map((each) => each.id)).toContain(id);
    const other = valueOf(await viewNeed.run(reader, place.id, { factor: 'breastfeeding' }, world));
    expect(other.indicators.map((each) => each.id)).not.toContain(id);
  });

  test('shows the gap between its two groups', async () => {
    const id = await newIndicator();
    const values = [
      { period: '2025/26 Q1', breakdown: 'Least deprived fifth', value: '82.9' },
      { period: '2025/26 Q1', breakdown: 'Most deprived fifth', value: '48.3' }
    ];
    valueOf(await addValues.run(contributor, place.id, { indicatorId: id, values }, world));
    const view = valueOf(await viewIndicator.run(reader, place.id, { id }, world));
    expect(view.followed.gap?.latest).toMatchObject({ gap: 34.6, betterOff: 82.9, poorer: 48.3 });
  });

  test('keeps the version of whoever saved first, and shows both', async () => {
    const id = await newIndicator();
    const first = { ...reviewed, id, version: 1, title: 'Reviewed in time' };
    valueOf(await changeIndicator.run(lead, place.id, first, world));
    const second = await changeIndicator.run(lead, place.id, { ...first, title: 'Reviews' }, world);
    expect(second).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, theirs: { title: 'Reviewed in time' } }
    });
  });

  test('does not lose a group that has values', async () => {
    const id = await newIndicator();
    const value = {
      indicatorId: id,
      period: '2025/26 Q1',
      breakdown: 'most-deprived-fifth',
      value: '48'
    };
    valueOf(await addValue.run(contributor, place.id, value, world));
    const without = {
      ...reviewed,
      id,
      version: 1,
      groups: '',
      betterOffGroup: '',
      poorerGroup: ''
    };
    const answer = await changeIndicator.run(lead, place.id, without, world);
    expect(answer).toEqual({ ok: false, error: { kind: 'has-values' } });
    const kept = valueOf(await viewIndicator.run(reader, place.id, { id }, world));
    expect(kept.own).toMatchObject({ version: 1, breakdowns: [{}, {}] });
  });

  test('leaves the list when it is put aside, and keeps its values', async () => {
    const id = await newIndicator();
    valueOf(
      await addValue.run(
        contributor,
        place.id,
        { indicatorId: id, period: '2025/26 Q1', value: '50' },
        world
      )
    );
    valueOf(await retireIndicator.run(lead, place.id, { id, retire: 'yes' }, world));
    const need = valueOf(await viewNeed.run(reader, place.id, {}, world));
    expect(need.indicators.map((each) => each.id)).not.toContain(id);
    expect(valueOf(await viewIndicator.run(reader, place.id, { id }, world)).values).toHaveLength(
      1
    );
  });

  test('is refused with a sentence for every field that is wrong', async () => {
    const wrong = {
      ...reviewed,
      title: ' ',
      target: '120',
      targetBy: '2026-02-30',
      betterOffGroup: 'Nobody'
    };
    const answer = await addIndicator.run(lead, place.id, wrong, world);
    if (answer.ok || answer.error.kind !== 'invalid-input') throw new Error('accepted');
    expect(answer.error.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'targetBy'])
    );
  });
});

describe('a value', () => {
  test('that breaks the rules is refused with a sentence beside its field, and nothing is saved', async () => {
    const id = await newIndicator();
    const wrong = { indicatorId: id, period: '2025/26 Q5', numerator: '5', denominator: '-9' };
    const answer = await addValue.run(contributor, place.id, wrong, world);
    expect(answer).toEqual({
      ok: false,
      error: {
        kind: 'invalid-input',
        issues: [
          { path: 'period', message: 'Write the period like 2024/25 Q3, not “2025/26 Q5”' },
          { path: 'denominator', message: 'The denominator must be above zero, not -9' }
        ]
      }
    });
    expect(valueOf(await viewValues.run(contributor, place.id, { id }, world)).values).toEqual([]);
  });

  test('of a period that has one already is refused', async () => {
    const id = await newIndicator();
    const value = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    valueOf(await addValue.run(contributor, place.id, value, world));
    expect(await addValue.run(contributor, place.id, { ...value, value: '51' }, world)).toEqual({
      ok: false,
      error: { kind: 'already-there', period: '2025/26 Q1' }
    });
  });

  test('is saved by the first of two editors; the second sees it', async () => {
    const id = await newIndicator();
    const value = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    const added = valueOf(await addValue.run(contributor, place.id, value, world));
    const change = { id: added.id, version: 1, period: '2025/26 Q1', value: '55' };
    valueOf(await changeValue.run(contributor, place.id, change, world));
    expect(await changeValue.run(lead, place.id, { ...change, value: '60' }, world)).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, theirs: { value: '55' } }
    });
  });

  test('can be removed and put back, unless another took its place', async () => {
    const id = await newIndicator();
    const value = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    const added = valueOf(await addValue.run(contributor, place.id, value, world));
    valueOf(await removeValue.run(contributor, place.id, { id: added.id }, world));
    const gone = valueOf(await viewIndicator.run(reader, place.id, { id }, world));
    expect(gone.followed.latest).toBeNull();
    valueOf(await restoreValue.run(contributor, place.id, { id: added.id }, world));
    valueOf(await removeValue.run(contributor, place.id, { id: added.id }, world));
    valueOf(await addValue.run(contributor, place.id, { ...value, value: '51' }, world));
    expect(await restoreValue.run(contributor, place.id, { id: added.id }, world)).toMatchObject({
      ok: false,
      error: { kind: 'already-there' }
    });
    const history = { table: 'indicator_value', recordId: added.id };
    expect(valueOf(await viewHistory.run(reader, place.id, history, world))).toHaveLength(4);
  });

  test('added among many is saved with all of them or not at all', async () => {
    const id = await newIndicator();
    const values = [
      { period: '2025/26 Q1', value: '50' },
      { period: '2025/26 Q2', value: '150' }
    ];
    expect(await addValues.run(contributor, place.id, { indicatorId: id, values }, world)).toEqual({
      ok: false,
      error: {
        kind: 'invalid-input',
        issues: [
          { path: 'values.1.value', message: 'A percentage lies between 0 and 100, not 150' }
        ]
      }
    });
    expect(valueOf(await viewValues.run(contributor, place.id, { id }, world)).values).toEqual([]);
  });
});

describe('a value of a small area', () => {
  test('stands beside that of the whole place and is not mixed into it', async () => {
    const id = await newIndicator();
    const whole = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    const ward = { ...whole, area: 'Hope  ward', value: '90' };
    valueOf(await addValue.run(contributor, place.id, whole, world));
    valueOf(await addValue.run(contributor, place.id, ward, world));
    expect(
      await addValue.run(contributor, place.id, { ...ward, area: 'HOPE WARD' }, world)
    ).toMatchObject({ ok: false, error: { kind: 'already-there' } });
    const view = valueOf(await viewIndicator.run(reader, place.id, { id }, world));
    expect(view.followed.figures.map((figure) => figure.value)).toEqual([50]);
    const shown = async (area: string) =>
      valueOf(await viewValues.run(contributor, place.id, { id, area }, world)).values.map(
        (value) => [value.area, value.value]
      );
    expect(await shown('')).toEqual([
      ['', 50],
      ['Hope ward', 90]
    ]);
    expect(await shown('whole')).toEqual([['', 50]]);
    expect(await shown('Hope ward')).toEqual([['Hope ward', 90]]);
  });
});
