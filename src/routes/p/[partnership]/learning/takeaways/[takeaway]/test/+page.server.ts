import { emptyPlan } from '#modules/improvement';
import { planTestFrom, viewTakeaway } from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, planTestFrom);
  const view = await ask(event, viewTakeaway, { id: event.params.takeaway });
  const { takeaway, ideas, projects, today } = view;
  const asked = event.url.searchParams.get('project');
  const ofIdea = ideas.find(({ id }) => id === takeaway.changeIdeaId)?.projectId;
  // The idea says which project; else the one that was chosen; else the only one there is.
  const projectId =
    projects.find(({ id }) => id === (asked ?? ofIdea))?.id ??
    (projects.length === 1 ? projects[0]?.id : undefined);
  const from = takeaway.fromPlace === '' ? '' : ` It was seen in ${takeaway.fromPlace}.`;
  return {
    ...view,
    project: projects.find(({ id }) => id === projectId) ?? null,
    ownIdeas: ideas.filter((idea) => idea.projectId === projectId),
    plan: {
      ...emptyPlan(today),
      changeTried: takeaway.idea === '' ? takeaway.noticed.slice(0, 500) : takeaway.idea,
      objective: `See whether it helps here.${from}`,
      who: takeaway.ownerRole
    }
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const takeawayId = event.params.takeaway;
    const answer = await submitForm(event, planTestFrom, values, { takeawayId });
    if (!answer.ok) return answer.failure;
    const { projectId, id, number } = answer.value;
    sayDone(
      event,
      `Test ${number} is planned. What it shows will stand beside what was taken back.`
    );
    redirect(303, `/p/${event.params.partnership}/improvement/${projectId}/cycles/${id}`);
  }
};
