import { sql } from 'kysely';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
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
  'indicator.better_when',
  'indicator.source',
  'indicator.why',
  'indicator.frequency',
  'indicator.owner_role',
  'indicator.baseline',
  'indicator.baseline_period',
  'indicator.target',
  'indicator.target_by',
  'indicator.next_due',
  'indicator.factors',
  'indicator.outcomes',
  'indicator.tie_reason',
  'indicator.retired_at',
  'indicator.version',
  'indicator.updated_at',
  'person.name as updated_by'
] as const;

/** The partnership's own indicators by title, those it no longer counts left out; or one of them, by id, in any case. */
export async function ownIndicators(tx: Tx, scope: ReadScope, id?: string): Promise<Indicator[]> {
  let select = tx
    .selectFrom('indicator')
    .leftJoin('person', 'person.id', 'indicator.updated_by')
    .select(columns)
    .where('indicator.partnership_id', '=', scope.partnershipId);
  select =
    id === undefined
      ? select.where('indicator.retired_at', 'is', null)
      : select.where('indicator.id', '=', id);
  const rows = await select.orderBy(sql`indicator.title collate "und-x-icu"`).execute();
  const groups = await tx
    .selectFrom('indicator_breakdown')
    .select(['indicator_id', 'id', 'title', 'in_gap'])
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id as IndicatorId, // the column holds nothing else
    title: row.title,
    definition: row.definition,
    numerator: row.numerator,
    denominator: row.denominator,
    unit: row.unit as Indicator['unit'], // held by a check constraint
    decimals: row.decimals,
    betterWhen: row.better_when as Indicator['betterWhen'], // held by a check constraint
    source: row.source,
    why: row.why,
    frequency: row.frequency as Indicator['frequency'], // held by a check constraint
    ownerRole: row.owner_role,
    baseline: row.baseline,
    baselinePeriod: row.baseline_period,
    target: row.target,
    targetBy: row.target_by,
    nextDue: row.next_due,
    factors: row.factors as FactorId[], // ids of the spine
    outcomes: row.outcomes as OutcomeId[], // ids of the spine
    tieReason: row.tie_reason,
    retiredAt: row.retired_at,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by ?? 'Somebody',
    breakdowns: groups
      .filter((group) => group.indicator_id === row.id)
      .map((group) => ({
        id: group.id,
        title: group.title,
        inGap: group.in_gap as 'better-off' | 'poorer' | null // held by a check constraint
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
    better_when: values.betterWhen,
    source: values.source,
    why: values.why,
    frequency: values.frequency,
    owner_role: values.ownerRole,
    baseline: values.baseline,
    baseline_period: values.baselinePeriod,
    target: values.target,
    target_by: values.targetBy,
    next_due: values.nextDue,
    factors: [...values.factors],
    outcomes: [...values.outcomes],
    tie_reason: values.tieReason
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
    created_at: now,
    created_by: scope.personId,
    updated_at: now,
    updated_by: scope.personId
  };
  await tx
    .insertInto('indicator')
    .values({ partnership_id: scope.partnershipId, id, ...rowOf(values), ...by })
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
  const columns = { ...rowOf(values), updated_at: now, updated_by: scope.personId };
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
    .set({ retired_at: retiredAt, updated_at: now, updated_by: scope.personId })
    .where('partnership_id', '=', scope.partnershipId)
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
    .deleteFrom('indicator_breakdown')
    .where('partnership_id', '=', scope.partnershipId)
    .where('indicator_id', '=', indicatorId)
    .where('id', '!=', sql<string>`all(${kept}::text[])`)
    .execute();
  for (const [position, group] of groups.entries()) {
    const values = { title: group.title, position, in_gap: group.inGap };
    await tx
      .insertInto('indicator_breakdown')
      .values({
        partnership_id: scope.partnershipId,
        indicator_id: indicatorId,
        id: group.id,
        ...values
      })
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'indicator_id', 'id']).doUpdateSet(values)
      )
      .execute();
  }
}
