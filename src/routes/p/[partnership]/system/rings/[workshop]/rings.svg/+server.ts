import { hasEnded, ringsPicture } from '#modules/actors';
import { viewWorkshop } from '#modules/actors/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { pictureFile } from '../../../../improvement/measures/[measure]/picture.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Who was named in a workshop; what is counted are dots, not people.'
};

/** The rings of a workshop that has ended, as a picture. */
export const GET: RequestHandler = async (event) => {
  const { workshop, items } = await ask(event, viewWorkshop, { id: event.params.workshop });
  const svg = hasEnded(workshop.step) ? ringsPicture(workshop.focus, items) : null;
  if (svg === null) error(404, 'We could not find that page.');
  return pictureFile(svg, 'image/svg+xml; charset=utf-8', `rings-${event.params.partnership}.svg`);
};
