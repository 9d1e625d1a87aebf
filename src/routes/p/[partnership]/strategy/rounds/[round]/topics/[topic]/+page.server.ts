import {
  agreeOn,
  dropBarrier,
  noteBarrier,
  tieEvidence,
  untieEvidence,
  viewTopic
} from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

type Params = { readonly round?: string | undefined; readonly topic?: string | undefined };
const to = ({ params }: { readonly params: Params }) =>
  `strategy/rounds/${params.round}/topics/${params.topic}`;
const here = ({ params }: { readonly params: Params }) => ({
  roundId: params.round,
  element: params.topic
});

export const load: PageServerLoad = (event) =>
  ask(event, viewTopic, { id: event.params.round, topic: event.params.topic });

export const actions: Actions = {
  agree: formAction(agreeOn, { to, with: here }),
  barrier: formAction(noteBarrier, { to, with: here }),
  drop: formAction(dropBarrier, { to }),
  tie: formAction(tieEvidence, { to, with: here }),
  untie: formAction(untieEvidence, { to })
};
