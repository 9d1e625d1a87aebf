import { featureCollection } from '#core/geojson';
import { serviceFeature, serviceNames } from '#modules/maps';
import { exportServices } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { jsonFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Services and what they address.' };

/** The services as they stand in the list, under the same address of filters, for programs that draw maps. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { services, spine, stages } = await ask(event, exportServices, filter);
  const names = serviceNames(spine, stages);
  const features = featureCollection(services.map((one) => serviceFeature(one, names)));
  return jsonFile(`services-${event.params.partnership}.geojson`, features, 'application/geo+json');
};
