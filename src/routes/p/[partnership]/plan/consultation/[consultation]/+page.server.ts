import {
  changeConsultation,
  formOfConsultation,
  removeConsultation
} from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfConsultation, { id: event.params.consultation });

export const actions: Actions = {
  save: formAction(changeConsultation, { of: 'consultation', to: () => 'plan/consultation' }),
  remove: formAction(removeConsultation, { of: 'consultation', to: () => 'plan/consultation' })
};
