import { addDecision, blankDecision, viewDecisions } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { choices } = await ask(event, blankDecision);
  const { decisions } = await ask(event, viewDecisions);
  const correctable = decisions.filter(
    (one) => one.confirmedAt !== null && one.correctedBy === null
  );
  const wanted = event.url.searchParams.get('corrects');
  return {
    choices: { ...choices, supersedesId: correctable.map(({ id, title }) => ({ id, title })) },
    start: { supersedesId: correctable.find(({ id }) => id === wanted)?.id ?? null }
  };
};

export const actions: Actions = {
  default: formAction(addDecision, { to: ({ value }) => `plan/decisions/${value.id}` })
};
