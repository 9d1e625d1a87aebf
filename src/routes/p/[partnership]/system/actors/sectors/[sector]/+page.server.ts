import { changeSector, formOfSector, removeSector } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfSector, { id: event.params.sector });

const to = () => 'system/actors/sectors';

export const actions: Actions = {
  save: formAction(changeSector, { of: 'sector', to }),
  remove: formAction(removeSector, { of: 'sector', to })
};
