import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  protectAreaCount,
  protectCumulative,
  protectOverlapping,
  protectPart,
  restsOnOneSetting
} from './differences.ts';
import type { ProtectedCount } from './types.ts';

const show = (count: ProtectedCount) => (count.kind === 'shown' ? count.value : count.reason);
const exact = { hideFrom: 1, hideTo: 7, roundTo: 1 } as const;

describe('a part beside its whole', () => {
  const both = (part: number, whole: number, rule?: typeof exact) => {
    const answer = protectPart({ part, whole }, rule);
    return answer.ok ? [show(answer.value.part), show(answer.value.whole)] : answer.error;
  };

  test.each([
    { why: 'the remainder 3 may be 1 to 7', part: 30, whole: 33, shown: [30, 35] },
    { why: 'the remainder would be 1 to 4', part: 31, whole: 32, shown: ['difference', 30] },
    { why: 'the remainder 20 is not small', part: 30, whole: 50, shown: [30, 50] },
    { why: 'there is no remainder', part: 30, whole: 30, shown: [30, 30] },
    { why: 'the part is small, the rest is not', part: 4, whole: 30, shown: ['small-number', 30] },
    {
      // 15 stands for 13 to 17: both are 6 or 7.
      why: 'two small numbers make up nearly 14',
      part: 7,
      whole: 14,
      shown: ['small-number', 'protects-another']
    }
  ])('shows $shown for $part of $whole: $why', ({ part, whole, shown }) => {
    expect(both(part, whole)).toEqual(shown);
  });

  test('is hidden without rounding whenever the remainder is small', () => {
    expect(both(30, 33, exact)).toEqual(['difference', 33]);
  });

  test('is refused when it exceeds its whole', () => {
    expect(both(5, 4)).toEqual({ kind: 'part-exceeds-whole', partCount: 5, wholeCount: 4 });
  });

  test('never leaves fewer than five numbers for a small remainder', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 7 }), (part, rest) => {
        const answer = protectPart({ part, whole: part + rest });
        if (!answer.ok) return false;
        const { part: inner, whole: outer } = answer.value;
        if (inner.kind === 'hidden' || outer.kind === 'hidden') return true;
        // Tried out: every remainder for which some true part and whole would be shown like these.
        const spread = inner.value === 0 ? [0] : [-2, -1, 0, 1, 2];
        const possible = [1, 2, 3, 4, 5, 6, 7].filter((candidate) =>
          spread.some((off) => {
            const sum = inner.value + off + candidate;
            const truePart = inner.value + off;
            return (truePart === 0 || truePart >= 8) && Math.round(sum / 5) * 5 === outer.value;
          })
        );
        return possible.length >= 5;
      })
    );
  });
});

describe('totals that grow through a year', () => {
  const series = (totals: number[], rule?: typeof exact) => {
    const answer = protectCumulative(totals, rule);
    return answer.ok ? answer.value.map(show) : answer.error;
  };

  test('are shown when rounding blurs what came in between', () => {
    expect(series([20, 24, 51])).toEqual([20, 25, 50]);
  });

  test('are held back where a small rise would be seen, and return when it is blurred', () => {
    // 40 and 40 again: a rise of 1 to 4. From 40 to 50 it is not small.
    expect(series([39, 41, 52])).toEqual([40, 'difference', 50]);
    expect(series([39, 42, 60], exact)).toEqual([39, 'difference', 60]);
  });

  test('are shown when nothing was added', () => {
    expect(series([40, 40], exact)).toEqual([40, 40]);
  });

  test('are refused when they fall', () => {
    expect(series([40, 39])).toEqual({ kind: 'total-decreases', place: 1, before: 40, given: 39 });
  });
});

describe('counts of overlapping areas', () => {
  const wards = new Map([
    ['north', 41],
    ['south', 2],
    ['west', 60]
  ]);
  const areas = (outputs: string[][], rule?: typeof exact) => {
    const answer = protectOverlapping(wards, outputs, rule);
    return answer.ok ? answer.value.map(show) : answer.error;
  };

  test('hide the later of two that differ by a small number', () => {
    expect(areas([['north', 'south'], ['north']], exact)).toEqual([43, 'difference']);
    expect(areas([['north'], ['north', 'south']], exact)).toEqual([41, 'difference']);
  });

  test('are compared with every one already shown', () => {
    // West with south is 62, shown as 60 like west alone: south would be 1 to 4.
    expect(areas([['north'], ['west'], ['south', 'west']])).toEqual([40, 60, 'difference']);
  });

  test('are all shown when none contains another', () => {
    expect(areas([['north', 'south'], ['west']])).toEqual([45, 60]);
  });

  test('are refused for a piece without a count', () => {
    expect(areas([['east']])).toEqual({ kind: 'piece-unknown', piece: 'east' });
  });
});

describe('an area that rests on one setting', () => {
  test.each([
    { perSetting: [42], answer: true },
    { perSetting: [42, 0], answer: true },
    { perSetting: [42, 9], answer: false },
    { perSetting: [0, 0], answer: false },
    { perSetting: [], answer: false }
  ])('is so for $perSetting: $answer', ({ perSetting, answer }) => {
    expect(restsOnOneSetting(perSetting)).toBe(answer);
  });

  test('has its count hidden', () => {
    expect(protectAreaCount([42, 0])).toEqual({
      ok: true,
      value: { kind: 'hidden', reason: 'one-setting' }
    });
    expect(protectAreaCount([42, 9])).toEqual({ ok: true, value: { kind: 'shown', value: 50 } });
  });
});
