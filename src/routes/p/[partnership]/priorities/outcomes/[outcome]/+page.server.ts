import {
  changeOutcome,
  dropOutcome,
  formOfOutcome,
  viewPriorities
} from '#modules/priorities/server';
import { namesOf } from '#modules/vocabulary';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfOutcome, { id: event.params.outcome });
  const { spine } = await ask(event, viewPriorities);
  const foundations = spine.outcomes.filter(({ kind }) => kind === 'foundation');
  return {
    record,
    choices: { ...choices, foundations },
    name: namesOf(spine).outcome(record.outcome)
  };
};

export const actions: Actions = {
  save: formAction(changeOutcome, { of: 'outcome', to: () => 'priorities' }),
  remove: formAction(dropOutcome, { of: 'outcome', to: () => 'priorities' })
};
