import { chartNames } from '#modules/charts';
import { adviseChart, chartReasons } from '#modules/improvement';
import {
  addMeasureValue,
  annotate,
  removeAnnotation,
  viewMeasure
} from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import { measureFigure } from '../../charts.server.ts';
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

const to = ({ params }: { params: { measure: string } }) =>
  `improvement/measures/${params.measure}`;

export const actions: Actions = {
  add: formAction(addMeasureValue, { with: ({ params }) => ({ measureId: params.measure }), to }),
  annotate: formAction(annotate, { with: ({ params }) => ({ measureId: params.measure }), to }),
  unmark: formAction(removeAnnotation, { to })
};
