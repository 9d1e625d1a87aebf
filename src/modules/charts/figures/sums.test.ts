import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, meanBelow, median, quotient, standardDeviation, sum } from './sums.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

describe('sums in two doubles', () => {
  test('keep what a plain sum loses', () => {
    expect(1e16 + 1 + -1e16).toBe(0);
    expect(sum(numbers(1e16, 1, -1e16), 0, 3)).toBe(1);
    expect(sum(numbers(...Array.from({ length: 10 }, () => 0.1)), 0, 10)).toBe(1);
  });

  test('leave missing values out', () => {
    expect(sum(numbers(1, NaN, 2), 0, 3)).toBe(3);
    expect(mean(numbers(1, NaN, 2), 0, 3)).toBe(1.5);
    expect(mean(numbers(NaN), 0, 1)).toBeNaN();
  });

  test('let an infinite value through', () => {
    expect(sum(numbers(1, Infinity), 0, 2)).toBe(Infinity);
    expect(mean(numbers(1, Infinity), 0, 2)).toBe(Infinity);
  });

  test('do not depend on the order of the values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const forwards = mean(Float64Array.from(values), 0, values.length);
        const backwards = mean(Float64Array.from(values).reverse(), 0, values.length);
        expect(forwards).toBe(backwards);
      })
    );
  });

  test('the mean of one repeated value is that value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 99 }),
        (value, times) => {
          const values = new Float64Array(times).fill(value);
          expect(mean(values, 0, times)).toBe(value === 0 ? 0 : value);
          expect(standardDeviation(values, 0, times)).toEqual(times < 2 ? NaN : 0);
        }
      )
    );
  });
});

describe('quotients', () => {
  test('are rounded once', () => {
    expect(quotient(1, 2 ** -60, 3)).toBe(1 / 3);
    expect(quotient(1e300, 0, 1e-5)).toBe(1e305);
  });
});

describe('means below a limit', () => {
  test('take only what is strictly below', () => {
    expect(meanBelow(numbers(1, 2, 3, NaN), 0, 4, 3)).toBe(1.5);
    expect(meanBelow(numbers(0, 0), 0, 2, 0)).toBeNaN();
  });
});

describe('medians', () => {
  test.each([
    { values: [3, 1, 2], middle: 2 },
    { values: [4, 1, 3, 2], middle: 2.5 },
    { values: [NaN, 5], middle: 5 },
    { values: [NaN], middle: NaN }
  ])('of $values is $middle', ({ values, middle }) => {
    expect(median(numbers(...values), 0, values.length, new Float64Array(9))).toBe(middle);
  });
});
