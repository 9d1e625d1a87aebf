import type { FormValues } from '#core/form-state';
import { explainIndicatorProblem, type IndicatorProblem } from '#modules/indicators';
import type { Command, CommonProblem } from '#platform/command';
import type { RequestEvent } from '@sveltejs/kit';
import { submitBeside } from '../beside-fields.server.ts';

const words = {
  explain: explainIndicatorProblem,
  fieldOf: {
    'no-figure-then': 'baselinePeriod',
    'areas-unlike': 'areas',
    'group-name-taken': 'name'
  }
};

/** Sends a form to a command of indicators. */
export function submitIndicator<Value, Problem extends IndicatorProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Readonly<Record<string, unknown>> = {}
) {
  return submitBeside<Value, IndicatorProblem, Problem>(event, command, values, words, input);
}
