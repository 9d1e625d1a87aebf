import {
  askPeople,
  chooseLeader,
  closeRound,
  dropPriority,
  revealRound,
  setPriority,
  tiePriority,
  unaskPerson,
  viewRound
} from '#modules/assessments/server';
import { addAction, blankAction } from '#modules/delivery/server';
import { ask, formAction, readForm, sayDone, send, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const to = ({ params }: { readonly params: { readonly round?: string | undefined } }) =>
  `strategy/rounds/${params.round}`;

export const load: PageServerLoad = async (event) => {
  const round = await ask(event, viewRound, { id: event.params.round });
  const mayPlan = event.locals.place?.permissions.includes('plan:edit') ?? false;
  const aims = mayPlan ? (await ask(event, blankAction)).choices['aimId'] : undefined;
  return { ...round, aims: aims ?? [] };
};

export const actions: Actions = {
  ask: formAction(askPeople, { of: 'round', to }),
  leader: formAction(chooseLeader, { of: 'round', to }),
  unask: formAction(unaskPerson, { of: 'round', to }),
  reveal: formAction(revealRound, { of: 'round', to }),
  close: formAction(closeRound, { of: 'round', to }),
  add: formAction(setPriority, { to, with: ({ params }) => ({ roundId: params.round }) }),
  drop: formAction(dropPriority, { to }),
  /** The plan's own command makes the action; then the round keeps which one it became. */
  plan: async (event) => {
    const { values } = await readForm(event.request);
    const { actions: priorities } = await ask(event, viewRound, { id: event.params.round });
    const one = priorities.find(({ id }) => id === values['id']);
    if (one === undefined || one.actionId !== null) {
      redirect(303, `/p/${event.params.partnership}/${to(event)}`);
    }
    const { what: title, who: lead, dueOn } = one;
    const added = await submit(event, addAction, {
      values,
      input: { aimId: values['aimId'], title, lead, dueOn: dueOn ?? '' },
      explain: addAction.explain
    });
    if (!added.ok) return added.failure;
    const tied = await send(event, tiePriority, { id: one.id, actionId: added.value.id });
    if (!tied.ok) {
      sayDone(
        event,
        'The action is in the plan. The round was changed meanwhile, and does not name it.'
      );
    }
    redirect(303, `/p/${event.params.partnership}/plan/actions/${added.value.id}`);
  }
};
