import { settingsMap } from '#modules/settings';
import { viewSettings } from '#modules/settings/server';
import { ask } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings and their places as registered; children are not counted.'
};

/** The settings as they stand in the list, under the same filters, with the outline of the place, for programs that draw maps. */
export const GET: RequestHandler = async (event) => {
  const filter = Object.fromEntries(event.url.searchParams);
  const { settings, outline } = await ask(event, viewSettings, filter);
  return new Response(`${JSON.stringify(settingsMap(settings, outline), null, 2)}\n`, {
    headers: {
      'content-type': 'application/geo+json',
      'content-disposition': `attachment; filename="settings-${event.params.partnership}.geojson"`
    }
  });
};
