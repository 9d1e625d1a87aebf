import { workbookOf } from '#modules/maps/server';
import { notClosedSentence, safeResultsTable } from '#modules/surveys';
import { viewResults } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../../../../system/downloads.server.ts';
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
  const workbook = await workbookOf([{ name: 'Answers', table, widths: [48, 20, 40, 18] }]);
  return workbookFile(`${event.params.partnership}-survey`, workbook);
};
