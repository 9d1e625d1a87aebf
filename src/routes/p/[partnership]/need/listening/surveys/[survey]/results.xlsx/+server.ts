import { workbookOf } from '#modules/maps/server';
import { resultsTable } from '#modules/surveys';
import { viewResults } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../../../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const { survey, questions, safe, rule, setAside } = await ask(event, viewResults, {
    id: event.params.survey
  });
  const table = resultsTable(survey, questions, safe, rule, setAside);
  const workbook = await workbookOf([{ name: 'Answers', table, widths: [48, 20, 40, 18] }]);
  return workbookFile(`${event.params.partnership}-survey`, workbook);
};
