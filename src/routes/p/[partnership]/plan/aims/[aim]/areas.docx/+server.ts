import { uptakeDocument } from '#modules/bodies';
import { viewUptake } from '#modules/bodies/server';
import { ask, placeOf, wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How each area takes up an aim, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { aim, ...about } = await ask(event, viewUptake, { id: event.params.aim });
  const document = uptakeDocument(aim, { ...about, place: placeOf(event).name });
  return wordResponse(event, document, `${event.params.partnership}-local-variants.docx`);
};
