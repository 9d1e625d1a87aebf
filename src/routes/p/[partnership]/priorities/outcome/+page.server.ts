import { blankOutcome, chooseOutcome, viewPriorities } from '#modules/priorities/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { choices } = await ask(event, blankOutcome);
  const { outcomes, spine } = await ask(event, viewPriorities);
  const isChosen = (id: string) => outcomes.some(({ outcome }) => outcome === id);
  const { primary = [], foundation = [] } = Object.groupBy(spine.outcomes, ({ kind }) => kind);
  return {
    choices: { ...choices, foundations: foundation.map(({ id, title }) => ({ id, title })) },
    open: primary.filter(({ id }) => !isChosen(id))
  };
};

export const actions: Actions = {
  default: formAction(chooseOutcome, { to: () => 'priorities' })
};
