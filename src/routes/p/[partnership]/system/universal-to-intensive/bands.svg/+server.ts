import { bandsPicture } from '#modules/maps';
import { viewSupport } from '#modules/maps/server';
import type { Leaving } from '#web/leaving';
import { ask } from '#web/page.server';
import { pictureFile } from '../../../improvement/measures/[measure]/picture.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How many services and programmes stand on each stage; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const { model, offers } = await ask(event, viewSupport);
  return pictureFile(
    bandsPicture(model.stages, offers, model.thread),
    'image/svg+xml; charset=utf-8',
    `universal-to-intensive-${event.params.partnership}.svg`
  );
};
