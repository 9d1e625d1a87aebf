import { connectionsTable, serviceNames, servicesTable } from '#modules/maps';
import { exportServices, workbookOf } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Services and what they address.' };

/** The services as they stand in the list, under the same address of filters, and what connects them. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { services, connections, spine, stages } = await ask(event, exportServices, filter);
  const workbook = await workbookOf([
    { name: 'Services', table: servicesTable(services, serviceNames(spine, stages)) },
    { name: 'Connections', table: connectionsTable(connections, services) }
  ]);
  return workbookFile(`services-${event.params.partnership}`, workbook);
};
