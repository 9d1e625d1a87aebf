import {
  type Bounds,
  firstBounds,
  noIdea,
  type PublicRule,
  putTogether,
  type ShownTable
} from './attacker.ts';

/** For the tests and the benchmark: what a table shows when nothing but small figures is hidden, and what is small. */
export type OpenTable = {
  readonly shown: ShownTable;
  /** Of each small total, the most that its being small lets a reader think. */
  readonly smallTotals: ReadonlyMap<string, Bounds>;
};

/** Hides what is small and rounds the rest, by the words of the rule; protects nothing beyond that. */
export function hideOnlySmall(counts: readonly (readonly number[])[], rule: PublicRule): OpenTable {
  const smallTotals = new Map<string, Bounds>();
  const isSmall = (n: number) => n >= rule.hideFrom && n <= rule.hideTo;
  const round = (n: number) => Math.round(n / rule.roundTo) * rule.roundTo;
  const promised = Math.min(5, rule.hideTo - rule.hideFrom + 1);
  const totalOf = (place: string, parts: readonly number[]) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    const small = parts.filter(isSmall).length;
    // A total of small cells alone counts as small until each of them could be as much as promised.
    let limit = rule.hideTo;
    while (limit < small * rule.hideFrom + promised - 1) {
      limit += 1;
      while (round(limit) === round(limit + 1)) limit += 1;
    }
    if (small === 0 || parts.some((n) => n > rule.hideTo) || sum > limit) return round(sum);
    smallTotals.set(place, { least: 0, most: limit });
    return null;
  };
  const columns = (counts[0] ?? []).map((_, j) => counts.map((row) => row[j] ?? 0));
  const shown = {
    cells: counts.map((row) => row.map((n) => (isSmall(n) ? null : round(n)))),
    rowTotals: counts.map((row, i) => totalOf(`row ${i}`, row)),
    columnTotals: columns.map((column, j) => totalOf(`column ${j}`, column)),
    total: totalOf('total 0', counts.flat())
  };
  return { shown, smallTotals };
}

/**
 * The least whole numbers that are left for any small figure of the table, cell or total, to a reader who knows the rule
 * and has been told, beyond what is fair, which of the hidden totals are small ones.
 */
export function narrowestLeft(
  shown: ShownTable,
  { shown: open, smallTotals }: OpenTable,
  rule: PublicRule
): number {
  const small = { least: rule.hideFrom, most: rule.hideTo };
  const first = firstBounds(
    shown,
    rule,
    (row, column) => (open.cells[row]?.[column] === null ? small : noIdea),
    (place, index) => smallTotals.get(`${place} ${index}`) ?? noIdea
  );
  const found = putTogether(first);
  const left: number[] = [];
  const look = (figure: number | null | undefined, bounds: Bounds | undefined) => {
    if (figure === null && bounds !== undefined) left.push(bounds.most - bounds.least + 1);
  };
  open.cells.forEach((row, i) => row.forEach((figure, j) => look(figure, found.cells[i]?.[j])));
  open.rowTotals.forEach((figure, i) => look(figure, found.rowTotals[i]));
  open.columnTotals.forEach((figure, j) => look(figure, found.columnTotals[j]));
  look(open.total, found.total);
  return Math.min(...left);
}

/**
 * The least number of figures that must be hidden beyond the small ones, found by trying every choice, smaller
 * choices first. `among` says whether only totals may go, or cells too.
 */
export function leastToHide(
  open: OpenTable,
  rule: PublicRule,
  among: 'totals' | 'totals and cells'
): number {
  const { shown } = open;
  const height = shown.rowTotals.length;
  const width = shown.columnTotals.length;
  const mayGo: number[] = [];
  const figures = [
    ...shown.rowTotals,
    ...shown.columnTotals,
    shown.total,
    ...(among === 'totals' ? [] : shown.cells.flat())
  ];
  figures.forEach((figure, at) => {
    if (figure !== null && figure > 0) mayGo.push(at);
  });
  const promised = Math.min(5, rule.hideTo - rule.hideFrom + 1);
  const isSafeWithout = (gone: ReadonlySet<number>) => {
    const keep = (figure: number | null, at: number) => (gone.has(at) ? null : figure);
    const firstCell = height + width + 1;
    const left: ShownTable = {
      rowTotals: shown.rowTotals.map((figure, i) => keep(figure, i)),
      columnTotals: shown.columnTotals.map((figure, j) => keep(figure, height + j)),
      total: keep(shown.total, height + width),
      cells: shown.cells.map((row, i) =>
        row.map((figure, j) => keep(figure, firstCell + i * width + j))
      )
    };
    return narrowestLeft(left, open, rule) >= promised;
  };
  for (let size = 0; size <= mayGo.length; size += 1) {
    for (const gone of choicesOf(mayGo, size)) {
      if (isSafeWithout(new Set(gone))) return size;
    }
  }
  return mayGo.length;
}

function* choicesOf(from: readonly number[], size: number, start = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = start; at <= from.length - size; at += 1) {
    for (const rest of choicesOf(from, size - 1, at + 1)) yield [from[at] ?? 0, ...rest];
  }
}
