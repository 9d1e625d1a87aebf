import { templateTables } from '#modules/maps';
import { viewServiceWords } from '#modules/maps/server';
import { ask } from '#platform/page.server';
import { csvFile } from '../downloads.server.ts';
import type { RequestHandler } from './$types';

/** The columns to fill in. */
export const GET: RequestHandler = async (event) => {
  const { spine } = await ask(event, viewServiceWords);
  return csvFile('services-template', templateTables(spine).services);
};
