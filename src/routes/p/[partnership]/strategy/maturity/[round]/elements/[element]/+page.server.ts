import { agreeOn, dropBarrier, noteBarrier, viewElement } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

type Params = { readonly round?: string | undefined; readonly element?: string | undefined };
const to = ({ params }: { readonly params: Params }) =>
  `strategy/maturity/${params.round}/elements/${params.element}`;
const here = ({ params }: { readonly params: Params }) => ({
  roundId: params.round,
  element: params.element
});

export const load: PageServerLoad = (event) =>
  ask(event, viewElement, { id: event.params.round, element: event.params.element });

export const actions: Actions = {
  agree: formAction(agreeOn, { to, with: here }),
  barrier: formAction(noteBarrier, { to, with: here }),
  drop: formAction(dropBarrier, { to })
};
