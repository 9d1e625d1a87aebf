import { expect, test } from 'vitest';
import { asRecorded, byRule, defaultRule } from '#modules/disclosure';
import { ruleWords, givenFigure } from './protection.ts';

const share = { valueForm: 'share', ratePer: 1 } as const;
const count = { valueForm: 'count', ratePer: 1 } as const;
const ratio = (numerator: number, denominator: number) =>
  ({ kind: 'ratio', numerator, denominator }) as const;
const gone = { value: null, numerator: null, denominator: null };

test('a share is worked out from rounded counts', () => {
  // 23 of 58: 25 of 60, by the default rule.
  expect(givenFigure(ratio(23, 58), share, byRule(defaultRule))).toEqual({
    value: (100 * 25) / 60,
    numerator: 25,
    denominator: 60,
    missing: null
  });
});

test.each([
  { numerator: 5, denominator: 40, missing: 'small-number' },
  { numerator: 36, denominator: 40, missing: 'small-remainder' },
  { numerator: 40, denominator: 40, missing: 'small-remainder' }
])('$numerator of $denominator is hidden: $missing', ({ numerator, denominator, missing }) => {
  expect(givenFigure(ratio(numerator, denominator), share, byRule(defaultRule))).toEqual({
    ...gone,
    missing
  });
});

test('counts are rounded or hidden, plain numbers stay', () => {
  expect(givenFigure({ kind: 'value', value: 13 }, count, byRule(defaultRule)).value).toBe(15);
  expect(givenFigure({ kind: 'value', value: 4 }, count, byRule(defaultRule)).missing).toBe(
    'small-number'
  );
  const minutes = { valueForm: 'value', ratePer: 1 } as const;
  expect(givenFigure({ kind: 'value', value: 4.5 }, minutes, byRule(defaultRule)).value).toBe(4.5);
});

test('a rate is worked out from its rounded count', () => {
  const rate = { valueForm: 'rate', ratePer: 1000 } as const;
  expect(givenFigure(ratio(13, 600), rate, byRule(defaultRule))).toMatchObject({
    value: 25,
    numerator: 15
  });
  expect(givenFigure(ratio(3, 600), rate, byRule(defaultRule))).toEqual({
    ...gone,
    missing: 'small-number'
  });
});

test('a token that may see counts sees them, and what is missing stays missing', () => {
  expect(givenFigure(ratio(3, 12), share, asRecorded)).toEqual({
    value: 25,
    numerator: 3,
    denominator: 12,
    missing: null
  });
  const missing = { kind: 'missing', why: 'not-collected' } as const;
  expect(givenFigure(missing, share, asRecorded)).toEqual({ ...gone, missing: 'not-collected' });
});

test('the rule is said in words', () => {
  expect(ruleWords(byRule(defaultRule))).toContain(
    'Counts 1 to 7 are hidden, others are rounded to 5'
  );
  expect(ruleWords(asRecorded)).toContain('As recorded');
});
