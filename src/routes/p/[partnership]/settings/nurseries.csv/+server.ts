import { csvText } from '#core/csv';
import { settingsTable } from '#modules/settings';
import { viewSettings } from '#modules/settings/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

/** The settings as they stand in the list, under the same filters, in a form that can be read back. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { settings } = await ask(event, viewSettings, filter);
  return csvResponse(csvText(settingsTable(settings)), `settings-${event.params.partnership}.csv`);
};
