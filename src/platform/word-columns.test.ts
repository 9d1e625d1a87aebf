import { describe, expect, test } from 'vitest';
import { columnWidths } from './word-columns.ts';

const sheet = 9638; // twentieths of a point: A4 with margins of 2 cm
const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);

describe('widths of columns', () => {
  test('go by their shares where every word has room', () => {
    expect(columnWidths(9000, [1, 2], [['Lead'], ['Action']])).toEqual([3000, 6000]);
  });

  test('leave room for the longest month where the share is too narrow for it', () => {
    const columns = [
      ['Action', 'Carry the bags'],
      ['Lead'],
      ['By', '30 September 2026'],
      ['Money']
    ];
    const [, , by = 0] = columnWidths(sheet, [3, 2, 1, 2], columns);
    expect(by).toBeGreaterThanOrEqual('September'.length * 120);
    const [, , short = 0] = columnWidths(sheet, [3, 2, 1, 2], [['a'], ['b'], ['By'], ['c']]);
    expect(by).toBeGreaterThan(short);
  });

  test('fill the sheet, whatever is in the columns', () => {
    const long = 'https://example.org/a/very/long/address-that-nobody-breaks';
    for (const columns of [
      [['a'], ['b'], ['c']],
      [[long], [long], [long]],
      [[long], [], ['c d e']],
      [['x'.repeat(400)], ['y'], ['']]
    ]) {
      const widths = columnWidths(sheet, [5, 1, 1], columns);
      expect(sum(widths)).toBe(sheet);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }
  });

  test('of more words than a sheet is wide are parted by the words', () => {
    const columns = Array.from({ length: 12 }, () => ['Responsibilities']);
    const widths = columnWidths(
      sheet,
      columns.map(() => 1),
      columns
    );
    expect(sum(widths)).toBe(sheet);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(12);
  });
});
