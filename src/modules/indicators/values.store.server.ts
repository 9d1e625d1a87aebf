import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { IndicatorValue, ValueId } from './types.ts';
import type { NewValue } from './values.ts';

/** All SQL about the values of a partnership's own indicators. Removed values stay, marked, so that they can be put back. */

export type StoredValue = IndicatorValue & {
  readonly indicatorId: string;
  readonly isRemoved: boolean;
};

/**
 * The values of some indicators, oldest first, removed ones among them when asked. Those of small areas only when asked too:
 * whoever sums a place up is not to count its parts beside the whole.
 */
export async function valuesOf(
  tx: Tx,
  scope: ReadScope,
  wanted: {
    indicators?: readonly string[];
    id?: string;
    /** Whether removed ones are among them; without when left out. */
    removed?: 'without' | 'with' | 'only';
    /** Of this period alone. */
    period?: string;
    /** Every area, or one by its id; the whole place when left out. */
    areas?: 'every' | { readonly id: string };
    /** Only so many, and the newest first. */
    newest?: { readonly limit: number; readonly offset: number };
  }
): Promise<StoredValue[]> {
  let select = tx
    .selectFrom('indicatorValue as v')
    .leftJoin('person', 'person.id', 'v.updatedBy')
    .select([
      'v.id',
      'v.indicatorId',
      'v.period',
      'v.starts',
      'v.area',
      'v.breakdown',
      'v.value',
      'v.numerator',
      'v.denominator',
      'v.status',
      'v.note',
      'v.removedAt',
      'v.version',
      'v.updatedAt',
      'person.name'
    ])
    .where('v.partnershipId', '=', scope.partnershipId);
  if (wanted.indicators !== undefined) {
    select = select.where(
      'v.indicatorId',
      '=',
      sql<string>`any(${[...wanted.indicators]}::uuid[])`
    );
  }
  if (wanted.id !== undefined) select = select.where('v.id', '=', wanted.id);
  else if (wanted.areas !== 'every') select = select.where('v.area', '=', wanted.areas?.id ?? '');
  if (wanted.period !== undefined) select = select.where('v.period', '=', wanted.period);
  if (wanted.removed === undefined || wanted.removed === 'without')
    select = select.where('v.removedAt', 'is', null);
  if (wanted.removed === 'only') select = select.where('v.removedAt', 'is not', null);
  if (wanted.newest !== undefined)
    select = select
      .orderBy('v.starts', 'desc')
      .limit(wanted.newest.limit)
      .offset(wanted.newest.offset);
  else select = select.orderBy('v.starts');
  const rows = await select.orderBy('v.area').orderBy('v.breakdown').execute();
  return rows.map((row) => ({
    id: row.id as ValueId, // the column holds nothing else
    indicatorId: row.indicatorId,
    period: row.period,
    starts: row.starts,
    area: row.area,
    breakdown: row.breakdown,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    status: row.status,
    note: row.note,
    isRemoved: row.removedAt !== null,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.name ?? 'Somebody'
  }));
}

/** How many values an indicator has, removed ones not among them: in every area, or in one. */
export async function countValues(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string,
  area: string | null
): Promise<number> {
  let select = tx
    .selectFrom('indicatorValue')
    .select((each) => each.fn.countAll<number>().as('count'))
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('removedAt', 'is', null);
  if (area !== null) select = select.where('area', '=', area);
  return (await select.executeTakeFirstOrThrow()).count;
}

/** The small areas that have values here, of one indicator or of any. */
export async function areasInUse(
  tx: Tx,
  scope: ReadScope,
  indicatorId?: string
): Promise<string[]> {
  let select = tx
    .selectFrom('indicatorValue')
    .select('area')
    .distinct()
    .where('partnershipId', '=', scope.partnershipId)
    .where('area', '!=', '')
    .where('removedAt', 'is', null);
  if (indicatorId !== undefined) select = select.where('indicatorId', '=', indicatorId);
  return (await select.execute()).map((row) => row.area);
}

/** The periods in which an indicator has values of parts of the place, the newest first. */
export async function periodsOfAreas(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string
): Promise<string[]> {
  const rows = await tx
    .selectFrom('indicatorValue')
    .select(['period', 'starts'])
    .distinct()
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('area', '!=', '')
    .where('removedAt', 'is', null)
    .orderBy('starts', 'desc')
    .orderBy('period')
    .execute();
  return [...new Set(rows.map((row) => row.period))];
}

/** Whether an indicator has a value of a part of the place. */
export async function hasAreaValues(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string
): Promise<boolean> {
  const row = await tx
    .selectFrom('indicatorValue')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('area', '!=', '')
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is a value, not removed, for this period, area and group. */
export async function hasValueAt(
  tx: Tx,
  scope: ReadScope,
  at: { indicatorId: string; period: string; area: string; breakdown: string },
  otherThan?: string
): Promise<boolean> {
  let select = tx
    .selectFrom('indicatorValue')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', at.indicatorId)
    .where('area', '=', at.area)
    .where('breakdown', '=', at.breakdown)
    .where('period', '=', at.period)
    .where('removedAt', 'is', null);
  if (otherThan !== undefined) select = select.where('id', '!=', otherThan);
  return (await select.executeTakeFirst()) !== undefined;
}

function rowOf(value: NewValue) {
  return {
    period: value.period,
    starts: value.starts,
    area: value.area,
    breakdown: value.breakdown,
    value: value.value,
    numerator: value.numerator,
    denominator: value.denominator,
    status: value.status,
    note: value.note
  };
}

export async function addValues(
  tx: Tx,
  scope: WriteScope,
  indicatorId: string,
  values: readonly (NewValue & { readonly id: string })[],
  now: Date
): Promise<void> {
  const by = {
    createdAt: now,
    createdBy: scope.personId,
    updatedAt: now,
    updatedBy: scope.personId
  };
  const place = { partnershipId: scope.partnershipId, indicatorId };
  const rows = values.map((value) => ({
    ...place,
    id: value.id,
    ...rowOf(value),
    ...by
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto('indicatorValue')
      .values(rows.slice(start, start + 1000))
      .execute();
  }
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
  const row = await tx
    .updateTable('indicatorValue')
    .set({ ...rowOf(value), version: expected + 1, updatedAt: now, updatedBy: scope.personId })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .where('removedAt', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function setRemoved(
  tx: Tx,
  scope: WriteScope,
  id: string,
  removedAt: Date | null,
  now: Date
): Promise<void> {
  await tx
    .updateTable('indicatorValue')
    .set({ removedAt, updatedAt: now, updatedBy: scope.personId })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}
