import { themeSheetOf } from '#modules/delivery';
import { viewAim } from '#modules/delivery/server';
import { ask, placeOf, wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'An aim, who leads it and what will be done, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { aim, ...about } = await ask(event, viewAim, { id: event.params.aim });
  const sheet = themeSheetOf(aim, {
    ...about,
    place: placeOf(event).name,
    base: `/p/${event.params.partnership}`
  });
  return wordResponse(event, sheet, `${event.params.partnership}-theme-sheet.docx`);
};
