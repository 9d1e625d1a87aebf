import { hangUnder, unlink, viewDiagram } from '#modules/drivers/server';
import { viewProject } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { placesOf } from '../../places.server.ts';

export const load: PageServerLoad = async (event) => {
  const projectId = event.params.project;
  const { project, diagram, version } = await ask(event, viewDiagram, { projectId });
  const idea = diagram.ideas.find(({ id }) => id === event.params.idea);
  if (idea === undefined) error(404, 'We could not find that page.');
  const { tests } = await ask(event, viewProject, { projectId });
  return {
    project,
    idea,
    version,
    hangs: placesOf(diagram, { kind: 'idea', id: idea.id }),
    tests: tests
      .filter((test) => test.changeIdeaId === idea.id)
      .map(({ id, number, changeTried, wasImprovement, status, learnt }) => ({
        id,
        number,
        changeTried,
        wasImprovement,
        status,
        learnt
      }))
  };
};

export const actions: Actions = {
  hang: async (event) => {
    const { values } = await readForm(event.request);
    const { project: projectId, idea: lowerId } = event.params;
    const input = { projectId, lowerKind: 'idea', lowerId };
    const answer = await submitToDiagram(event, hangUnder, values, input);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It now hangs there too.');
    redirect(303, event.url.pathname);
  },
  unlink: async (event) => {
    const { values } = await readForm(event.request);
    const { project: projectId } = event.params;
    const answer = await submitToDiagram(event, unlink, values, { projectId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It no longer hangs there.');
    redirect(303, event.url.pathname);
  }
};
