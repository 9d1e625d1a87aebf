import { checkDocument } from '#modules/checks';
import { viewCheck } from '#modules/checks/server';
import type { Leaving } from '#web/leaving';
import { ask, placeOf, wordResponse } from '#web/page.server';
import { yearAsked } from '../../year.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How far the plan meets criteria; what is counted are records, not people.'
};

export const GET: RequestHandler = async (event) => {
  const asked = { pack: event.params.pack, year: yearAsked(event.url) };
  const check = await ask(event, viewCheck, asked);
  const { name, slug } = placeOf(event);
  const document = checkDocument(check, { place: name, base: `/p/${slug}` });
  return wordResponse(event, document, `${event.params.partnership}-plan-check-${check.year}.docx`);
};
