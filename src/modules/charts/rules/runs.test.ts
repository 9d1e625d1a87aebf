import { describe, expect, test } from 'vitest';
import { makeSheet } from '../figures/sheet.ts';
import { analyseRuns, fewestExpectedCrossings, longestExpectedRun } from './runs.ts';
import { runsOutsideChance } from './runs-test.ts';

describe('the longest run chance would usually allow', () => {
  // Worked by hand from round(log2 n) + 3.
  test.each([
    { usefulPoints: 10, longest: 6 },
    { usefulPoints: 24, longest: 8 },
    { usefulPoints: 60, longest: 9 }
  ])('is $longest of $usefulPoints useful points', ({ usefulPoints, longest }) => {
    expect(longestExpectedRun(usefulPoints)).toBe(longest);
  });
});

describe('the fewest crossings chance would usually give', () => {
  // The same figures as the table of qicharts2 0.8.1 for 1 to 400 points, see reference/cases.test.ts.
  test.each([
    { usefulPoints: 10, fewest: 2 },
    { usefulPoints: 15, fewest: 4 },
    { usefulPoints: 20, fewest: 6 },
    { usefulPoints: 24, fewest: 8 },
    { usefulPoints: 60, fewest: 23 }
  ])('is $fewest for $usefulPoints useful points', ({ usefulPoints, fewest }) => {
    expect(fewestExpectedCrossings(usefulPoints)).toBe(fewest);
  });

  test('agrees with adding up the distribution term by term', () => {
    for (let throws = 0; throws <= 300; throws++) {
      let chance = 0.5 ** throws;
      let atMost = chance;
      let k = 0;
      while (atMost < 0.05) {
        k++;
        chance *= (throws - k + 1) / k;
        atMost += chance;
      }
      expect(fewestExpectedCrossings(throws + 1)).toBe(k);
    }
  });

  test('goes on where powers of two vanish', () => {
    // By the normal approximation: 19999 / 2 − 1.645 × √19999 / 2 ≈ 9883.2, and half a throw more.
    expect(Math.abs(fewestExpectedCrossings(20_000) - 9883)).toBeLessThanOrEqual(1);
  });
});

describe('the run figures of a phase', () => {
  const sheetOf = (values: number[], centre: number) => {
    const sheet = makeSheet(values.length);
    sheet.value.set(values);
    sheet.centre.fill(centre);
    sheet.included.fill(1);
    return sheet;
  };

  test('pass over points on the line and missing ones', () => {
    const sheet = sheetOf([1, 3, 2, NaN, 3, 1], 2);
    expect(analyseRuns(sheet, 0, 6)).toEqual({
      usefulPoints: 4,
      longestRun: 2,
      longestRunMax: 5,
      crossings: 2,
      crossingsMin: 0,
      signal: false
    });
  });

  test('pass over excluded points', () => {
    const sheet = sheetOf([3, 1, 3, 3], 2);
    sheet.included[1] = 0;
    expect(analyseRuns(sheet, 0, 4)).toMatchObject({
      usefulPoints: 3,
      longestRun: 3,
      crossings: 0
    });
  });

  test('are empty without a useful point', () => {
    expect(analyseRuns(sheetOf([2, NaN], 2), 0, 2)).toMatchObject({
      usefulPoints: 0,
      longestRun: null,
      signal: false
    });
  });
});

describe('the number of runs chance would usually give', () => {
  // Swed and Eisenhart (1943), table II, 2.5% in each tail: for 10 and 10, 6 runs or fewer and 16 or more are unusual.
  test.each([
    { above: 5, below: 5, fewest: 3, most: 9 },
    { above: 10, below: 10, fewest: 7, most: 15 },
    { above: 20, below: 20, fewest: 15, most: 27 }
  ])(
    'about $above above and $below below lies between $fewest and $most',
    ({ above, below, fewest, most }) => {
      expect(runsOutsideChance(above, below, 0.025)).toEqual({ fewest, most });
    }
  );

  test('is one where all points lie on one side', () => {
    expect(runsOutsideChance(7, 0, 0.025)).toEqual({ fewest: 1, most: 1 });
  });
});
