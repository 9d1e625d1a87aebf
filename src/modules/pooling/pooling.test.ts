import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOf } from '../../../tests/support/good.ts';
import { poolStudies } from './pool.ts';
import { poolingProblemSentence, readStudies } from './read-studies.ts';
import type { Fit, Pooled } from './types.ts';

type Case = {
  readonly id: string;
  readonly input: { readonly measure: string; readonly studies: readonly unknown[] };
  readonly expected: Pooled;
};

const { cases } = JSON.parse(
  fs.readFileSync(
    new URL('../../../tests/fixtures/pooling/reference-cases.json', import.meta.url),
    'utf8'
  )
) as { cases: readonly Case[] }; // as its README says

const pooled = (given: unknown): Pooled => valueOf(poolStudies(valueOf(readStudies(given))));

/** Why it was refused; the empty text where it was not. */
function refusal(given: unknown): string {
  const read = readStudies(given);
  const answer = read.ok ? poolStudies(read.value) : read;
  return answer.ok ? '' : poolingProblemSentence(answer.error);
}

/** The first figure in which two answers differ: by more than 1e-9 of it, or 1e-6 where the likelihood was searched. */
function difference(one: unknown, other: unknown, relative: number, at = ''): string | null {
  if (typeof one === 'number' && typeof other === 'number') {
    // What the reference leaves of a spread of nothing is 1e-13 of a variance and 1e-9 percent.
    const absolute = relative > 1e-9 && /tau2|i2$/.test(at) ? 1e-8 : 1e-13;
    const allowed = Math.max(absolute, relative * Math.abs(one));
    return Math.abs(one - other) <= allowed ? null : `${at}: ${one} and ${other}`;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? null : `${at}: ${String(one)} and ${String(other)}`;
  }
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  if (left.length !== right.size) return `${at}: ${left.length} and ${right.size} entries`;
  for (const [name, value] of left) {
    const found = difference(value, right.get(name), relative, `${at}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

describe('the reference cases', () => {
  test('are all there', () => expect(cases).toHaveLength(36));

  test.each(cases)('$id comes to what metafor has', ({ input, expected }) => {
    const answer = pooled(input);
    expect(difference(expected.effects, answer.effects, 1e-9)).toBeNull();
    for (const [at, fit] of expected.fits.entries()) {
      const relative = fit.method === 'REML' ? 1e-6 : 1e-9;
      expect(difference(fit, answer.fits[at], relative, fit.method)).toBeNull();
    }
  });
});

test('standardised differences are those that metafor prints for the strokes of Normand 1999', () => {
  const strokes = cases.find(({ id }) => id === 'normand1999-md');
  const { effects } = pooled({ ...strokes?.input, measure: 'SMD' });
  expect(effects.map(({ yi, vi }) => [yi?.toFixed(4), vi?.toFixed(4)])).toEqual([
    ['-0.3552', '0.0131'],
    ['-0.3479', '0.0645'],
    ['-2.3176', '0.0458'],
    ['-1.8880', '0.1606'],
    ['-0.3840', '0.2054'],
    ['0.1721', '0.0369'],
    ['0.2721', '0.0603'],
    ['-0.4246', '0.0149'],
    ['0.2896', '0.0363']
  ]);
});

const withoutEvents = (total1: number, total2: number) => ({
  measure: 'RD',
  studies: [{ events1: 0, total1, events2: 0, total2 }]
});
const generic = (...studies: readonly { yi: number | null; vi: number | null }[]) => ({
  measure: 'GEN',
  studies
});
const fitOf = ({ fits }: Pooled, method: Fit['method'], hartungKnapp: boolean): Fit => {
  const fit = fits.find((one) => one.method === method && one.hartungKnapp === hartungKnapp);
  if (fit === undefined) throw new Error(`There is no fit by ${method}.`);
  return fit;
};

describe('what the formulas alone would not say', () => {
  test('groups of unequal size without any event differ by the half that is added', () => {
    expect(pooled(withoutEvents(10, 40)).effects[0]?.yi).toBeCloseTo(0.5 / 11 - 0.5 / 41, 12);
    expect(pooled(withoutEvents(20, 20)).effects[0]?.yi).toBe(0);
  });

  test('effects that are all the same keep the ordinary interval, by Student’s t', () => {
    const same = pooled(generic({ yi: 1, vi: 0.1 }, { yi: 1, vi: 0.2 }, { yi: 1, vi: 0.3 }));
    const [plain, adjusted] = [fitOf(same, 'DL', false), fitOf(same, 'DL', true)];
    expect(adjusted).toMatchObject({ se: plain.se, tau2: 0, i2: 0, q: 0, qp: 1 });
    expect(adjusted.ciUpper).toBeCloseTo(1 + 4.302652729911275 * plain.se, 10);
  });

  test('a study without an effect takes no part', () => {
    const two = [
      { yi: 1, vi: 0.1 },
      { yi: 2, vi: 0.2 }
    ];
    const answer = pooled(generic(...two, { yi: null, vi: null }));
    expect(answer.effects).toHaveLength(3);
    expect(answer.fits).toEqual(pooled(generic(...two)).fits);
  });
});

describe('any studies', () => {
  const study = fc.record({
    yi: fc.double({ min: -3, max: 3, noNaN: true }),
    vi: fc.double({ min: 0.001, max: 4, noNaN: true })
  });
  const some = fc.array(study, { minLength: 2, maxLength: 12 });

  test('come to the same in whatever order they are sent', () => {
    fc.assert(
      fc.property(some, (studies) => {
        const [one, other] = [
          pooled(generic(...studies)).fits,
          pooled(generic(...studies.toReversed())).fits
        ];
        for (const [at, fit] of one.entries()) {
          const turned = other[at];
          expect(turned?.estimate).toBeCloseTo(fit.estimate, 7);
          expect(turned?.tau2).toBeCloseTo(fit.tau2, 6);
        }
      }),
      { numRuns: 200 }
    );
  });

  test('have a mean among them, an interval around it, and a wider one for a new place', () => {
    fc.assert(
      fc.property(some, (studies) => {
        const effects = studies.map(({ yi }) => yi);
        for (const fit of pooled(generic(...studies)).fits) {
          expect(fit.estimate).toBeGreaterThanOrEqual(Math.min(...effects) - 1e-12);
          expect(fit.estimate).toBeLessThanOrEqual(Math.max(...effects) + 1e-12);
          expect(fit.ciLower).toBeLessThanOrEqual(fit.ciUpper);
          expect(fit.tau2).toBeGreaterThanOrEqual(0);
          if (typeof fit.piUpper === 'number') {
            expect(fit.piUpper).toBeGreaterThanOrEqual(fit.ciUpper - 1e-12);
          }
        }
      }),
      { numRuns: 200 }
    );
  });

  test('moved by a constant are pooled to what they were, moved by it', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -5, max: 5 }), (studies, by) => {
        const moved = studies.map(({ yi, vi }) => ({ yi: yi + by, vi }));
        const before = fitOf(pooled(generic(...studies)), 'REML', true);
        const after = fitOf(pooled(generic(...moved)), 'REML', true);
        expect(after.estimate).toBeCloseTo(before.estimate + by, 6);
        expect(after.tau2).toBeCloseTo(before.tau2, 6);
      }),
      { numRuns: 100 }
    );
  });
});

describe('what cannot be pooled', () => {
  const counts = { events1: 1, total1: 10, events2: 2, total2: 10 };
  const means = { mean1: 1, sd1: 2, n1: 9, mean2: 1, sd2: 2, n2: 9 };
  test.each([
    { given: { measure: 'PLO', studies: [] }, says: /Look at measure\.$/ },
    { given: { measure: 'OR', studies: [] }, says: /^There is no study to pool\.$/ },
    { given: generic({ yi: null, vi: null }), says: /^There is no study to pool\.$/ },
    { given: { measure: 'OR', studies: [means] }, says: /Look at studies\.0\.events1\.$/ },
    {
      given: { measure: 'OR', studies: [counts, { ...counts, events1: 1.5 }] },
      says: /^events1 of study 2 must be a whole number of people\.$/
    },
    {
      given: { measure: 'RR', studies: [{ ...counts, events2: 11 }] },
      says: /^Study 1 has more events than people in group 2\.$/
    },
    {
      given: { measure: 'RD', studies: [{ ...counts, events1: 0, total1: 0 }] },
      says: /^total1 of study 1 must be greater than zero\.$/
    },
    {
      given: { measure: 'MD', studies: [{ ...means, n2: 1 }] },
      says: /^n2 of study 1 must be a whole number of people, at least 2\.$/
    },
    { given: { measure: 'MD', studies: [{ ...means, sd1: -1 }] }, says: /must not be below zero/ },
    {
      given: { measure: 'SMD', studies: [{ ...means, sd1: 0, sd2: 0 }] },
      says: /^The effect of study 1 has no uncertainty/
    },
    { given: generic({ yi: 1, vi: 0 }), says: /^vi of study 1 must be greater than zero\.$/ }
  ])('is refused with a sentence: $given', ({ given, says }) => {
    expect(refusal(given)).toMatch(says);
  });
});
