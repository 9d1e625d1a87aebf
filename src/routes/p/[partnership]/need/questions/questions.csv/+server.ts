import { csvText } from '#core/csv';
import { questionsTable } from '#modules/needs';
import { viewQuestions } from '#modules/needs/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { questions, factors, sources } = await ask(event, viewQuestions);
  const table = questionsTable(questions, { factors, sources });
  return csvResponse(csvText(table), `${event.params.partnership}-questions.csv`);
};
