/**
 * Somebody who wants to know what was hidden: for the tests and the benchmark of this module, and for nobody else.
 *
 * Shares no code with the protector and works the other way round. The protector pushes flow through the table;
 * the attacker looks at every way of cutting it in two. For each set of rows, columns and the two ends of the totals,
 * what goes in must come out, so no figure can exceed the most that may go in less the least that must go out
 * (Hoffman's circulation theorem says that the tightest of these bounds is exact).
 */
export type ShownTable = {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
};
export type Bounds = { readonly least: number; readonly most: number };
export type TableBounds = {
  readonly cells: readonly (readonly Bounds[])[];
  readonly rowTotals: readonly Bounds[];
  readonly columnTotals: readonly Bounds[];
  readonly total: Bounds;
};
/** No idea at all. A number beyond any count stands for infinity, so that sums stay sums. */
export const noIdea: Bounds = { least: 0, most: 1e12 };

/** The rule as it is made public; here read by its words alone. */
export type PublicRule = {
  readonly hideFrom: number;
  readonly hideTo: number;
  readonly roundTo: number;
};

/** Every figure a reader may have in mind, before putting any two together. */
export function firstBounds(
  shown: ShownTable,
  rule: PublicRule,
  hiddenCell: (row: number, column: number) => Bounds,
  hiddenTotal: (place: 'row' | 'column' | 'total', index: number) => Bounds
): TableBounds {
  const read = (figure: number | null, otherwise: Bounds) =>
    figure === null ? otherwise : numbersShownAs(figure, rule);
  return {
    cells: shown.cells.map((row, i) => row.map((figure, j) => read(figure, hiddenCell(i, j)))),
    rowTotals: shown.rowTotals.map((figure, i) => read(figure, hiddenTotal('row', i))),
    columnTotals: shown.columnTotals.map((figure, j) => read(figure, hiddenTotal('column', j))),
    total: read(shown.total, hiddenTotal('total', 0))
  };
}

/** All numbers that the rule shows as `figure`, found by trying them. */
export function numbersShownAs(figure: number, { hideFrom, hideTo, roundTo }: PublicRule): Bounds {
  const found: number[] = [];
  for (let n = Math.max(0, figure - roundTo); n <= figure + roundTo; n += 1) {
    const isHidden = n >= hideFrom && n <= hideTo;
    if (!isHidden && Math.round(n / roundTo) * roundTo === figure) found.push(n);
  }
  return { least: Math.min(...found), most: Math.max(...found) };
}

/** The exact bounds of every figure once all are put together. Assumes that some table fits. */
export function putTogether(first: TableBounds): TableBounds {
  const { cells, rowTotals, columnTotals, total } = first;
  const open = (bounds: Bounds) => ({ least: bounds.least, most: bounds.most });
  const answer = {
    cells: cells.map((row) => row.map(open)),
    rowTotals: rowTotals.map(open),
    columnTotals: columnTotals.map(open),
    total: open(total)
  };
  // One side of the cut holds some rows, some columns, and perhaps the source (where row totals start) and the
  // sink (where column totals end). Columns are chosen one by one, since each adds its own share.
  for (let rowSet = 0; rowSet < 1 << cells.length; rowSet += 1) {
    const has = (row: number) => ((rowSet >> row) & 1) === 1;
    for (const [withSource, withSink] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true]
    ] as const) {
      // `slack`: most going in less least going out. `force`: least going in less most going out.
      let slack = 0;
      let force = 0;
      const cross = (inwards: boolean, { least, most }: Bounds) => {
        slack += inwards ? most : -least;
        force += inwards ? least : -most;
      };
      rowTotals.forEach((bounds, row) => {
        if (has(row) !== withSource) cross(has(row), bounds);
      });
      if (withSource !== withSink) cross(withSource, total);
      const columns = columnTotals.map((bounds, column) => {
        const inside = { slack: 0, force: 0 };
        const outside = { slack: 0, force: 0 };
        cells.forEach((row, at) => {
          const cell = row[column] ?? { least: 0, most: 0 };
          if (has(at)) {
            outside.slack -= cell.least;
            outside.force -= cell.most;
          } else {
            inside.slack += cell.most;
            inside.force += cell.least;
          }
        });
        if (withSink) {
          outside.slack += bounds.most;
          outside.force += bounds.least;
        } else {
          inside.slack -= bounds.least;
          inside.force -= bounds.most;
        }
        return {
          inside,
          outside,
          slack: Math.min(inside.slack, outside.slack),
          force: Math.max(inside.force, outside.force)
        };
      });
      for (const column of columns) {
        slack += column.slack;
        force += column.force;
      }
      const tighten = (bounds: { least: number; most: number }, most: number, least: number) => {
        if (most < bounds.most) bounds.most = most;
        if (least > bounds.least) bounds.least = least;
      };
      // Each figure that goes out of this side: leave its own share out of the balance, and it must make up for it.
      columns.forEach((column, j) => {
        const slackOutside = slack - column.slack + column.outside.slack;
        const forceOutside = force - column.force + column.outside.force;
        cells.forEach((row, i) => {
          const cell = row[j];
          const known = answer.cells[i]?.[j];
          if (!has(i) || cell === undefined || known === undefined) return;
          tighten(known, slackOutside + cell.least, forceOutside + cell.most);
        });
        const bounds = columnTotals[j];
        const known = answer.columnTotals[j];
        if (withSink || bounds === undefined || known === undefined) return;
        const slackInside = slack - column.slack + column.inside.slack;
        const forceInside = force - column.force + column.inside.force;
        tighten(known, slackInside + bounds.least, forceInside + bounds.most);
      });
      rowTotals.forEach((bounds, i) => {
        const known = answer.rowTotals[i];
        if (withSource && !has(i) && known !== undefined) {
          tighten(known, slack + bounds.least, force + bounds.most);
        }
      });
      if (withSink && !withSource) {
        tighten(answer.total, slack + total.least, force + total.most);
      }
    }
  }
  return answer;
}
