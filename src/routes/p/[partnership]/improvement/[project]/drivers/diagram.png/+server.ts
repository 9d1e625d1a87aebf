import { svgPng } from '#modules/charts/server';
import { pictureFile } from '../../../measures/[measure]/picture.server.ts';
import { pictureOf } from '../picture.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { svg, name } = await pictureOf(event);
  return pictureFile(svgPng(svg), 'image/png', `${name}.png`);
};
