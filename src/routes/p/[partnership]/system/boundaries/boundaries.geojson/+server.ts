import { boundariesGeoJson } from '#modules/boundaries';
import { viewBoundaries } from '#modules/boundaries/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { jsonFile } from '../../downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Boundaries; nobody is counted.' };

export const GET: RequestHandler = async (event) => {
  const { boundaries, working } = await ask(event, viewBoundaries);
  const name = `boundaries-${event.params.partnership}.geojson`;
  return jsonFile(name, boundariesGeoJson(boundaries, working), 'application/geo+json');
};
