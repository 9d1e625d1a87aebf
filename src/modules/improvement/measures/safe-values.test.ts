import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRule, defaultRule } from '#modules/disclosure';
import { safeValues } from './safe-values.ts';
import type { Figure, MeasureId, MeasureValue } from '../types.ts';

const valueOf = (figure: Figure): MeasureValue => ({
  id: '1',
  measureId: '1' as MeasureId, // a name for the test
  measuredOn: '2026-03-02',
  figure,
  note: '',
  status: 'final',
  addedAt: new Date('2026-03-02T10:00:00Z'),
  addedBy: null,
  version: 1
});
const leaving = (valueForm: 'value' | 'count' | 'share' | 'rate', figure: Figure) =>
  safeValues({ valueForm }, [valueOf(figure)], byRule(defaultRule))[0]?.figure;
const hidden = { kind: 'missing', why: 'suppressed' };
const ratio = (numerator: number, denominator: number): Figure => ({
  kind: 'ratio',
  numerator,
  denominator
});

describe('values of a measure that leave the partnership', () => {
  // Each by hand from the default rule: 1 to 7 hidden, others to the nearest 5.
  test.each([
    [11, 22, ratio(10, 20)],
    [3, 20, hidden],
    [13, 20, hidden],
    [0, 20, hidden],
    [20, 20, hidden],
    [2, 6, hidden]
  ])('a share of %d of %d', (numerator, denominator, expected) => {
    expect(leaving('share', ratio(numerator, denominator))).toEqual(expected);
  });

  test('counts are hidden or rounded; zero is zero', () => {
    expect(leaving('count', { kind: 'value', value: 7 })).toEqual(hidden);
    expect(leaving('count', { kind: 'value', value: 8 })).toEqual({ kind: 'value', value: 10 });
    expect(leaving('count', { kind: 'value', value: 0 })).toEqual({ kind: 'value', value: 0 });
  });

  test('a rate rests on its count; days and scores count nobody', () => {
    expect(leaving('rate', ratio(3, 1200))).toEqual(hidden);
    expect(leaving('rate', ratio(23, 812.5))).toEqual(ratio(25, 812.5));
    expect(leaving('value', { kind: 'value', value: 3 })).toEqual({ kind: 'value', value: 3 });
  });

  test('no share ever leaves of which a part or the rest is small', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (part, rest) => {
        fc.pre(part + rest > 0);
        const figure = leaving('share', ratio(part, part + rest));
        if (part <= 7 || rest <= 7) expect(figure).toEqual(hidden);
        else expect(figure).toMatchObject({ kind: 'ratio' });
      })
    );
  });
});
