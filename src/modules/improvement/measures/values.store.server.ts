import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import type { Figure, MeasureId, MeasureValue, NewValue } from '../types.ts';

/** All SQL about the values of measures. */

function selectValues(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('measureValue')
    .leftJoin('person', 'person.id', 'measureValue.addedBy')
    .select([
      'measureValue.id',
      'measureValue.measureId',
      'measureValue.measuredOn',
      'measureValue.value',
      'measureValue.numerator',
      'measureValue.denominator',
      'measureValue.whyMissing',
      'measureValue.note',
      'measureValue.status',
      'measureValue.addedAt',
      'measureValue.version',
      'person.name as addedBy'
    ])
    .where('measureValue.partnershipId', '=', scope.partnershipId);
}

type ValueRow = Awaited<ReturnType<ReturnType<typeof selectValues>['executeTakeFirstOrThrow']>>;

function toFigure(
  row: Pick<ValueRow, 'value' | 'numerator' | 'denominator' | 'whyMissing'>
): Figure {
  if (row.value !== null) return { kind: 'value', value: row.value };
  if (row.numerator !== null && row.denominator !== null) {
    return { kind: 'ratio', numerator: row.numerator, denominator: row.denominator };
  }
  return { kind: 'missing', why: row.whyMissing ?? 'not-collected' };
}

function toValue(row: ValueRow): MeasureValue {
  const { value, numerator, denominator, whyMissing, ...rest } = row;
  return { ...rest, figure: toFigure({ value, numerator, denominator, whyMissing }) };
}

/** The values of the measures, in time order. */
export async function valuesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureValue[]> {
  if (measureIds.length === 0) return [];
  const rows = await selectValues(tx, scope)
    .where('measureValue.measureId', 'in', measureIds)
    .orderBy('measureValue.measuredOn')
    .execute();
  return rows.map(toValue);
}

export async function findValue(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<MeasureValue | null> {
  const row = await selectValues(tx, scope).where('measureValue.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toValue(row);
}

/** How many values each measure has, and the date of the last. */
export async function valueCounts(
  tx: Tx,
  scope: ReadScope
): Promise<Map<MeasureId, { count: number; lastOn: string | null; lastAddedAt: Date | null }>> {
  const rows = await tx
    .selectFrom('measureValue')
    .select(({ fn }) => [
      'measureId',
      fn.countAll<number>().as('count'),
      fn.max('measuredOn').as('lastOn'),
      fn.max('addedAt').as('lastAddedAt')
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .groupBy('measureId')
    .execute();
  return new Map(
    rows.map((row) => [
      row.measureId,
      { count: Number(row.count), lastOn: row.lastOn, lastAddedAt: row.lastAddedAt }
    ])
  );
}

function figureColumns(figure: Figure) {
  return {
    value: figure.kind === 'value' ? figure.value : null,
    numerator: figure.kind === 'ratio' ? figure.numerator : null,
    denominator: figure.kind === 'ratio' ? figure.denominator : null,
    whyMissing: figure.kind === 'missing' ? figure.why : null
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
      .insertInto('measureValue')
      .values(
        values.slice(from, from + rowsAtOnce).map((one) => ({
          partnershipId: scope.partnershipId,
          id: one.id,
          measureId,
          measuredOn: one.measuredOn,
          ...figureColumns(one.figure),
          note: one.note,
          status: one.status,
          addedAt: now,
          addedBy: scope.personId
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['partnershipId', 'measureId', 'measuredOn']).doNothing()
      )
      .returning('measuredOn')
      .execute();
    for (const row of rows) added.add(row.measuredOn);
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
    'measureValue',
    { id, expected },
    {
      measuredOn: value.measuredOn,
      ...figureColumns(value.figure),
      note: value.note,
      status: value.status,
      addedAt: now,
      addedBy: scope.personId
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
    .deleteFrom('measureValue')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
