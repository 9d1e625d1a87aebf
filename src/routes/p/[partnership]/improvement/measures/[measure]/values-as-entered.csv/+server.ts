import { valuesCsv } from '#modules/improvement';
import { viewMeasureAsEntered } from '#modules/improvement/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'as-entered',
  because: 'For those who record values, to mend them and paste them back.'
};

export const GET: RequestHandler = async (event) => {
  const asked = { measureId: event.params.measure };
  const { measure, values } = await ask(event, viewMeasureAsEntered, asked);
  return csvResponse(valuesCsv(measure, values), `not-for-sharing-${measure.title}.csv`);
};
