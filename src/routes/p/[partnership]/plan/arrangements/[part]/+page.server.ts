import {
  changeGovernancePart,
  formOfGovernancePart,
  removeGovernancePart
} from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfGovernancePart, { id: event.params.part });

const toList = () => 'plan/arrangements';

export const actions: Actions = {
  save: formAction(changeGovernancePart, { of: 'part', to: toList }),
  remove: formAction(removeGovernancePart, { of: 'part', to: toList })
};
