import { csvText } from '#core/csv';
import { ruleFor } from '#modules/disclosure';
import { themesTable } from '#modules/surveys';
import { viewThemes } from '#modules/surveys/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { themes, factors } = await ask(event, viewThemes);
  const table = themesTable(themes, factors, ruleFor('export'));
  return csvResponse(csvText(table), `${event.params.partnership}-themes.csv`);
};
