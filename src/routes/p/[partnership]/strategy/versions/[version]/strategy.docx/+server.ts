import { svgPng } from '#modules/charts/server';
import { strategyDocument } from '#modules/strategy';
import { viewVersion } from '#modules/strategy/server';
import type { Leaving } from '#web/leaving';
import { ask, wordResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because:
    'A snapshot: figures of the partnership’s own are left out, and its measures passed the rule of the public page when it was made.'
};

export const GET: RequestHandler = async (event) => {
  const { version } = await ask(event, viewVersion, { id: event.params.version });
  const name = `${event.params.partnership}-strategy-${version.number}.docx`;
  return wordResponse(event, strategyDocument(version), name, svgPng);
};
