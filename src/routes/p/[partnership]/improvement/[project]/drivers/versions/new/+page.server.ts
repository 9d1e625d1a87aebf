import { saveDiagramVersion, viewDiagram } from '#modules/drivers/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, saveDiagramVersion);
  const { project, versions } = await ask(event, viewDiagram, { projectId: event.params.project });
  return { project, next: (versions[0]?.number ?? 0) + 1 };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project: projectId } = event.params;
    const answer = await submitToDiagram(event, saveDiagramVersion, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The version is kept as the diagram is now.');
    redirect(303, `/p/${partnership}/improvement/${projectId}/drivers`);
  }
};
