import { changeCharter, viewCharter } from '#modules/charter/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeCharter);
  const { project, charter } = await ask(event, viewCharter, { projectId: event.params.project });
  return { parent: { id: project.id, title: project.title }, record: charter };
};

export const actions: Actions = {
  save: formAction(changeCharter, {
    of: 'project',
    to: ({ params }) => `improvement/${params.project}/charter`
  })
};
