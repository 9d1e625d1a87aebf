import { chartNames } from '#modules/charts';
import { adviseChart, chartReasons } from '#modules/improvement';
import {
  addMeasureValue,
  annotate,
  removeAnnotation,
  viewMeasure
} from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { measureFigure } from '../../charts.server.ts';
import { submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewMeasure, { measureId: event.params.measure });
  const { measure, values } = view;
  const advice = adviseChart(measure, values);
  const here = `/p/${event.params.partnership}/improvement/measures/${measure.id}`;
  const asked = event.url.searchParams.get('mark');
  return {
    ...view,
    figure: measureFigure(view, view.tests, (date) => `${here}?mark=${date}#mark`),
    /** The value that somebody asks about. */
    marked: values.find(({ measuredOn }) => measuredOn === asked) ?? null,
    chartName: chartNames[measure.chartType],
    chartReason: measure.chartReason === '' ? chartReasons[measure.chartType] : measure.chartReason,
    advice:
      advice.type === null || advice.type === measure.chartType
        ? null
        : { name: chartNames[advice.type], reason: advice.reason },
    cautions: advice.cautions
  };
};

function backTo(event: RequestEvent): never {
  redirect(
    303,
    `/p/${event.params['partnership']}/improvement/measures/${event.params['measure']}`
  );
}

export const actions: Actions = {
  add: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addMeasureValue, values, {
      measureId: event.params.measure
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is added.');
    backTo(event);
  },
  annotate: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, annotate, values, { measureId: event.params.measure });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The mark is on the chart.');
    backTo(event);
  },
  unmark: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, removeAnnotation, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The mark is gone from the chart. The history keeps it.');
    backTo(event);
  }
};
