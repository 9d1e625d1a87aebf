import { addActor, viewActors } from '#modules/actors/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addActor);
  const { actors } = await ask(event, viewActors);
  return { actors: actors.map(({ id, name, dots, ring }) => ({ id, name, dots, ring })) };
};
