import { themeSheetOf } from '#modules/delivery';
import { viewAim } from '#modules/delivery/server';
import { ask, placeOf } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { aim, ...about } = await ask(event, viewAim, { id: event.params.aim });
  return {
    aim,
    sheet: themeSheetOf(aim, {
      ...about,
      place: placeOf(event).name,
      base: `/p/${event.params.partnership}`
    })
  };
};
