import { explainServiceProblem } from '#modules/maps';
import { changeService, viewService } from '#modules/maps/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeService);
  return ask(event, viewService, { id: event.params.service });
};

export const actions: Actions = {
  default: formAction(changeService, {
    of: 'service',
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The service is saved.',
    explain: explainServiceProblem
  })
};
