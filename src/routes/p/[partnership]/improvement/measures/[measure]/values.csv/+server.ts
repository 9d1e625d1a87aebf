import { valuesCsv } from '#modules/improvement';
import { viewMeasureToTakeAway } from '#modules/improvement/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const asked = { measureId: event.params.measure };
  const { measure, values } = await ask(event, viewMeasureToTakeAway, asked);
  return csvResponse(valuesCsv(measure, values), `${measure.title}.csv`);
};
