import {
  changeWorkingBoundary,
  formOfWorkingBoundary,
  removeWorkingBoundary
} from '#modules/boundaries/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfWorkingBoundary, { id: event.params.working });

const toList = () => 'system/boundaries';

export const actions: Actions = {
  save: formAction(changeWorkingBoundary, { of: 'working', to: toList }),
  remove: formAction(removeWorkingBoundary, { of: 'working', to: toList })
};
