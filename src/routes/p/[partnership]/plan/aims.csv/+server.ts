import { aimsCsv } from '#modules/delivery';
import { viewJudgedBy, viewPlan } from '#modules/delivery/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Aims, their leads by role, dates and how far they are.'
};

export const GET: RequestHandler = async (event) =>
  csvResponse(
    aimsCsv(await ask(event, viewPlan), await ask(event, viewJudgedBy)),
    `${event.params.partnership}-aims.csv`
  );
