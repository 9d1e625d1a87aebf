import { connectionsTable } from '#modules/maps';
import { exportServices } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { csvFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Which service leads to which.' };

/** Which services and organisations work with which. */
export const GET: RequestHandler = async (event) => {
  const { services, connections } = await ask(event, exportServices);
  const name = `connections-${event.params.partnership}`;
  return csvFile(name, connectionsTable(connections, services));
};
