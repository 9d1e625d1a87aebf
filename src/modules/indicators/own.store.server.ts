import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Group, Indicator, IndicatorId } from './types.ts';

/** All SQL about the indicators that a partnership made itself. Their values are in values.store.server.ts. */

const columns = [
  'indicator.id',
  'indicator.title',
  'indicator.definition',
  'indicator.numerator',
  'indicator.denominator',
  'indicator.unit',
  'indicator.decimals',
  'indicator.betterWhen',
  'indicator.source',
  'indicator.why',
  'indicator.frequency',
  'indicator.ownerRole',
  'indicator.baseline',
  'indicator.baselinePeriod',
  'indicator.target',
  'indicator.targetBy',
  'indicator.nextDue',
  'indicator.factors',
  'indicator.outcomes',
  'indicator.tieReason',
  'indicator.retiredAt',
  'indicator.version',
  'indicator.updatedAt',
  'person.name as updatedBy'
] as const;

/** The partnership's own indicators by title, those it no longer counts left out; or one of them, by id, in any case. */
export async function ownIndicators(tx: Tx, scope: ReadScope, id?: string): Promise<Indicator[]> {
  let select = tx
    .selectFrom('indicator')
    .leftJoin('person', 'person.id', 'indicator.updatedBy')
    .select(columns)
    .where('indicator.partnershipId', '=', scope.partnershipId);
  select =
    id === undefined
      ? select.where('indicator.retiredAt', 'is', null)
      : select.where('indicator.id', '=', id);
  const rows = await select.orderBy(sql`indicator.title collate "und-x-icu"`).execute();
  const groups = await tx
    .selectFrom('indicatorBreakdown')
    .select(['indicatorId', 'id', 'title', 'inGap'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...row,
    id: row.id as IndicatorId, // the column holds nothing else
    updatedBy: row.updatedBy ?? 'Somebody',
    breakdowns: groups
      .filter((group) => group.indicatorId === row.id)
      .map((group) => ({
        id: group.id,
        title: group.title,
        inGap: group.inGap
      }))
  }));
}

export async function findOwnIndicator(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Indicator | null> {
  return (await ownIndicators(tx, scope, id))[0] ?? null;
}

export type IndicatorValues = Omit<
  Indicator,
  'id' | 'breakdowns' | 'version' | 'updatedAt' | 'updatedBy' | 'retiredAt'
>;

function rowOf(values: IndicatorValues) {
  return {
    title: values.title,
    definition: values.definition,
    numerator: values.numerator,
    denominator: values.denominator,
    unit: values.unit,
    decimals: values.decimals,
    betterWhen: values.betterWhen,
    source: values.source,
    why: values.why,
    frequency: values.frequency,
    ownerRole: values.ownerRole,
    baseline: values.baseline,
    baselinePeriod: values.baselinePeriod,
    target: values.target,
    targetBy: values.targetBy,
    nextDue: values.nextDue,
    factors: values.factors,
    outcomes: values.outcomes,
    tieReason: values.tieReason
  };
}

export async function addIndicator(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: IndicatorValues,
  now: Date
): Promise<void> {
  const by = {
    createdAt: now,
    createdBy: scope.personId,
    updatedAt: now,
    updatedBy: scope.personId
  };
  await tx
    .insertInto('indicator')
    .values({ partnershipId: scope.partnershipId, id, ...rowOf(values), ...by })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveIndicator(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: IndicatorValues,
  expected: number,
  now: Date
): Promise<number | null> {
  const columns = { ...rowOf(values), updatedAt: now, updatedBy: scope.personId };
  return saveVersion(tx, scope, 'indicator', { id, expected }, columns);
}

/** Stops counting an indicator (its values stay), or takes it up again. False when there is none. */
export async function setRetired(
  tx: Tx,
  scope: WriteScope,
  id: string,
  retiredAt: Date | null,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('indicator')
    .set({ retiredAt, updatedAt: now, updatedBy: scope.personId })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Puts the groups of an indicator in place of those it had. Rows that stay as they are leave no trace in its history. */
export async function saveGroups(
  tx: Tx,
  scope: WriteScope,
  indicatorId: string,
  groups: readonly (Group & { readonly inGap: 'better-off' | 'poorer' | null })[]
): Promise<void> {
  const kept = groups.map((group) => group.id);
  await tx
    .deleteFrom('indicatorBreakdown')
    .where('partnershipId', '=', scope.partnershipId)
    .where('indicatorId', '=', indicatorId)
    .where('id', '!=', sql<string>`all(${kept}::text[])`)
    .execute();
  for (const [position, group] of groups.entries()) {
    const values = { title: group.title, position, inGap: group.inGap };
    await tx
      .insertInto('indicatorBreakdown')
      .values({
        partnershipId: scope.partnershipId,
        indicatorId,
        id: group.id,
        ...values
      })
      .onConflict((conflict) =>
        conflict.columns(['partnershipId', 'indicatorId', 'id']).doUpdateSet(values)
      )
      .execute();
  }
}
