import { pictureFile } from '../../../measures/[measure]/picture.server.ts';
import { pictureOf } from '../picture.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Aims, drivers and change ideas in words.'
};

export const GET: RequestHandler = async (event) => {
  const { svg, name } = await pictureOf(event);
  return pictureFile(svg, 'image/svg+xml; charset=utf-8', `${name}.svg`);
};
