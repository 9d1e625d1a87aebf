import { checkCsv } from '#modules/checks';
import { viewCheck } from '#modules/checks/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import { yearAsked } from '../../year.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How far the plan meets criteria; what is counted are records, not people.'
};

export const GET: RequestHandler = async (event) => {
  const asked = { pack: event.params.pack, year: yearAsked(event.url) };
  const check = await ask(event, viewCheck, asked);
  return csvResponse(checkCsv(check), `${event.params.partnership}-plan-check-${check.year}.csv`);
};
