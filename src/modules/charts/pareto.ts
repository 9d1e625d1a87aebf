/** The vital few: categories by how often they come. */

export interface ParetoRow {
  readonly category: string;
  readonly count: number;
  readonly cumulativeCount: number;
  /** Proportions from 0 to 1. */
  readonly share: number;
  readonly cumulativeShare: number;
}

/**
 * Counts the categories, most frequent first; equal counts in order of their names.
 *
 * Units: counts and proportions. Nothing is rounded.
 *
 * @example paretoTable(['late', 'full', 'late'])[0] // late: 2 of 3
 */
export function paretoTable(values: readonly string[]): ParetoRow[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return paretoRows([...counts].map(([category, count]) => ({ category, count })));
}

/** The same from counts already made. */
export function paretoRows(
  counts: readonly { readonly category: string; readonly count: number }[]
): ParetoRow[] {
  const sorted = [...counts].sort(
    (a, b) => b.count - a.count || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0)
  );
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let cumulativeCount = 0;
  let cumulativeShare = 0;
  return sorted.map(({ category, count }) => {
    const share = total === 0 ? 0 : count / total;
    cumulativeCount += count;
    cumulativeShare = total === 0 ? 0 : cumulativeShare + share;
    return { category, count, cumulativeCount, share, cumulativeShare };
  });
}
