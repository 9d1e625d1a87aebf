import { uptakeDocument } from '#modules/bodies';
import { viewUptake } from '#modules/bodies/server';
import { ask, placeOf } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { aim, ...about } = await ask(event, viewUptake, { id: event.params.aim });
  const comparison = uptakeDocument(aim, { ...about, place: placeOf(event).name });
  return { aim, ...about, comparison };
};
