import { expect, test } from 'vitest';
import { byRule, defaultRule } from '#modules/disclosure';
import { valueOf } from '../../../../tests/support/good.ts';
import { at, testPlace, testWorld } from '../../../../tests/support/world.ts';
import { addIndicator } from './commands.server.ts';
import { safeOwnValues } from './protection.ts';
import { viewValuesToTake } from './queries.server.ts';
import { addValue, changeValue, removeValue } from './value-commands.server.ts';

const world = await testWorld();
const place = await testPlace(world);
const { lead, contributor, reader } = place.people;

const monday = at(world, '2026-03-02T10:00:00.000Z');
const mondayEvening = at(world, '2026-03-02T20:00:00.000Z');
const tuesday = at(world, '2026-03-03T10:00:00.000Z');

async function newIndicator(): Promise<string> {
  const details = {
    title: 'Ready for school',
    unit: 'percent',
    betterWhen: 'high',
    frequency: 'calendar-year',
    numerator: 'Children ready',
    denominator: 'Children',
    factors: ['postnatal-care'],
    outcomes: ['communication'],
    groups: 'Poorer\nBetter-off',
    betterOffGroup: 'Better-off',
    poorerGroup: 'Poorer'
  };
  return valueOf(await addIndicator.run(lead, place.id, details, world)).id;
}

async function adds(
  when: typeof world,
  indicatorId: string,
  group: string,
  [numerator, denominator]: readonly [number, number]
): Promise<string> {
  const given = {
    indicatorId,
    period: '2025',
    breakdown: group,
    numerator: String(numerator),
    denominator: String(denominator)
  };
  return valueOf(await addValue.run(contributor, place.id, given, when)).id;
}

async function leaving(id: string) {
  const { values, indicator, sight } = valueOf(
    await viewValuesToTake.run(reader, place.id, { id }, tuesday)
  );
  expect(sight).toEqual(byRule(defaultRule));
  const before = values.before.get('2025') ?? [];
  const shown = safeOwnValues(values, indicator, sight).map(({ source, value, hidden }) => ({
    group: source.breakdown,
    isShown: value !== null,
    hidden
  }));
  return { before: before.map((state) => state.map((one) => one.breakdown).sort()), shown };
}

test('what stood at the end of an earlier day is remembered, corrected and removed values among it', async () => {
  const id = await newIndicator();
  await adds(monday, id, 'all', [38, 80]);
  const slip = await adds(monday, id, 'poorer', [70, 20 + 60]);
  valueOf(await removeValue.run(contributor, place.id, { id: slip, version: 1 }, mondayEvening));
  expect((await leaving(id)).before).toEqual([]);
  const other = await adds(tuesday, id, 'better-off', [31, 60]);
  expect((await leaving(id)).before).toEqual([['all']]);
  valueOf(
    await changeValue.run(
      contributor,
      place.id,
      {
        id: other,
        version: 1,
        period: '2025',
        breakdown: 'better-off',
        numerator: '30',
        denominator: '60'
      },
      at(world, '2026-03-04T10:00:00.000Z')
    )
  );
  expect((await leaving(id)).before).toEqual([['all'], ['all', 'better-off']]);
});

test('a group that comes a day later does not tell of what stood before', async () => {
  // Everybody and the better-off stood with their sizes, 25 and 25: that there is somebody poorer leaves 1 to 4 of them.
  const id = await newIndicator();
  await adds(monday, id, 'all', [12, 27]);
  await adds(monday, id, 'better-off', [10, 23]);
  const first = await leaving(id);
  await adds(tuesday, id, 'poorer', [2, 4]);
  const { before, shown } = await leaving(id);
  expect(before).toHaveLength(1);
  expect(first.shown.some(({ isShown }) => isShown)).toBe(true);
  // Had a reason said that the group is a small one, it would have said that it is not empty.
  expect(shown.find(({ group }) => group === 'poorer')?.hidden).toBe('protects-another');
});
