import { csvText } from '#core/csv';
import { settingsTemplate } from '#modules/settings';
import { csvResponse } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'An empty table to fill in.' };

/** A table to fill in; the pages of the place alone give it. */
export const GET: RequestHandler = ({ locals }) => {
  if (locals.place === null) error(404, 'We could not find that page.');
  return csvResponse(csvText(settingsTemplate()), 'settings-template.csv');
};
