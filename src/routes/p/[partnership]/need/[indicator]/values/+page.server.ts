import { explainIndicatorProblem, sentenceOfProblem } from '#modules/indicators';
import { addValue, removeValue, restoreValue, viewValues } from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewValues, {
    id: event.params.indicator,
    area: event.url.searchParams.get('of') ?? '',
    page: event.url.searchParams.get('page') ?? 1
  });

const to = ({ params }: { readonly params: { readonly indicator: string } }) =>
  `need/${params.indicator}/values`;

export const actions: Actions = {
  add: formAction(addValue, {
    to,
    with: ({ params }) => ({ indicatorId: params.indicator }),
    done: 'The value is saved.',
    explain: explainIndicatorProblem
  }),
  remove: formAction(removeValue, {
    to,
    done: ({ period }) => `The value of ${period} is removed. You can put it back below.`,
    explain: () => ''
  }),
  restore: formAction(restoreValue, {
    to,
    done: ({ period }) => `The value of ${period} is back.`,
    // The form beside it is for another value.
    explain: sentenceOfProblem
  })
};
