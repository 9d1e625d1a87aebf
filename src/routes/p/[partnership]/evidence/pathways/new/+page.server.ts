import { textOf } from '#core/form-state';
import { addPathwayLink, viewPathways } from '#modules/evidence/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPathwayLink);
  const { spine } = await ask(event, viewPathways, {});
  return { spine, wanted: event.url.searchParams.get('from') ?? '' };
};

export const actions: Actions = {
  default: formAction(addPathwayLink, {
    to: ({ values }) => `evidence/pathways?from=${textOf(values, 'from')}`
  })
};
