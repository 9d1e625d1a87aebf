import { csvText } from '#core/csv';
import { linksTable } from '#modules/benchmarks';
import { viewRoundLinks } from '#modules/benchmarks/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { settingAddress } from '../../../../links.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Names of settings and the links that they answer by.'
};

/** The link of each setting, for whoever sends them. */
export const GET: RequestHandler = async (event) => {
  const { links } = await ask(event, viewRoundLinks, { id: event.params.round });
  const table = linksTable(
    links.map(({ token, ...link }) => ({
      ...link,
      address: settingAddress(event.url.origin, token)
    }))
  );
  return csvResponse(csvText(table), `${event.params.partnership}-links.csv`);
};
