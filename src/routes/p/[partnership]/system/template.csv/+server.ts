import { templateTables } from '#modules/maps';
import { viewServiceWords } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { csvFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'An empty table to fill in.' };

/** The columns to fill in. */
export const GET: RequestHandler = async (event) => {
  const { spine, stages } = await ask(event, viewServiceWords);
  return csvFile('services-template', templateTables(spine, stages).services);
};
