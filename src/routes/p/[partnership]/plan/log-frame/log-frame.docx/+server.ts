import { logFrameDocument } from '#modules/reports';
import { viewLogFrame } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import { ask, placeOf, wordResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'The plan in words; of figures their names, sources and targets.'
};

export const GET: RequestHandler = async (event) => {
  const { lines, today } = await ask(event, viewLogFrame);
  const written = logFrameDocument(lines, { place: placeOf(event).name, today });
  return wordResponse(event, written, `${event.params.partnership}-log-frame.docx`);
};
