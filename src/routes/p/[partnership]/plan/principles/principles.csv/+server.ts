import { csvText } from '#core/csv';
import { principlesTable } from '#modules/cooperation';
import { viewDirection } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Principles in words; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewDirection);
  const table = principlesTable([...here.principles, ...here.otherPrinciples], here.groups);
  return csvResponse(csvText(table), `${event.params.partnership}-principles.csv`);
};
