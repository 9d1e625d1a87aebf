import { drawLayers } from '#modules/charts/server';
import { governanceDrawing } from '#modules/groups';
import { viewGroups } from '#modules/groups/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { pictureFile } from '../../../improvement/measures/[measure]/picture.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Groups and their lines in words.' };

export const GET: RequestHandler = async (event) => {
  const groups = await ask(event, viewGroups);
  const drawn = await drawLayers(governanceDrawing(groups, null), 'light');
  if (!drawn.ok || groups.length === 0) error(404, 'We could not find that page.');
  return pictureFile(
    drawn.value,
    'image/svg+xml; charset=utf-8',
    `${event.params.partnership}-groups.svg`
  );
};
