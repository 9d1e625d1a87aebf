import { csvText } from '#core/csv';
import { themesTable } from '#modules/surveys';
import { viewThemes } from '#modules/surveys/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const { themes, factors, rule } = await ask(event, viewThemes);
  const table = themesTable(themes, factors, rule);
  return csvResponse(csvText(table), `${event.params.partnership}-themes.csv`);
};
