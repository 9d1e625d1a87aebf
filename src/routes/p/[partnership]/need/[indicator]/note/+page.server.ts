import { explainIndicatorProblem, figureText, periodWords } from '#modules/indicators';
import { changeChoice, viewIndicator } from '#modules/indicators/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeChoice);
  const { choice, followed } = await ask(event, viewIndicator, { id: event.params.indicator });
  if (choice === null) error(404, 'We could not find that page.');
  const { unit, decimals, periodKind } = followed;
  const baselinePeriod = followed.figures
    .filter((figure) => figure.value !== null)
    .toReversed()
    .map(({ period, value }) => ({
      value: period,
      label: `${periodWords(period, periodKind)}: ${figureText(value ?? 0, unit, decimals)}`
    }));
  return { record: choice, title: followed.plainTitle, offered: { baselinePeriod } };
};

export const actions: Actions = {
  save: formAction(changeChoice, {
    of: 'indicator',
    to: ({ params }) => `need/${params.indicator}`,
    done: 'Your note is saved.',
    explain: explainIndicatorProblem
  })
};
