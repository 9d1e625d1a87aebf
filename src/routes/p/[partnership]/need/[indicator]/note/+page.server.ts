import { figureText, periodWords } from '#modules/indicators';
import { changeChoice, viewIndicator } from '#modules/indicators/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitIndicator } from '../../beside.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeChoice);
  const { choice, followed } = await ask(event, viewIndicator, { id: event.params.indicator });
  if (choice === null) error(404, 'We could not find that page.');
  const { unit, decimals, periodKind } = followed;
  const periods = followed.figures
    .filter((figure) => figure.value !== null)
    .toReversed()
    .map(({ period, value }) => ({
      value: period,
      label: `${periodWords(period, periodKind)}: ${figureText(value ?? 0, unit, decimals)}`
    }));
  return { choice, title: followed.plainTitle, periods };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitIndicator(event, changeChoice, values, {
      id: event.params.indicator
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your note is saved.');
    redirect(303, `/p/${event.params.partnership}/need/${event.params.indicator}`);
  }
};
