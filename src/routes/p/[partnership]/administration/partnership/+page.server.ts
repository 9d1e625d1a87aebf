import { explainPartnershipProblem } from '#modules/partnerships';
import { changePartnership, viewPartnership } from '#modules/partnerships/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changePartnership);
  return ask(event, viewPartnership);
};

export const actions: Actions = {
  default: formAction(changePartnership, {
    done: 'The details are saved.',
    explain: explainPartnershipProblem,
    to: () => 'administration'
  })
};
