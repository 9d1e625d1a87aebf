import { chosenFactorKind, explainPriorityProblem } from '#modules/priorities';
import { chooseFactor, viewFactorChoice } from '#modules/priorities/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

/** The factor in mind: looked at on this page (`about`), or come from elsewhere (`factor`). */
export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, chooseFactor);
  const { searchParams } = event.url;
  const factor = searchParams.get('about') ?? searchParams.get('factor') ?? '';
  return ask(event, viewFactorChoice, { factor });
};

export const actions: Actions = {
  default: formAction(chooseFactor, {
    done: chosenFactorKind.words.added,
    explain: explainPriorityProblem,
    to: ({ value }) => `priorities/${value.id}`
  })
};
