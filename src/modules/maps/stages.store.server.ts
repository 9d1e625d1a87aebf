import type { Tx } from '#platform/database';
import { holdKind, shareKind } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { usualModel, type PlannedStages, type StageUse, type SupportModel } from './stages.ts';

/** All SQL about the stages of support of a place. */

const noun = 'stages of support';

/** The stages of the place; the usual ones where it has not named its own. */
export async function modelOf(tx: Tx, scope: ReadScope): Promise<SupportModel> {
  const row = await tx
    .selectFrom('supportModel')
    .select(['stages', 'thread', 'threadAbout', 'version'])
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  return row ?? usualModel;
}

/** The stages of the place, which nobody changes until the transaction ends: for whoever saves a record that names one. */
export async function modelToSaveBy(tx: Tx, scope: WriteScope): Promise<SupportModel> {
  await shareKind(tx, scope, noun);
  return modelOf(tx, scope);
}

/** The stages of the place, for whoever changes them: no record that names one is saved until the transaction ends. */
export async function modelToChange(tx: Tx, scope: WriteScope): Promise<SupportModel> {
  await holdKind(tx, scope, noun);
  return modelOf(tx, scope);
}

/** How many services, ended ones too, and offers stand on each stage. */
export async function useOfStages(tx: Tx, scope: ReadScope): Promise<Map<string, StageUse>> {
  const services = await tx
    .selectFrom('service')
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .where('partnershipId', '=', scope.partnershipId)
    .where('stage', 'is not', null)
    .groupBy('stage')
    .execute();
  const offers = await tx
    .selectFrom('supportOffer')
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .where('partnershipId', '=', scope.partnershipId)
    .groupBy('stage')
    .execute();
  const use = new Map<string, StageUse>();
  for (const { stage, count } of services) {
    if (stage !== null) use.set(stage, { services: count, offers: 0 });
  }
  for (const { stage, count } of offers) {
    use.set(stage, { services: use.get(stage)?.services ?? 0, offers: count });
  }
  return use;
}

/** Saves the stages and moves what stood on others. Assumes: `modelToChange` holds them. */
export async function saveModel(
  tx: Tx,
  scope: WriteScope,
  id: string,
  { stages, moves }: PlannedStages,
  { thread, threadAbout, version }: Pick<SupportModel, 'thread' | 'threadAbout' | 'version'>
): Promise<void> {
  const given = { stages: JSON.stringify(stages), thread, threadAbout, version };
  await tx
    .insertInto('supportModel')
    .values({ partnershipId: scope.partnershipId, id, ...given })
    .onConflict((conflict) => conflict.column('partnershipId').doUpdateSet(given))
    .execute();
  if (moves.length === 0) return;
  // All at once, so that nothing moves twice.
  const to = JSON.stringify(Object.fromEntries(moves.map((one) => [one.from, one.to])));
  await sql`
    update service
    set stage = ${to}::jsonb ->> stage, version = version + 1, updated_at = current_moment()
    where partnership_id = ${scope.partnershipId} and ${to}::jsonb ? stage`.execute(tx);
  await sql`
    update support_offer
    set stage = ${to}::jsonb ->> stage, version = version + 1
    where partnership_id = ${scope.partnershipId} and ${to}::jsonb ? stage`.execute(tx);
}
