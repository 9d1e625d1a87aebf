import { wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { comparedVersions } from '../compared.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What changed in the words, dates and leads of the plan.'
};

export const GET: RequestHandler = async (event) => {
  const { comparison } = await comparedVersions(event);
  return wordResponse(event, comparison, `${event.params.partnership}-plan-what-changed.docx`);
};
