import { csvText } from '#core/csv';
import { settingsTable } from '#modules/settings';
import { viewSettings } from '#modules/settings/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings and their places as registered; children are not counted.'
};

/** The settings as they stand in the list, under the same filters, in a form that can be read back. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { settings } = await ask(event, viewSettings, filter);
  return csvResponse(csvText(settingsTable(settings)), `settings-${event.params.partnership}.csv`);
};
