import { viewDiagram } from '#modules/drivers/server';
import { viewProject } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { hangingActions } from '../../hanging.server.ts';
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
  ...hangingActions('idea', ({ params }: RequestEvent) => params.idea)
};
