import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectAverage, protectCount, protectSeries } from './count.ts';
import { protectPercentage } from './percentage.ts';
import { sealCount } from './raw-count.ts';
import { defaultRule, readRule, ruleFor } from './rule.ts';

const shown = (value: number) => ({ ok: true, value: { kind: 'shown', value } });
const hidden = (reason: string) => ({ ok: true, value: { kind: 'hidden', reason } });

describe('a rule', () => {
  test('hides 1 to 7, shows zero and rounds to 5 unless told otherwise', () => {
    expect(readRule({})).toEqual({ ok: true, value: { hideFrom: 1, hideTo: 7, roundTo: 5 } });
    expect(ruleFor('export')).toEqual(defaultRule);
  });

  test('is chosen for one output and leaves the others alone', () => {
    const strict = { hideFrom: 0, hideTo: 9, roundTo: 10 } as const;
    expect(ruleFor('public-page', { 'public-page': strict })).toEqual(strict);
    expect(ruleFor('api', { 'public-page': strict })).toEqual(defaultRule);
  });

  test('takes what is left out from the default', () => {
    expect(readRule({ hideTo: 4 })).toEqual({
      ok: true,
      value: { hideFrom: 1, hideTo: 4, roundTo: 5 }
    });
  });

  test.each([
    { given: { hideTo: 7.5 }, kind: 'rule-not-whole' },
    { given: { roundTo: '5' }, kind: 'rule-not-whole' },
    { given: { hideFrom: 3 }, kind: 'rule-hide-from' },
    { given: { hideTo: 0 }, kind: 'rule-hide-to' },
    { given: { roundTo: 0 }, kind: 'rule-round-to' },
    // 8 to the nearest 20 would be shown as none.
    { given: { roundTo: 20 }, kind: 'rule-rounds-to-nothing' }
  ])('is refused as $kind when $given', ({ given, kind }) => {
    expect(readRule(given)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('a protected count', () => {
  // Worked by hand: 8 to 12 go to 10, 13 to 17 to 15.
  test.each([
    { count: 0, value: 0 },
    { count: 8, value: 10 },
    { count: 12, value: 10 },
    { count: 13, value: 15 },
    { count: 1003, value: 1005 }
  ])('of $count is shown as $value', ({ count, value }) => {
    expect(protectCount(count)).toEqual(shown(value));
  });

  test.each([1, 5, 7])('of %d is hidden', (count) => {
    expect(protectCount(count)).toEqual(hidden('small-number'));
  });

  test.each([-1, 2.5, NaN, Infinity])('is refused for %d', (given) => {
    expect(protectCount(given)).toEqual({ ok: false, error: { kind: 'count-not-whole', given } });
  });

  test('is hidden for none too when the rule hides zero', () => {
    expect(protectCount(0, { hideFrom: 0, hideTo: 7, roundTo: 5 })).toEqual(hidden('small-number'));
  });

  test('is never between 1 and 7, always a multiple of 5, and within 2 of the truth', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (count) => {
        const safe = protectCount(count);
        if (!safe.ok) return false;
        if (safe.value.kind === 'hidden') return count >= 1 && count <= 7;
        const { value } = safe.value;
        return value % 5 === 0 && Math.abs(value - count) <= 2;
      })
    );
  });
});

describe('a sealed count', () => {
  const sealed = sealCount(42);
  if (!sealed.ok) throw new Error('42 is a count.');
  const count = sealed.value;

  test('cannot be printed, joined into a text, sent as JSON or compared', () => {
    expect(() => `${String(count)} children`).toThrow('protectCount');
    expect(() => JSON.stringify({ count })).toThrow('protectCount');
    expect(() => Number(count) > 40).toThrow('protectCount');
    expect(Object.keys(count)).toEqual([]);
  });

  test('is opened by a rule', () => {
    expect(protectCount(count)).toEqual(shown(40));
    expect(protectPercentage(count, 84)).toEqual(shown((100 * 40) / 85));
  });

  test('is refused for what is not a count', () => {
    expect(sealCount(-3)).toEqual({ ok: false, error: { kind: 'count-not-whole', given: -3 } });
  });
});

describe('a protected series', () => {
  test('hides small points and keeps a missing one missing', () => {
    expect(protectSeries([0, 5, 13, null])).toEqual({
      ok: true,
      value: [
        { kind: 'shown', value: 0 },
        { kind: 'hidden', reason: 'small-number' },
        { kind: 'shown', value: 15 },
        { kind: 'hidden', reason: 'not-collected' }
      ]
    });
  });

  test('is refused for a point that is not a count', () => {
    expect(protectSeries([3, 1.5])).toMatchObject({ ok: false });
  });
});

describe('a protected percentage', () => {
  test('is worked out from the protected counts', () => {
    // 23 of 58 is shown as 25 of 60; the raw counts would say 39.66.
    expect(protectPercentage(23, 58)).toEqual(shown((100 * 25) / 60));
  });

  test.each([
    { part: 5, whole: 58, reason: 'small-number' },
    { part: 55, whole: 58, reason: 'small-remainder' },
    { part: 2, whole: 6, reason: 'small-group' },
    { part: 0, whole: 6, reason: 'small-group' },
    { part: 0, whole: 58, reason: 'small-remainder' },
    { part: 58, whole: 58, reason: 'small-remainder' },
    { part: 0, whole: 0, reason: 'not-applicable' }
  ])('of $part in $whole is hidden as $reason', ({ part, whole, reason }) => {
    expect(protectPercentage(part, whole)).toEqual(hidden(reason));
  });

  test('of nobody or everybody may be shown by choice', () => {
    const choice = { wholeGroups: 'show' } as const;
    expect(protectPercentage(0, 58, defaultRule, choice)).toEqual(shown(0));
    expect(protectPercentage(58, 58, defaultRule, choice)).toEqual(shown(100));
    expect(protectPercentage(3, 3, defaultRule, choice)).toEqual(hidden('small-group'));
  });

  test('is refused when the part exceeds the whole', () => {
    expect(protectPercentage(9, 8)).toEqual({
      ok: false,
      error: { kind: 'part-exceeds-whole', partCount: 9, wholeCount: 8 }
    });
  });

  test('is the same for all counts behind the same two shown counts', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (part, rest) => {
        const one = protectPercentage(part, part + rest);
        if (!one.ok || one.value.kind === 'hidden') return true;
        const parts = protectCount(part);
        const whole = protectCount(part + rest);
        if (!parts.ok || !whole.ok) return false;
        if (parts.value.kind === 'hidden' || whole.value.kind === 'hidden') return false;
        return one.value.value === (100 * parts.value.value) / whole.value.value;
      })
    );
  });

  test('lies strictly between 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (part, rest) => {
        const one = protectPercentage(part, part + rest);
        if (!one.ok || one.value.kind === 'hidden') return true;
        return one.value.value > 0 && one.value.value < 100;
      })
    );
  });
});

describe('a protected average', () => {
  test.each([
    { people: 7, answer: hidden('small-group') },
    { people: 0, answer: hidden('not-applicable') },
    { people: 8, answer: shown(3.2) }
  ])('of $people people', ({ people, answer }) => {
    expect(protectAverage(3.2, people)).toEqual(answer);
  });
});
