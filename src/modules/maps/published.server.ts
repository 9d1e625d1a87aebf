import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as store from './store.server.ts';
import type { FactorTie, ServiceId } from './types.ts';

/** For the thread: the active services of each factor, by name. Factors without a service are not in the map. */
export async function servicesByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, { id: ServiceId; name: string; organisation: string }[]>> {
  const byFactor = new Map<FactorId, { id: ServiceId; name: string; organisation: string }[]>();
  for (const { factor, id, name, organisation } of await store.tiedServices(tx, scope)) {
    const here = byFactor.get(factor) ?? [];
    here.push({ id, name, organisation });
    byFactor.set(factor, here);
  }
  return byFactor;
}

/** For the strategy and the public page: the active services, by name. */
export async function servicesOf(
  tx: Tx,
  scope: ReadScope
): Promise<
  {
    id: ServiceId;
    name: string;
    organisation: string;
    description: string;
    factors: readonly FactorTie[];
  }[]
> {
  const services = await store.everyService(tx, scope);
  return services
    .filter((one) => one.status === 'active')
    .map(({ id, name, organisation, description, factors }) => ({
      id,
      name,
      organisation,
      description,
      factors
    }));
}
