import type { FormValues } from '#core/form-state';
import {
  choiceLabels,
  comparatorLabels,
  explainIndicatorProblem,
  indicatorLabels,
  type IndicatorProblem
} from '#modules/indicators';
import type { Command, CommonProblem } from '#platform/command';
import type { RequestEvent } from '@sveltejs/kit';
import { submitBeside } from '../beside-fields.server.ts';

const labels: Readonly<Record<string, string>> = {
  ...comparatorLabels,
  ...choiceLabels,
  ...indicatorLabels
};
const words = {
  explain: explainIndicatorProblem,
  fieldOf: {
    'no-figure-then': 'baselinePeriod',
    'areas-unlike': 'areas',
    'group-name-taken': 'name'
  },
  nameOf: (field: string) => labels[field.split('.')[0] ?? field] ?? field
};

/** Sends a form to a command of indicators; personal details come back beside the fields in which they were seen. */
export function submitIndicator<Value, Problem extends IndicatorProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Readonly<Record<string, unknown>> = {}
) {
  return submitBeside<Value, IndicatorProblem, Problem>(event, command, values, words, input);
}
