import { textOf } from '#core/form-state';
import { checkAim, composeAim } from '#modules/improvement';
import { changeProject, viewProject } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { planActions, priorityChoices, submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeProject);
  const { project, words, today } = await ask(event, viewProject, {
    projectId: event.params.project
  });
  return {
    project,
    words,
    aim: composeAim(project.aim),
    gaps: checkAim(project.aim, today),
    actions: await planActions(event),
    priorities: await priorityChoices(event)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changeProject, values, {
      projectId: event.params.project
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The project is saved.');
    if (textOf(values, 'then') === 'check') redirect(303, `${event.url.pathname}#aim-check`);
    redirect(303, `/p/${event.params.partnership}/improvement/${event.params.project}`);
  }
};
