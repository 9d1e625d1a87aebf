import { err, ok, type Result } from '#core/result';
import { plainName } from '../figures/areas.ts';
import {
  type AreaRows,
  type DataRow,
  type FolderProblem,
  groupKey,
  isSamePeriod,
  startOf
} from './folder.ts';

/** Choosing among the rows of one indicator in one area: a group, a period, the two groups of a gap. */

/** The groups between which a gap is taken, the better-off first. */
const pairs = [
  ['not-fsm', 'fsm'],
  ['simd-5', 'simd-1'],
  ['idaci-10', 'idaci-1']
] as const;

/** The rows of one group: the one asked for, else everybody, else the only one there is. */
export function groupRows(
  found: AreaRows,
  asked: string | undefined
): Result<DataRow[], FolderProblem> {
  const names = [...new Set(found.rows.map((row) => row.breakdown))];
  if (asked === undefined) {
    const all = found.rows.filter((row) => groupKey(row) === 'all');
    if (all.length > 0) return ok(oneEachPeriod(all, found));
    if (names.length === 1) return ok(oneEachPeriod(found.rows, found));
    return err({ kind: 'group-needed', known: names });
  }
  const exact = found.rows.filter((row) => plainName(row.breakdown) === plainName(asked));
  const wanted = groupKey({ breakdown: asked, breakdownKind: 'IDACI decile' });
  const alike = exact.length > 0 ? exact : found.rows.filter((row) => groupKey(row) === wanted);
  if (alike.length === 0) return err({ kind: 'unknown-group', given: asked, known: names });
  if (new Set(alike.map((row) => groupKey(row))).size > 1) {
    return err({ kind: 'several-groups', given: asked, known: names });
  }
  return ok(oneEachPeriod(alike, found));
}

/** Where an area has a period under two codes, the row of the code in use stands. */
function oneEachPeriod(rows: readonly DataRow[], { area }: AreaRows): DataRow[] {
  const byPeriod = new Map<string, DataRow>();
  for (const row of rows) {
    const before = byPeriod.get(row.period);
    const isBetter =
      before === undefined ||
      (row.value !== '' && (before.value === '' || row.areaCode === area.code));
    if (isBetter) byPeriod.set(row.period, row);
  }
  return [...byPeriod.values()].sort((one, other) => startOf(one).localeCompare(startOf(other)));
}

export function rowAt(
  rows: readonly DataRow[],
  period: string | undefined
): Result<DataRow, FolderProblem> {
  const row =
    period === undefined
      ? (rows.findLast((each) => each.value !== '') ?? rows.at(-1))
      : rows.find((each) => isSamePeriod(each.period, period));
  if (row !== undefined) return ok(row);
  const ends = { first: rows[0]?.period ?? '', last: rows.at(-1)?.period ?? '' };
  return err({ kind: 'no-period', period: period ?? '', ...ends });
}

export function pairOf(
  found: AreaRows,
  asked: string | undefined
): Result<readonly [DataRow[], DataRow[]], FolderProblem> {
  const rowsBy = (key: string) =>
    oneEachPeriod(
      found.rows.filter((row) => groupKey(row) === key),
      found
    );
  const wanted =
    asked === undefined ? null : groupKey({ breakdown: asked, breakdownKind: 'IDACI decile' });
  for (const [better, poorer] of pairs) {
    const isAsked =
      wanted === null ||
      [better, poorer].some((key) => key === wanted || key.split('-')[0] === wanted);
    const both = [rowsBy(better), rowsBy(poorer)] as const;
    if (isAsked && both[0].length > 0 && both[1].length > 0) return ok(both);
  }
  return err({ kind: 'no-pair', groups: [...new Set(found.rows.map((row) => row.breakdown))] });
}
