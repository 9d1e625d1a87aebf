import { coverageTable } from '#modules/maps';
import { viewCoverage } from '#modules/maps/server';
import { namesOf } from '#modules/vocabulary';
import { ask } from '#platform/page.server';
import { csvFile } from '../downloads.server.ts';
import type { RequestHandler } from './$types';

/** Services by factor, as on the page. */
export const GET: RequestHandler = async (event) => {
  const { coverage, spine } = await ask(event, viewCoverage);
  return csvFile(`gaps-${event.params.partnership}`, coverageTable(coverage, namesOf(spine)));
};
