import type { AgeId, FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as store from './services.store.server.ts';
import * as stageStore from './stages.store.server.ts';
import type { StageOfSupport } from './stages.ts';
import * as tieStore from './ties.store.server.ts';
import type { FactorTie, Service, ServiceId } from './types.ts';

/** A service as others lay it beside a factor. */
type ServiceOfFactor = {
  readonly id: ServiceId;
  readonly name: string;
  readonly organisation: string;
  /** Empty where nobody said for which ages it is. */
  readonly ages: readonly AgeId[];
};

/** For the thread: the active services of each factor, by name. Factors without a service are not in the map. */
export async function servicesByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, ServiceOfFactor[]>> {
  const byFactor = new Map<FactorId, ServiceOfFactor[]>();
  for (const { factor, id, name, organisation, ages } of await tieStore.tiedServices(tx, scope)) {
    const here = byFactor.get(factor) ?? [];
    here.push({ id, name, organisation, ages });
    byFactor.set(factor, here);
  }
  return byFactor;
}

/** For completeness: each organisation that a service on offer names, as it is written there, with how many name it; and how many name none. */
export async function organisationsOffering(
  tx: Tx,
  scope: ReadScope
): Promise<{
  organisations: readonly { organisation: string; services: number }[];
  unnamed: number;
}> {
  const organisations = await store.countsByOrganisation(tx, scope);
  const { active } = await store.countServices(tx, scope);
  const named = organisations.reduce((sum, { services }) => sum + services, 0);
  return { organisations, unnamed: active - named };
}

/** How many services are on offer, and how many of them are tied to a factor: how far silence about a factor can be trusted. */
export async function servicesListed(
  tx: Tx,
  scope: ReadScope
): Promise<{ active: number; tied: number }> {
  const { active } = await store.countServices(tx, scope);
  const tied = new Set((await tieStore.tiedServices(tx, scope)).map((service) => service.id));
  return { active, tied: tied.size };
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

/** For the feed and for documents: the stages of support, from the most general. */
export async function stagesOf(tx: Tx, scope: ReadScope): Promise<readonly StageOfSupport[]> {
  return (await stageStore.modelOf(tx, scope)).stages;
}

/** For the feed of services: those on offer, whole, by name. What of them everybody may read, `publishedService` says. */
export async function servicesOnOffer(tx: Tx, scope: ReadScope): Promise<readonly Service[]> {
  return (await store.everyService(tx, scope)).filter(({ status }) => status === 'active');
}
