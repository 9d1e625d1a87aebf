import { coverageTable, serviceNames } from '#modules/maps';
import { viewCoverage, workbookOf } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How many services address a factor; services are not people.'
};

/** Services by factor, as on the page. */
export const GET: RequestHandler = async (event) => {
  const { coverage, spine, stages } = await ask(event, viewCoverage);
  const table = coverageTable(coverage, serviceNames(spine, stages));
  const workbook = await workbookOf([{ name: 'Gaps and overlap', table, widths: [40] }]);
  return workbookFile(`gaps-${event.params.partnership}`, workbook);
};
