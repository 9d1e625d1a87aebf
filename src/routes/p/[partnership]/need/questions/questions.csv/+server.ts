import { csvText } from '#core/csv';
import { questionsTable } from '#modules/needs';
import { viewQuestions } from '#modules/needs/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Questions, methods and findings in words.'
};

export const GET: RequestHandler = async (event) => {
  const { questions, ...names } = await ask(event, viewQuestions);
  const table = questionsTable(questions, names);
  return csvResponse(csvText(table), `${event.params.partnership}-questions.csv`);
};
