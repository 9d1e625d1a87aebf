import { csvText } from '#core/csv';
import { notClosedSentence, safeResultsTable } from '#modules/surveys';
import { viewResults } from '#modules/surveys/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const { survey, questions, leaving, rule } = await ask(event, viewResults, {
    id: event.params.survey
  });
  if (leaving === null) error(409, notClosedSentence);
  const table = safeResultsTable(survey, questions, leaving, rule);
  return csvResponse(csvText(table), `${event.params.partnership}-survey.csv`);
};
