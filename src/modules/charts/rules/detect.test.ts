import { describe, expect, test } from 'vitest';
import { makeSheet } from '../figures/sheet.ts';
import { detectSignals, type Finding } from './detect.ts';
import type { Rule, RuleSet } from './rule.ts';

/** Points about a centre of 0 with a sigma of 1, tested by one rule; answers positions from 1. */
function find(
  rule: Rule,
  values: readonly number[],
  set: Partial<RuleSet> = {},
  excluded: number[] = []
) {
  const sheet = makeSheet(values.length);
  sheet.value.set(values);
  sheet.included.fill(1);
  for (const position of excluded) sheet.included[position - 1] = 0;
  sheet.upper.fill(3);
  sheet.lower.fill(-3);
  sheet.upperNear.fill(2);
  sheet.lowerNear.fill(-2);
  sheet.upperInner.fill(1);
  sheet.lowerInner.fill(-1);
  const findings: Finding[] = [];
  const one: RuleSet = {
    id: 'none',
    name: '',
    rules: [rule],
    missing: 'breaks',
    fewestPoints: 0,
    source: '',
    ...set
  };
  detectSignals(one, sheet, 0, values.length, findings);
  return findings.map(({ points, direction, seen }) => ({
    points: points.map((i) => i + 1),
    direction,
    seen
  }));
}

const missing = NaN;

describe('a point beyond a limit', () => {
  const rule: Rule = { kind: 'outside' };

  test('is found on either side, not on the limit itself', () => {
    expect(find(rule, [0, 3.1, 3, -4])).toEqual([
      { points: [2], direction: 1, seen: 1 },
      { points: [4], direction: -1, seen: 1 }
    ]);
  });

  test('is not found where it is missing or left out', () => {
    expect(find(rule, [missing, 5], {}, [2])).toEqual([]);
  });
});

describe('points on one side', () => {
  const rule: Rule = { kind: 'same-side', length: 4, onCentre: 'breaks' };

  test('make a signal from the length on, however long', () => {
    expect(find(rule, [-1, 1, 1, 1, -1])).toEqual([]);
    expect(find(rule, [-1, 1, 1, 1, 1, 1, -1])).toEqual([
      { points: [2, 3, 4, 5, 6], direction: 1, seen: 5 }
    ]);
  });

  test('are found at the end of the series', () => {
    expect(find(rule, [1, -1, -1, -1, -1])).toEqual([
      { points: [2, 3, 4, 5], direction: -1, seen: 4 }
    ]);
  });

  test('are broken by a point on the centre line, or pass over it, as the rule says', () => {
    const values = [1, 1, 0, 1, 1];
    expect(find(rule, values)).toEqual([]);
    expect(find({ ...rule, onCentre: 'skipped' }, values)).toEqual([
      { points: [1, 2, 4, 5], direction: 1, seen: 4 }
    ]);
  });

  test('are broken by a missing value, or pass over it, as the set says', () => {
    const values = [1, 1, missing, 1, 1];
    expect(find(rule, values)).toEqual([]);
    expect(find(rule, values, { missing: 'skipped' })).toEqual([
      { points: [1, 2, 4, 5], direction: 1, seen: 4 }
    ]);
  });

  test('pass over points left out', () => {
    expect(find(rule, [1, 1, -1, 1, 1], {}, [3])).toEqual([
      { points: [1, 2, 4, 5], direction: 1, seen: 4 }
    ]);
  });
});

describe('a trend', () => {
  const rule: Rule = { kind: 'trend', length: 4, repeats: 'break' };

  test('counts points, so that four points are three steps', () => {
    expect(find(rule, [1, 2, 3, 2])).toEqual([]);
    expect(find(rule, [1, 2, 3, 4, 0])).toEqual([{ points: [1, 2, 3, 4], direction: 1, seen: 4 }]);
  });

  test('shares its turning point with the next trend', () => {
    expect(find(rule, [1, 2, 3, 4, 3, 2, 1])).toEqual([
      { points: [1, 2, 3, 4], direction: 1, seen: 4 },
      { points: [4, 5, 6, 7], direction: -1, seen: 4 }
    ]);
  });

  test('is broken by a repeat, or passes over it without counting it, as the rule says', () => {
    const values = [1, 2, 2, 3, 4];
    expect(find(rule, values)).toEqual([]);
    expect(find({ ...rule, repeats: 'skipped' }, values)).toEqual([
      { points: [1, 2, 3, 4, 5], direction: 1, seen: 4 }
    ]);
    expect(find({ ...rule, repeats: 'skipped' }, [1, 2, 2, 3])).toEqual([]);
  });

  test('is broken by a missing value', () => {
    expect(find(rule, [1, 2, missing, 3, 4])).toEqual([]);
  });
});

describe('two of three beyond two sigma', () => {
  const rule: Rule = {
    kind: 'beyond',
    count: 2,
    of: 3,
    sigma: 2,
    neighbours: 'anywhere',
    outside: 'counts'
  };

  test('marks only the points beyond', () => {
    expect(find(rule, [0, 2.5, -0.5, 2.2, 0])).toEqual([{ points: [2, 4], direction: 1, seen: 0 }]);
  });

  test('asks the third to lie on the same side where the rule says so', () => {
    const strict: Rule = { ...rule, neighbours: 'same-side' };
    expect(find(strict, [0, 2.5, -0.5, 2.2, -1])).toEqual([]);
    expect(find(strict, [-1, 2.5, 0.5, 2.2, -1])).toEqual([
      { points: [2, 4], direction: 1, seen: 0 }
    ]);
  });

  test('counts points outside three sigma, or not, as the rule says', () => {
    expect(find(rule, [0, 2.5, 3.5, 0])).toHaveLength(1);
    expect(find({ ...rule, outside: 'does-not-count' }, [0, 2.5, 3.5, 0])).toEqual([]);
  });

  test('never adds opposite sides together', () => {
    expect(find(rule, [2.5, -2.5, 0])).toEqual([]);
  });

  test('joins overlapping windows and keeps others apart', () => {
    expect(
      find(rule, [2.5, 2.5, 2.5, 0, 0, 0, 0, -2.5, 0, -2.5]).map(({ points }) => points)
    ).toEqual([
      [1, 2, 3],
      [8, 10]
    ]);
  });

  test('needs a full window without a gap', () => {
    expect(find(rule, [2.5, 2.5])).toEqual([]);
    expect(find(rule, [2.5, missing, 2.5, 0])).toEqual([]);
  });
});

describe('four of five beyond one sigma', () => {
  const rule: Rule = {
    kind: 'beyond',
    count: 4,
    of: 5,
    sigma: 1,
    neighbours: 'anywhere',
    outside: 'counts'
  };

  test('looks at the inner line', () => {
    expect(find(rule, [-1.5, -1.5, 0, -1.5, -1.5])).toEqual([
      { points: [1, 2, 4, 5], direction: -1, seen: 0 }
    ]);
  });
});

describe('rows that keep close, keep away, or go to and fro', () => {
  test('fifteen within one sigma', () => {
    expect(find({ kind: 'within', length: 3 }, [1.5, 0.5, -0.5, 0, 1.5])).toEqual([
      { points: [2, 3, 4], direction: 0, seen: 3 }
    ]);
  });

  test('eight on either side without one within one sigma', () => {
    expect(find({ kind: 'straddling', length: 3 }, [1.5, -1.5, 2, 0])).toEqual([
      { points: [1, 2, 3], direction: 0, seen: 3 }
    ]);
  });

  test('fourteen up and down in turn', () => {
    expect(find({ kind: 'alternating', length: 5 }, [1, 2, 1, 2, 1, 0])).toEqual([
      { points: [1, 2, 3, 4, 5], direction: 0, seen: 5 }
    ]);
    expect(find({ kind: 'alternating', length: 5 }, [1, 2, 1, 1, 2, 1])).toEqual([]);
  });
});

describe('rules about a phase as a whole', () => {
  const oneCrossing = [
    ...Array.from({ length: 8 }, () => 1),
    ...Array.from({ length: 8 }, () => -1)
  ];

  test('few crossings, by Anhøj', () => {
    // 16 useful points: at least 4 crossings, runs of at most 7.
    expect(find({ kind: 'crossings' }, oneCrossing)).toMatchObject([{ seen: 1 }]);
    expect(find({ kind: 'longest-run' }, oneCrossing)).toMatchObject([
      { seen: 8, direction: 1 },
      { seen: 8, direction: -1 }
    ]);
  });

  test('too few and too many runs', () => {
    const rule: Rule = { kind: 'number-of-runs', tail: 0.025 };
    expect(find(rule, oneCrossing)).toMatchObject([{ seen: 2, direction: -1 }]);
    expect(
      find(
        rule,
        oneCrossing.map((_, i) => (i % 2 === 0 ? 1 : -1))
      )
    ).toMatchObject([{ seen: 16, direction: 1 }]);
  });

  test('a judgement is left to the reader', () => {
    expect(find({ kind: 'judgement' }, [0, 0, 99])).toEqual([]);
  });
});
