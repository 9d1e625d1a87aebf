import { csvText } from '#core/csv';
import { resultsTable } from '#modules/surveys';
import { viewResults } from '#modules/surveys/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const { survey, questions, safe, rule, setAside } = await ask(event, viewResults, {
    id: event.params.survey
  });
  const table = resultsTable(survey, questions, safe, rule, setAside);
  return csvResponse(csvText(table), `${event.params.partnership}-survey.csv`);
};
