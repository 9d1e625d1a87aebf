import { workbookOf } from '#modules/maps/server';
import { settingsTable } from '#modules/settings';
import { viewSettings } from '#modules/settings/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings and their places as registered; children are not counted.'
};

/** The settings as they stand in the list, under the same filters. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { settings } = await ask(event, viewSettings, filter);
  const workbook = await workbookOf([{ name: 'Settings', table: settingsTable(settings) }]);
  return workbookFile(`settings-${event.params.partnership}`, workbook);
};
