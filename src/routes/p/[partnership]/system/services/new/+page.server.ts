import { textOf } from '#core/form-state';
import { explainServiceProblem } from '#modules/maps';
import { addService, viewServiceWords } from '#modules/maps/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addService);
  return {
    ...(await ask(event, viewServiceWords)),
    /** The factor whose thread has no service, for whoever comes from there. */
    wanted: event.url.searchParams.get('factor') ?? ''
  };
};

export const actions: Actions = {
  default: formAction(addService, {
    with: (_, values) => {
      const factor = textOf(values, 'factor');
      return { factors: factor === '' ? [] : [{ factor, reason: textOf(values, 'reason') }] };
    },
    to: ({ value }) => `system/services/${value.id}`,
    done: ({ name }) => `${name} is added.`,
    explain: explainServiceProblem
  })
};
