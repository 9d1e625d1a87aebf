import type { AgeId, FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type SqlBool } from 'kysely';
import { rowsAtATime, serviceOrder } from './service-rows.store.server.ts';
import type { FactorTie, ServiceId, StageId } from './types.ts';

/** All SQL about what ties services to factors. */

/** The ties of some services, by service; a service without any is not among them. */
export async function tiesOf(
  tx: Tx,
  scope: ReadScope,
  serviceIds: readonly string[]
): Promise<Map<string, FactorTie[]>> {
  const ties = await tx
    .selectFrom('serviceFactor')
    .select(['serviceId', 'factor', 'reason'])
    .where('partnershipId', '=', scope.partnershipId)
    .where(sql<SqlBool>`service_id = any(${serviceIds}::uuid[])`)
    .orderBy('factor')
    .execute();
  const byService = new Map<string, FactorTie[]>();
  for (const tie of ties) {
    const own = byService.get(tie.serviceId) ?? [];
    own.push({ factor: tie.factor, reason: tie.reason });
    byService.set(tie.serviceId, own);
  }
  return byService;
}

export type StoredTie = FactorTie & { readonly serviceId: string };

/** Ties services to factors; a tie that is there gets the new reason. */
export async function saveTies(
  tx: Tx,
  scope: WriteScope,
  ties: readonly StoredTie[]
): Promise<void> {
  for (let start = 0; start < ties.length; start += rowsAtATime) {
    await tx
      .insertInto('serviceFactor')
      .values(
        ties.slice(start, start + rowsAtATime).map((tie) => ({
          partnershipId: scope.partnershipId,
          serviceId: tie.serviceId,
          factor: tie.factor,
          reason: tie.reason
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(['partnershipId', 'serviceId', 'factor'])
          .doUpdateSet((eb) => ({ reason: eb.ref('excluded.reason') }))
      )
      .execute();
  }
}

export async function removeTies(
  tx: Tx,
  scope: WriteScope,
  ties: readonly { readonly serviceId: string; readonly factor: string }[]
): Promise<number> {
  if (ties.length === 0) return 0;
  const answer = await sql`
    delete from service_factor using jsonb_to_recordset(${JSON.stringify(ties)}::jsonb)
      as given("serviceId" uuid, factor text)
    where service_factor.partnership_id = ${scope.partnershipId}
      and service_factor.service_id = given."serviceId" and service_factor.factor = given.factor`.execute(
    tx
  );
  return Number(answer.numAffectedRows ?? 0n);
}

/** The active services of each factor, by name. */
export async function tiedServices(
  tx: Tx,
  scope: ReadScope
): Promise<
  {
    factor: FactorId;
    id: ServiceId;
    name: string;
    organisation: string;
    ages: readonly AgeId[];
    stage: StageId | null;
  }[]
> {
  return tx
    .selectFrom('serviceFactor')
    .innerJoin('service', (join) =>
      join
        .onRef('service.partnershipId', '=', 'serviceFactor.partnershipId')
        .onRef('service.id', '=', 'serviceFactor.serviceId')
    )
    .select(['serviceFactor.factor', 'service.id', 'service.name', 'service.organisation'])
    .select(['service.ages', 'service.stage'])
    .where('service.partnershipId', '=', scope.partnershipId)
    .where('service.status', '=', 'active')
    .orderBy(serviceOrder)
    .orderBy('service.id')
    .execute();
}
