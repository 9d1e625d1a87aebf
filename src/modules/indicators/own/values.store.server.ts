import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { IndicatorValue } from '../types.ts';
import type { NewValue } from './values.ts';

/** All SQL about the values of a partnership's own indicators. Removed values stay, marked, so that they can be put back. */

export type StoredValue = IndicatorValue & { readonly isRemoved: boolean };

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
  return rows.map(({ removedAt, name, ...row }) => ({
    ...row,
    isRemoved: removedAt !== null,
    updatedBy: name ?? 'Somebody'
  }));
}

/** The values of an indicator that are not removed. */
function kept(tx: Tx, scope: ReadScope, indicatorId: string) {
  return tx
    .selectFrom('indicatorValue')
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('removedAt', 'is', null);
}

/** How many values an indicator has, removed ones not among them: in every area, or in one. */
export async function countValues(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string,
  area: string | null
): Promise<number> {
  let select = kept(tx, scope, indicatorId).select((each) =>
    each.fn.countAll<number>().as('count')
  );
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
  const rows = await kept(tx, scope, indicatorId)
    .select(['period', 'starts'])
    .distinct()
    .where('area', '!=', '')
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
  const select = kept(tx, scope, indicatorId).select('id').where('area', '!=', '').limit(1);
  return (await select.executeTakeFirst()) !== undefined;
}

/** Whether there is a value, not removed, for this period, area and group. */
export async function hasValueAt(
  tx: Tx,
  scope: ReadScope,
  at: { indicatorId: string; period: string; area: string; breakdown: string },
  otherThan?: string
): Promise<boolean> {
  let select = kept(tx, scope, at.indicatorId)
    .select('id')
    .where('area', '=', at.area)
    .where('breakdown', '=', at.breakdown)
    .where('period', '=', at.period);
  if (otherThan !== undefined) select = select.where('id', '!=', otherThan);
  return (await select.executeTakeFirst()) !== undefined;
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
  const { partnershipId } = scope;
  const rows = values.map((value) => ({ partnershipId, indicatorId, ...value, ...by }));
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
    .set({ ...value, version: expected + 1, updatedAt: now, updatedBy: scope.personId })
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
