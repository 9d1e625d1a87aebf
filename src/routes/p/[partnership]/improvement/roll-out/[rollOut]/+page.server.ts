import { curveSentence, drawCurve, goalSentence } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { viewIdeaChoices } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

const views = ['list', 'map', 'curve', 'all'] as const;

export const load: PageServerLoad = async (event) => {
  const search = Object.fromEntries(event.url.searchParams);
  const view = await ask(event, viewRollOut, { ...search, id: event.params.rollOut });
  const { rollOut, curve, goal } = view;
  const projects = rollOut.projectId === null ? [] : await ask(event, viewIdeaChoices);
  const project = projects.find(({ id }) => id === rollOut.projectId) ?? null;
  const drawing = {
    title: `${rollOut.title}: settings using it over time`,
    says: curveSentence(curve),
    curve,
    goal:
      rollOut.goalSettings === null ? null : { settings: rollOut.goalSettings, by: rollOut.goalBy }
  };
  return {
    ...view,
    shown: views.find((one) => one === search['view']) ?? ('list' as const),
    project,
    idea: project?.ideas.find(({ id }) => id === rollOut.changeIdeaId)?.text ?? null,
    goalSays: goalSentence(rollOut, goal),
    curveSays: drawing.says,
    pictures: {
      wide: drawCurve({ ...drawing, id: 'curve-wide', size: 'wide' }) ?? '',
      narrow: drawCurve({ ...drawing, id: 'curve-narrow', size: 'narrow' }) ?? ''
    }
  };
};
