import { coverageTable, serviceNames } from '#modules/maps';
import { viewCoverage } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { csvFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How many services address a factor; services are not people.'
};

/** Services by factor, as on the page. */
export const GET: RequestHandler = async (event) => {
  const { coverage, spine, stages } = await ask(event, viewCoverage);
  return csvFile(
    `gaps-${event.params.partnership}`,
    coverageTable(coverage, serviceNames(spine, stages))
  );
};
