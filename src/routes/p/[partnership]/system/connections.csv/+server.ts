import { connectionsTable } from '#modules/maps';
import { exportServices } from '#modules/maps/server';
import { ask } from '#platform/page.server';
import { csvFile } from '../downloads.server.ts';
import type { RequestHandler } from './$types';

/** Which services and organisations work with which. */
export const GET: RequestHandler = async (event) => {
  const { services, connections } = await ask(event, exportServices);
  const name = `connections-${event.params.partnership}`;
  return csvFile(name, connectionsTable(connections, services));
};
