import { diagramSentence, outlineOf, rowsOf } from '#modules/drivers';
import { moveInOrder, restoreDriver, viewDiagram } from '#modules/drivers/server';
import { textOf } from '#core/form-state';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { drawnForPage } from './picture.server.ts';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewDiagram, { projectId: event.params.project });
  const here = `/p/${event.params.partnership}/improvement/${event.params.project}/drivers`;
  return {
    ...view,
    outline: outlineOf(view.diagram),
    rows: rowsOf(view.diagram),
    says: diagramSentence(view.diagram),
    svg: await drawnForPage(view, view.project.title, {
      driver: ({ id }) => `${here}/${id}`,
      idea: ({ id }) => `${here}/ideas/${id}`
    })
  };
};

export const actions: Actions = {
  move: async (event) => {
    const { values } = await readForm(event.request);
    const [direction = '', itemId = ''] = textOf(values, 'move').split(' ');
    const { project: projectId } = event.params;
    const answer = await submitToDiagram(event, moveInOrder, values, {
      projectId,
      direction,
      itemId
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, direction === 'up' ? 'Moved up.' : 'Moved down.');
    redirect(303, `${event.url.pathname}#entry-${itemId}`);
  },
  restore: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitToDiagram(event, restoreDriver, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is back in the diagram, where it hung.');
    redirect(303, event.url.pathname);
  }
};
