import { svgPng } from '#modules/charts/server';
import { pictureFile, pictureOf } from '../picture.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const { svg, name } = await pictureOf(event, event.params.measure);
  return pictureFile(svgPng(svg), 'image/png', `${name}.png`);
};
