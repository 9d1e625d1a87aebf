import { pictureFile } from '../../../measures/[measure]/picture.server.ts';
import { pictureOf } from '../picture.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { svg, name } = await pictureOf(event);
  return pictureFile(svg, 'image/svg+xml; charset=utf-8', `${name}.svg`);
};
