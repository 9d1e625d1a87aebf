import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, classings, classOf, mostClasses } from './classes.ts';

describe('classes of a map', () => {
  test('have equal numbers of areas: seven figures make classes of 2, 3 and 2', () => {
    expect(classesOf([3, 1, 2, 5, 4, 7, 6], 'equal-numbers', 0)).toEqual([
      { from: 1, to: 2, areaCount: 2 },
      { from: 3, to: 5, areaCount: 3 },
      { from: 6, to: 7, areaCount: 2 }
    ]);
  });

  test('never part figures that are alike', () => {
    expect(classesOf([1, 5, 5, 5, 5, 5, 5, 9], 'equal-numbers', 0)).toEqual([
      { from: 1, to: 5, areaCount: 7 },
      { from: 9, to: 9, areaCount: 1 }
    ]);
  });

  test('are of equal width when asked, the empty ones too', () => {
    expect(classesOf([0, 1, 2, 3, 3, 10], 'equal-widths', 1)).toMatchObject([
      { from: 0, areaCount: 5 },
      { areaCount: 0 },
      { to: 10, areaCount: 1 }
    ]);
  });

  test('of equal width begin and end at the places of the figures, so that the legend says who is in them', () => {
    // From 45 to 92 in five parts of 9.4: an area at 54 lies below 54.4, and a legend that said “less than 54%” denied it.
    const classes = classesOf([45, 54, 54, 64, 70, 73, 80, 83, 90, 92], 'equal-widths', 0);
    expect(classes.map(({ from }) => from)).toEqual([45, 54, 64, 73, 83]);
    expect(classes.map(({ areaCount }) => areaCount)).toEqual([1, 2, 2, 2, 3]);
    // Nine areas at 75 or 76 make two classes and not four.
    expect(classesOf([75, 75, 75, 75, 76, 76, 76, 76, 76], 'equal-widths', 0)).toEqual([
      { from: 75, to: 76, areaCount: 4 },
      { from: 76, to: 76, areaCount: 5 }
    ]);
  });

  test('are one where there is one figure, and none where there is none', () => {
    expect(classesOf([4], 'equal-numbers', 0)).toEqual([{ from: 4, to: 4, areaCount: 1 }]);
    expect(classesOf([], 'equal-widths', 0)).toEqual([]);
  });

  test.each(classings)('hold every figure once, at most five of them (%s)', (classing) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (values) => {
        const classes = classesOf(values, classing, 0);
        expect(classes.length).toBeLessThanOrEqual(mostClasses);
        const counted = classes.map(
          (_, index) => values.filter((value) => classOf(value, classes) === index).length
        );
        expect(counted).toEqual(classes.map((each) => each.areaCount));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      })
    );
  });
});
