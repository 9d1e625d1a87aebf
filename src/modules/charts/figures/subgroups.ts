/**
 * From rows to points: rows with the same x become one subgroup.
 *
 * Assumes: x is already checked (dates as day numbers, numbers finite, categories as text).
 * Missing values stay missing: a subgroup without any value has none, not zero.
 */
import type { Aggregate, ChartType } from '../types.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { mean, median, standardDeviation, sum } from './sums.ts';

export interface Rows {
  /** Sort keys (numbers and dates) or names, one per row. */
  readonly x: readonly (number | string)[];
  /** `NaN` where missing. */
  readonly y: Float64Array;
  readonly n: Float64Array | null;
  /** Numbers and dates are sorted; categories keep the order of first appearance. */
  readonly sorted: boolean;
}

export interface Subgroups {
  readonly count: number;
  readonly x: readonly (number | string)[];
  /** Row numbers (from 0) of each subgroup, in the order given. */
  readonly rows: readonly (readonly number[])[];
  readonly sheet: Sheet;
}

/**
 * Sums of rows of which some are missing: missing themselves, since they would say too little; or, as R adds with `na.rm`, the
 * sum of the others, of none 0.
 */
export type Sums = 'whole' | 'na.rm';

/** Groups the rows and fills `numerator`, `denominator`, `size`, `spread`, `mean` and `value` of a sheet. */
export function groupRows(
  type: ChartType,
  rows: Rows,
  aggregate: Aggregate,
  sums: Sums
): Subgroups {
  const groups = new Map<number | string, number[]>();
  rows.x.forEach((x, row) => {
    const group = groups.get(x);
    if (group) group.push(row);
    else groups.set(x, [row]);
  });
  let keys = [...groups.keys()];
  // Sorted rows hold numbers alone: dates come as day numbers.
  if (rows.sorted) keys = (keys as number[]).sort((a, b) => a - b);
  const sheet = makeSheet(keys.length);
  const members: number[][] = keys.map((key) => groups.get(key) ?? []);
  const longest = members.reduce((most, group) => Math.max(most, group.length), 0);
  const y = new Float64Array(longest);
  const n = new Float64Array(longest);
  const sortRoom = new Float64Array(longest);
  members.forEach((group, i) => {
    let filled = 0;
    group.forEach((row, at) => {
      const value = rows.y[row] ?? NaN;
      const area = rows.n ? (rows.n[row] ?? NaN) : 0;
      const isMissing = value !== value || area !== area;
      y[at] = isMissing ? NaN : value;
      n[at] = isMissing ? NaN : area;
      if (!isMissing) filled++;
    });
    const only = y[0] ?? NaN; // every group has a row
    const total = group.length === 1 ? only : sum(y, 0, group.length);
    sheet.numerator[i] = total;
    sheet.denominator[i] = rows.n ? sum(n, 0, group.length) : 0;
    sheet.size[i] = filled;
    const isOfSubgroups = type === 's' || type === 'xbar';
    sheet.spread[i] = isOfSubgroups ? standardDeviation(y, 0, group.length) : NaN;
    sheet.mean[i] = isOfSubgroups ? mean(y, 0, group.length) : NaN;
    if (rows.n) {
      sheet.value[i] = (sheet.numerator[i] as number) / (sheet.denominator[i] as number); // set above
    } else if (type === 'c') {
      sheet.value[i] = filled < group.length && sums === 'whole' ? NaN : total;
    } else if (type === 's') {
      sheet.value[i] = sheet.spread[i] as number;
    } else if (group.length === 1 && (aggregate === 'mean' || aggregate === 'median')) {
      sheet.value[i] = only;
    } else {
      sheet.value[i] = combine(y, group.length, filled, aggregate, sums, sortRoom);
    }
  });
  return { count: keys.length, x: keys, rows: members, sheet };
}

function combine(
  values: Float64Array,
  length: number,
  filled: number,
  aggregate: Aggregate,
  sums: Sums,
  sortRoom: Float64Array
): number {
  switch (aggregate) {
    case 'mean':
      return mean(values, 0, length);
    case 'median':
      return median(values, 0, length, sortRoom);
    case 'sum':
      return filled < length && sums === 'whole' ? NaN : sum(values, 0, length);
    case 'sd':
      return standardDeviation(values, 0, length);
  }
}

/** Without aggregation: fills the columns from arrays as they stand, one row per point. */
export function fillPlainSheet(
  sheet: Sheet,
  y: ArrayLike<number>,
  n: ArrayLike<number> | null
): void {
  const count = y.length;
  for (let i = 0; i < count; i++) {
    const value = y[i] as number; // i < length
    const area = n === null ? 0 : (n[i] as number); // as long as y
    sheet.numerator[i] = value;
    sheet.denominator[i] = area;
    sheet.size[i] = 1;
    sheet.value[i] = n === null ? value : value / area;
    sheet.base[i] = 1;
    sheet.included[i] = 1;
  }
}
