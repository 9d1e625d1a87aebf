import { actionsCsv } from '#modules/delivery';
import { viewPlan } from '#modules/delivery/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
  csvResponse(actionsCsv(await ask(event, viewPlan)), `${event.params.partnership}-actions.csv`);
