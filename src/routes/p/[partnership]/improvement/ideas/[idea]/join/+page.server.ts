import { joinIdeas, leaveFamily, viewIdea } from '#modules/improvement/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, joinIdeas);
  return ask(event, viewIdea, { ideaId: event.params.idea, page: 1 });
};

const to = ({ params }: { params: { idea: string } }) => `improvement/ideas/${params.idea}`;

export const actions: Actions = {
  join: formAction(joinIdeas, {
    with: ({ params }) => ({ ideaId: params.idea }),
    done: ({ ideas }) => `${ideas} ideas are counted together.`,
    to
  }),
  leave: formAction(leaveFamily, { to })
};
