import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { OwnStatus } from '../types.ts';
import type { RowProblem } from './cells.ts';
import type { RowColumns } from './row-columns.ts';
import { withWholeJoins } from './whole-joins.store.server.ts';

/** All SQL about the single values of a file on its way in: what each would do to what is there. */

/** `compared`: figures of areas elsewhere that would be new here, or other than those that were kept before. */
export const rowKinds = [
  'added',
  'changed',
  'unchanged',
  'refused',
  'passed-over',
  'compared'
] as const;
export type RowKind = (typeof rowKinds)[number];
export type RowCounts = Readonly<Record<RowKind, number>>;

/**
 * What a value of a file (`r`) would be beside the value that is there (`v`, or nothing). A file that does not say a status or a note
 * leaves the one there is; one without counts leaves those there are as long as the value they come to is the same.
 */
export const resulting = {
  status: sql.raw(
    `coalesce(r.status, case when v.status in ('final', 'revised', 'provisional') then v.status end, 'final')`
  ),
  note: sql.raw(`coalesce(r.note, v.note, '')`),
  numerator: sql.raw(
    `case when r.counts_given or v.id is null or v.value is distinct from r.value then r.numerator else v.numerator end`
  ),
  denominator: sql.raw(
    `case when r.counts_given or v.id is null or v.value is distinct from r.value then r.denominator else v.denominator end`
  )
} as const satisfies Record<string, RawBuilder<unknown>>;

const isSame = sql`(
  v.value is not distinct from r.value and v.status = ${resulting.status} and v.note = ${resulting.note}
  and v.numerator is not distinct from ${resulting.numerator}
  and v.denominator is not distinct from ${resulting.denominator})`;

const what = sql`case when v.id is null then 'added' when ${isSame} then 'unchanged' else 'changed' end`;

/** Whether the same figure of an area elsewhere (`r`) stands here already: the newest that was kept. */
const isKeptAlready = (scope: ReadScope) => sql`exists (
  select from (
    select value, status from indicator_comparator_value
    where partnership_id = ${scope.partnershipId} and indicator_id = r.indicator_id and area_code = r.area
      and breakdown = r.breakdown and period = r.period
    order by created_at desc limit 1) kept
  where kept.value is not distinct from r.value and kept.status = coalesce(r.status, 'final'))`;

/**
 * Puts some values of a file beside what is there and keeps both, ready to be looked at. Each value is looked up by its key (`offset 0` keeps it
 * so): what is there may be a hundred thousand values, and these are a few.
 */
export async function stageRows(
  tx: Tx,
  scope: WriteScope,
  importId: string,
  rows: RowColumns
): Promise<void> {
  await sql`
    insert into indicator_import_row (
      partnership_id, import_id, row, position, what, elsewhere, indicator_id, area, breakdown, period, starts,
      value, numerator, denominator, counts_given, status, note, value_id, seen_version, problems, cells)
    select ${scope.partnershipId}::uuid, ${importId}::uuid, r.row, r.position,
      case when r.problems is not null then 'refused' when r.passed_over then 'passed-over'
        when r.elsewhere then case when ${isKeptAlready(scope)} then 'unchanged' else 'compared' end else ${what} end,
      r.elsewhere, r.indicator_id, r.area, r.breakdown, r.period, r.starts,
      r.value, r.numerator, r.denominator, r.counts_given, r.status, r.note,
      v.id, v.version, r.problems,
      case when r.cells is not null then array(select jsonb_array_elements_text(r.cells)) end
    from unnest(
      ${rows.row}::integer[], ${rows.position}::integer[], ${rows.indicatorId}::uuid[], ${rows.area}::text[],
      ${rows.breakdown}::text[], ${rows.period}::text[], ${rows.starts}::date[], ${rows.value}::numeric[],
      ${rows.numerator}::numeric[], ${rows.denominator}::numeric[], ${rows.countsGiven}::boolean[],
      ${rows.status}::text[], ${rows.note}::text[], ${rows.isPassedOver}::boolean[], ${rows.isElsewhere}::boolean[],
      ${rows.problems}::jsonb[], ${rows.cells}::jsonb[]) as r (
      row, position, indicator_id, area, breakdown, period, starts, value, numerator, denominator, counts_given,
      status, note, passed_over, elsewhere, problems, cells)
    left join lateral (
      select one.id, one.version, one.value, one.numerator, one.denominator, one.status, one.note
      from indicator_value one
      where one.partnership_id = ${scope.partnershipId} and one.indicator_id = r.indicator_id and one.area = r.area
        and one.breakdown = r.breakdown and one.period = r.period and one.removed_at is null and not r.elsewhere
      offset 0) v on true
  `.execute(tx);
}

export async function clearRows(tx: Tx, scope: WriteScope, importId: string): Promise<void> {
  await tx
    .deleteFrom('indicatorImportRow')
    .where('partnershipId', '=', scope.partnershipId)
    .where('importId', '=', importId)
    .execute();
}

/** After a merge: what was taken stands in the values now; what was not can still be taken away and put right. */
export async function clearTakenRows(tx: Tx, scope: WriteScope, importId: string): Promise<void> {
  await tx
    .deleteFrom('indicatorImportRow')
    .where('partnershipId', '=', scope.partnershipId)
    .where('importId', '=', importId)
    .where('what', 'not in', ['refused', 'passed-over'])
    .execute();
}

/**
 * Puts every value of a file beside what is there now. Marks those that somebody changed since the last time, and answers how many.
 */
export async function compareAgain(tx: Tx, scope: WriteScope, importId: string): Promise<number> {
  const compare = sql`
    update indicator_import_row as given
    set what = ${what}, value_id = v.id, seen_version = v.version,
      is_changed_since = given.is_changed_since
        or (v.id, v.version) is distinct from (given.value_id, given.seen_version)
    from indicator_import_row r
    left join indicator_value v
      on v.partnership_id = r.partnership_id and v.indicator_id = r.indicator_id and v.area = r.area
      and v.breakdown = r.breakdown and v.period = r.period and v.removed_at is null
    where r.partnership_id = ${scope.partnershipId} and r.import_id = ${importId}
      and r.what not in ('refused', 'passed-over') and not r.elsewhere
      and given.partnership_id = r.partnership_id and given.import_id = r.import_id
      and given.row = r.row and given.position = r.position
      and (v.id, v.version) is distinct from (r.value_id, r.seen_version)
  `;
  const answer = await withWholeJoins(tx, () => compare.execute(tx));
  return Number(answer.numAffectedRows ?? 0n);
}

/** The headings of the columns in which rows for the same value differ, with how many rows are refused for it. */
export async function collidingColumns(
  tx: Tx,
  scope: ReadScope,
  importId: string
): Promise<{ heading: string; rows: number }[]> {
  const { rows } = await sql<{ heading: string; rows: number }>`
    select heading, count(*) as rows
    from indicator_import_row r
    cross join lateral jsonb_array_elements(r.problems) as p (problem)
    cross join lateral jsonb_array_elements_text(p.problem -> 'problem' -> 'columns') as c (heading)
    where r.partnership_id = ${scope.partnershipId} and r.import_id = ${importId} and r.what = 'refused'
      and p.problem -> 'problem' ->> 'kind' = 'rows-collide'
    group by heading order by rows desc, heading
  `.execute(tx);
  return rows;
}

export async function countRows(tx: Tx, scope: ReadScope, importId: string): Promise<RowCounts> {
  const rows = await tx
    .selectFrom('indicatorImportRow')
    .select(['what', (each) => each.fn.countAll<number>().as('count')])
    .where('partnershipId', '=', scope.partnershipId)
    .where('importId', '=', importId)
    .groupBy('what')
    .execute();
  const of = (kind: RowKind) => rows.find((row) => row.what === kind)?.count ?? 0;
  return {
    added: of('added'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    refused: of('refused'),
    'passed-over': of('passed-over'),
    compared: of('compared')
  };
}

/** A figure as it would be, or as it is. */
export type StagedFigure = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: OwnStatus;
  readonly note: string;
};

/** One value of a file beside what is there. */
export type StagedRow = {
  readonly row: number;
  readonly position: number;
  readonly what: RowKind;
  readonly indicatorId: string | null;
  readonly area: string;
  readonly breakdown: string;
  readonly period: string;
  readonly after: StagedFigure;
  readonly before: (StagedFigure & { readonly by: string; readonly at: Date }) | null;
  readonly isChangedSince: boolean;
  /** Whether `area` is the code of an area elsewhere, to compare with. */
  readonly isElsewhere: boolean;
  readonly problems: readonly RowProblem[];
  readonly cells: readonly string[] | null;
};

type StoredRow = {
  row: number;
  position: number;
  what: RowKind;
  indicatorId: string | null;
  area: string;
  breakdown: string;
  period: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  status: OwnStatus;
  note: string;
  isChangedSince: boolean;
  elsewhere: boolean;
  problems: readonly RowProblem[] | null;
  cells: string[] | null;
  beforeId: string | null;
  beforeValue: number | null;
  beforeNumerator: number | null;
  beforeDenominator: number | null;
  beforeStatus: string | null;
  beforeNote: string | null;
  beforeAt: Date | null;
  beforeBy: string | null;
};

/** The values of a file that would do one thing, in the order of the file; those that somebody changed since come first. */
export async function stagedRows(
  tx: Tx,
  scope: ReadScope,
  importId: string,
  wanted: { what: RowKind; limit: number; offset: number }
): Promise<StagedRow[]> {
  const { rows } = await sql<StoredRow>`
    select r.row, r.position, r.what, r.indicator_id, r.area, r.breakdown, r.period, r.value,
      ${resulting.numerator} as numerator, ${resulting.denominator} as denominator,
      ${resulting.status} as status, ${resulting.note} as note,
      r.is_changed_since, r.elsewhere, r.problems, r.cells,
      v.id as before_id, v.value as before_value, v.numerator as before_numerator,
      v.denominator as before_denominator, v.status as before_status, v.note as before_note,
      v.updated_at as before_at, person.name as before_by
    from (
      select * from indicator_import_row
      where partnership_id = ${scope.partnershipId} and import_id = ${importId} and what = ${wanted.what}
      order by is_changed_since desc, row, position
      limit ${wanted.limit} offset ${wanted.offset}) r
    left join indicator_value v on v.partnership_id = r.partnership_id and v.id = r.value_id
    left join person on person.id = v.updated_by
    order by r.is_changed_since desc, r.row, r.position
  `.execute(tx);
  return rows.map(stagedOf);
}

function stagedOf(row: StoredRow): StagedRow {
  const { value, numerator, denominator, note } = row;
  return {
    row: row.row,
    position: row.position,
    what: row.what,
    indicatorId: row.indicatorId,
    area: row.area,
    breakdown: row.breakdown,
    period: row.period,
    after: { value, numerator, denominator, status: row.status, note },
    before:
      row.beforeId === null
        ? null
        : {
            value: row.beforeValue,
            numerator: row.beforeNumerator,
            denominator: row.beforeDenominator,
            status: row.beforeStatus as OwnStatus, // held by a check constraint
            note: row.beforeNote ?? '',
            by: row.beforeBy ?? 'Somebody',
            at: row.beforeAt ?? new Date(0)
          },
    isChangedSince: row.isChangedSince,
    isElsewhere: row.elsewhere,
    problems: row.problems ?? [],
    cells: row.cells
  };
}
