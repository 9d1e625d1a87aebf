import { changePathwayLink, removePathwayLink, viewPathwayLink } from '#modules/evidence/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePathwayLink);
  const { link, spine } = await ask(event, viewPathwayLink, { id: event.params.link });
  return { record: link, spine };
};

const page = { of: 'link', to: () => 'evidence/pathways#own' } as const;

export const actions: Actions = {
  save: formAction(changePathwayLink, page),
  remove: formAction(removePathwayLink, page)
};
