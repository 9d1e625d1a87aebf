import { dataItemKind, explainNeedsProblem, stepAfter } from '#modules/needs';
import { addDataItem, blankDataItem, viewRegister } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { choices } = await ask(event, blankDataItem);
  const { law, today } = await ask(event, viewRegister);
  return { choices, law, today };
};

export const actions: Actions = {
  default: formAction(addDataItem, {
    done: dataItemKind.words.added,
    explain: explainNeedsProblem,
    to: ({ value }) => `need/governance/${value.id}/${stepAfter('what', value) ?? ''}`
  })
};
