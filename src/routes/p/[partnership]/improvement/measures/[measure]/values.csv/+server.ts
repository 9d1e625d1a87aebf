import { valuesCsv } from '#modules/improvement';
import { viewMeasure } from '#modules/improvement/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { measure, values } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return csvResponse(valuesCsv(measure, values), `${measure.title}.csv`);
};
