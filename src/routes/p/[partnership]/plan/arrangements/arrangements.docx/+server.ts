import { arrangementsDocument } from '#modules/cooperation';
import { viewArrangements } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, placeOf, wordResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How the partnership is governed, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewArrangements);
  const written = arrangementsDocument(here, { place: placeOf(event).name, today: here.today });
  return wordResponse(event, written, `${event.params.partnership}-governance.docx`);
};
