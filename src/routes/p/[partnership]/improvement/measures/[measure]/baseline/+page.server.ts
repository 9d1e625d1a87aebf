import { freezeBaseline, removePhase, startPhase, viewMeasure } from '#modules/improvement/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, freezeBaseline);
  const { measure, phases } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, phases, from: event.url.searchParams.get('from') };
};

const to = ({ params }: { params: { measure: string } }) =>
  `improvement/measures/${params.measure}`;

export const actions: Actions = {
  freeze: formAction(freezeBaseline, { of: 'measure', to }),
  phase: formAction(startPhase, { with: ({ params }) => ({ measureId: params.measure }), to }),
  remove: formAction(removePhase, { to })
};
