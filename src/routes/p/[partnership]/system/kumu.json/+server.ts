import { kumuBlueprint, serviceNames } from '#modules/maps';
import { exportServices } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { jsonFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Services and what they address.' };

/** The services as they stand in the list, under the same address of filters, and what connects them, as a blueprint of Kumu. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { services, connections, spine, stages } = await ask(event, exportServices, filter);
  const blueprint = kumuBlueprint(services, connections, serviceNames(spine, stages));
  return jsonFile(`kumu-${event.params.partnership}.json`, blueprint, 'application/json');
};
