import { serviceNames, servicesTable } from '#modules/maps';
import { exportServices } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { csvFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Services and what they address.' };

/** The services as they stand in the list, under the same address of filters. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { services, spine, stages } = await ask(event, exportServices, filter);
  return csvFile(
    `services-${event.params.partnership}`,
    servicesTable(services, serviceNames(spine, stages))
  );
};
