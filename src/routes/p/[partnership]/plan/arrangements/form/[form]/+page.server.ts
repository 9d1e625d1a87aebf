import { changeLegalForm, formOfLegalForm, removeLegalForm } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfLegalForm, { id: event.params.form });

const toList = () => 'plan/arrangements';

export const actions: Actions = {
  save: formAction(changeLegalForm, { of: 'form', to: toList }),
  remove: formAction(removeLegalForm, { of: 'form', to: toList })
};
