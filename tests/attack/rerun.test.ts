import { expect, test } from 'vitest';
import { byRule, defaultRule, whatLeaves } from '#modules/disclosure';

/**
 * The reader who runs this program on every 2 × 2 table and keeps those that come out as the one in hand. Counts
 * up to 12 are enough: what is shown as 10 has all its 8 to 12, and greater counts only repeat the remainders of five.
 */
function narrowestOfAll(totals: 'fewest' | 'all-or-none'): number {
  const behind = new Map<string, Set<number>[]>();
  const most = 12;
  const rows = Array.from({ length: (most + 1) ** 2 }, (_, n) => [
    Math.floor(n / (most + 1)),
    n % (most + 1)
  ]);
  for (const upper of rows) {
    for (const lower of rows) {
      const table = whatLeaves('table', { counts: [upper, lower], totals }, byRule(defaultRule));
      if (!table.ok) throw new Error('A made-up table was refused.');
      const { cells, rowTotals, columnTotals, total } = table.value;
      const key = [...cells.flat(), ...rowTotals, ...columnTotals, total]
        .map((count) => (count.kind === 'shown' ? count.value : '-'))
        .join(' ');
      const seen = behind.get(key) ?? [new Set(), new Set(), new Set(), new Set()];
      [...upper, ...lower].forEach((count, at) => seen[at]?.add(count));
      behind.set(key, seen);
    }
  }
  let narrowest = Infinity;
  for (const [key, seen] of behind) {
    key.split(' ').forEach((figure, at) => {
      const values = seen[at];
      if (figure === '-' && values !== undefined) narrowest = Math.min(narrowest, values.size);
    });
  }
  return narrowest;
}

test('hiding all totals or none leaves five whole numbers even to a reader who runs the program on every 2 × 2 table', () => {
  expect(narrowestOfAll('all-or-none')).toBe(5);
});

test('hiding the fewest totals does not promise that, as docs/methods/small-numbers.md says', () => {
  expect(narrowestOfAll('fewest')).toBeLessThan(5);
});
