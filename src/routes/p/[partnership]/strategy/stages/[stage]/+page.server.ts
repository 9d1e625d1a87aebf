import {
  dropStageNote,
  noteQuestion,
  reopenStage,
  saveStage,
  tickAction,
  viewStage
} from '#modules/stages/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

type Params = { readonly params: { readonly stage?: string | undefined } };
const to = ({ params }: Params) => `strategy/stages/${params.stage}`;
const here = ({ params }: Params) => ({ stage: params.stage });

export const load: PageServerLoad = (event) => ask(event, viewStage, { stage: event.params.stage });

export const actions: Actions = {
  save: formAction(saveStage, { to, with: here }),
  reopen: formAction(reopenStage, { to, with: here }),
  note: formAction(noteQuestion, { to, with: here }),
  drop: formAction(dropStageNote, { to }),
  tick: formAction(tickAction, { to, with: here })
};
