import { addSector, blankSector, viewActors } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await ask(event, blankSector);
  const { sectors, actors } = await ask(event, viewActors);
  return {
    sectors: sectors.map((one) => ({
      ...one,
      actorCount: actors.filter(({ sectorId }) => sectorId === one.id).length
    }))
  };
};

export const actions: Actions = {
  default: formAction(addSector, { to: () => 'system/actors/sectors' })
};
