import { beginRound, blankRound, viewInstruments } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankRound)),
  ...(await ask(event, viewInstruments)),
  by: event.url.searchParams.get('by'),
  part: event.url.searchParams.get('part')
});

export const actions: Actions = {
  default: formAction(beginRound, { to: ({ value }) => `strategy/rounds/${value.id}` })
};
