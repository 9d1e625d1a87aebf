import type { WhyMissing } from '#modules/charts';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import type { Figure, MeasureId, MeasureValue, NewValue, ValueStatus } from './types.ts';

/** All SQL about the values of measures. */

function selectValues(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('measure_value')
    .leftJoin('person', 'person.id', 'measure_value.added_by')
    .select([
      'measure_value.id',
      'measure_value.measure_id',
      'measure_value.measured_on',
      'measure_value.value',
      'measure_value.numerator',
      'measure_value.denominator',
      'measure_value.why_missing',
      'measure_value.note',
      'measure_value.status',
      'measure_value.added_at',
      'measure_value.version',
      'person.name as added_by'
    ])
    .where('measure_value.partnership_id', '=', scope.partnershipId);
}

type ValueRow = Awaited<ReturnType<ReturnType<typeof selectValues>['executeTakeFirstOrThrow']>>;

function toFigure(
  row: Pick<ValueRow, 'value' | 'numerator' | 'denominator' | 'why_missing'>
): Figure {
  if (row.value !== null) return { kind: 'value', value: row.value };
  if (row.numerator !== null && row.denominator !== null) {
    return { kind: 'ratio', numerator: row.numerator, denominator: row.denominator };
  }
  return { kind: 'missing', why: (row.why_missing ?? 'not-collected') as WhyMissing }; // held by a check constraint
}

function toValue(row: ValueRow): MeasureValue {
  return {
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    measuredOn: row.measured_on,
    figure: toFigure(row),
    note: row.note,
    status: row.status as ValueStatus, // held by a check constraint
    addedAt: row.added_at,
    addedBy: row.added_by,
    version: row.version
  };
}

/** The values of the measures, in time order. */
export async function valuesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureValue[]> {
  if (measureIds.length === 0) return [];
  const rows = await selectValues(tx, scope)
    .where('measure_value.measure_id', 'in', measureIds)
    .orderBy('measure_value.measured_on')
    .execute();
  return rows.map(toValue);
}

export async function findValue(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<MeasureValue | null> {
  const row = await selectValues(tx, scope).where('measure_value.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toValue(row);
}

/** How many values each measure has, and the date of the last. */
export async function valueCounts(
  tx: Tx,
  scope: ReadScope
): Promise<Map<MeasureId, { count: number; lastOn: string | null; lastAddedAt: Date | null }>> {
  const rows = await tx
    .selectFrom('measure_value')
    .select(({ fn }) => [
      'measure_id',
      fn.countAll<number>().as('count'),
      fn.max('measured_on').as('last_on'),
      fn.max('added_at').as('last_added_at')
    ])
    .where('partnership_id', '=', scope.partnershipId)
    .groupBy('measure_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.measure_id as MeasureId, // the column holds nothing else
      { count: Number(row.count), lastOn: row.last_on, lastAddedAt: row.last_added_at }
    ])
  );
}

function figureColumns(figure: Figure) {
  return {
    value: figure.kind === 'value' ? figure.value : null,
    numerator: figure.kind === 'ratio' ? figure.numerator : null,
    denominator: figure.kind === 'ratio' ? figure.denominator : null,
    why_missing: figure.kind === 'missing' ? figure.why : null
  };
}

const rowsAtOnce = 1000;

/**
 * Adds values on dates that have none; answers the dates that somebody else filled in the meantime, which were left as
 * they are.
 */
export async function addValues(
  tx: Tx,
  scope: WriteScope,
  measureId: MeasureId,
  values: readonly (NewValue & { readonly id: string })[],
  now: Date
): Promise<string[]> {
  const added = new Set<string>();
  for (let from = 0; from < values.length; from += rowsAtOnce) {
    const rows = await tx
      .insertInto('measure_value')
      .values(
        values.slice(from, from + rowsAtOnce).map((one) => ({
          partnership_id: scope.partnershipId,
          id: one.id,
          measure_id: measureId,
          measured_on: one.measuredOn,
          ...figureColumns(one.figure),
          note: one.note,
          status: one.status,
          added_at: now,
          added_by: scope.personId
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'measure_id', 'measured_on']).doNothing()
      )
      .returning('measured_on')
      .execute();
    for (const row of rows) added.add(row.measured_on);
  }
  return values.map((one) => one.measuredOn).filter((date) => !added.has(date));
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveValue(
  tx: Tx,
  scope: WriteScope,
  id: string,
  value: NewValue,
  expected: number,
  now: Date
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'measure_value',
    { id, expected },
    {
      measured_on: value.measuredOn,
      ...figureColumns(value.figure),
      note: value.note,
      status: value.status,
      added_at: now,
      added_by: scope.personId
    }
  );
}

export async function removeValue(
  tx: Tx,
  scope: WriteScope,
  id: string,
  expected: number
): Promise<boolean> {
  const answer = await tx
    .deleteFrom('measure_value')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
