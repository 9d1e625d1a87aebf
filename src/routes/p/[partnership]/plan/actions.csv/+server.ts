import { actionsCsv } from '#modules/delivery';
import { viewPlan } from '#modules/delivery/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Actions, their leads by role, and dates.'
};

export const GET: RequestHandler = async (event) =>
  csvResponse(actionsCsv(await ask(event, viewPlan)), `${event.params.partnership}-actions.csv`);
