import { addConnections, addOffer, addService } from '#modules/maps/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow's services, each as it was last looked at, the connections between them, and what is offered at each stage of support. */
export function scheduleServices(here: Fernhollow): Counts {
  const { services, connections } = here.content.services;
  const ids = new Map<string, string>();
  for (const service of services) {
    const { updatedOn: day } = service;
    here.timeline.on(day, async () => {
      const { id } = await give(on(here.contributor, day), addService, {
        name: service.label,
        organisation: lookUp(here.organisations, service.organisation),
        description: `${service.description} Where: ${service.reach}.`,
        type: service.tag,
        tags: [service.tag],
        stage: service.stage ?? '',
        ages: service.ages,
        source: 'Asked of those who run it (made up)',
        sourceDate: day,
        factors: service.factors
      });
      ids.set(service.id, id);
    });
  }
  const lastDay = services
    .map((service) => service.updatedOn)
    .toSorted()
    .at(-1);
  if (lastDay !== undefined) {
    here.timeline.on(lastDay, async () => {
      const end = (id: string) => ({ kind: 'service', id: lookUp(ids, id) });
      await give(on(here.contributor, lastDay), addConnections, {
        connections: connections.map(({ from, to, kind, established }) => ({
          from: end(from),
          to: end(to),
          type: kind,
          established
        }))
      });
    });
  }
  const { saidOn, offers } = here.content.support;
  here.timeline.on(saidOn, async () => {
    for (const { service, ...offer } of offers) {
      const serviceId = service === null ? '' : lookUp(ids, service);
      await give(on(here.contributor, saidOn), addOffer, { ...offer, serviceId });
    }
  });
  return {
    services: services.length,
    connections: connections.length,
    'offers at stages of support': offers.length
  };
}
