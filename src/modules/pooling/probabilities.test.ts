import { describe, expect, test } from 'vitest';
import {
  chiSquareUpper,
  logGamma,
  normal95,
  normalBothTails,
  student95,
  studentBothTails
} from './probabilities.ts';

/** How far a figure is from another, as a share of it. */
const off = (found: number, known: number): number => Math.abs(found - known) / Math.abs(known);

describe('tails', () => {
  test('of one degree are those of the arctangent, however far out', () => {
    for (const t of [0.01, 1, 7, 300, 1e6]) {
      expect(off(studentBothTails(t, 1), (2 / Math.PI) * Math.atan(1 / t))).toBeLessThan(1e-12);
    }
  });

  test('of two degrees have a closed form', () => {
    for (const t of [0.3, 2, 40]) {
      expect(off(studentBothTails(t, 2), 1 - t / Math.sqrt(t * t + 2))).toBeLessThan(1e-10);
    }
    for (const x of [0.1, 5, 300]) expect(off(chiSquareUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12); // prettier-ignore
  });

  test('of four degrees likewise', () => {
    for (const x of [0.5, 9, 120]) {
      expect(off(chiSquareUpper(x, 4), Math.exp(-x / 2) * (1 + x / 2))).toBeLessThan(1e-12);
    }
  });

  test('of the normal distribution leave one in twenty beyond 1.96', () => {
    expect(normalBothTails(normal95)).toBeCloseTo(0.05, 14);
    expect(normalBothTails(0)).toBe(1);
    expect(studentBothTails(normal95, 1e7)).toBeCloseTo(0.05, 6);
  });

  test('are turned back into the figures of the printed tables', () => {
    const table = [
      [1, 12.706],
      [2, 4.303],
      [5, 2.571],
      [10, 2.228],
      [30, 2.042],
      [120, 1.98]
    ] as const;
    for (const [freedom, figure] of table) expect(student95(freedom)).toBeCloseTo(figure, 3);
  });
});

test('the gamma function grows by its factors, from the root of pi', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  for (let x = 0.5; x < 60; x += 0.5) {
    expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 11);
  }
});
