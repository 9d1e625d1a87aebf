import { notePlaceTaken, viewPlaceTaken } from '#modules/partnerships/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import { structureAtStart } from '#web/structure.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, notePlaceTaken);
  return { ...(await ask(event, viewPlaceTaken)), isOffered: structureAtStart() !== null };
};
