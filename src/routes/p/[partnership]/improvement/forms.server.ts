import type { FormState, FormValues } from '#core/form-state';
import { viewPlan } from '#modules/delivery/server';
import {
  explainImprovementProblem,
  fieldErrors,
  type ImprovementProblem
} from '#modules/improvement';
import type { Command, CommonProblem } from '#platform/command';
import { ask, submit } from '#platform/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';

/** What the forms of improvement have in common. */

type Event = Pick<RequestEvent, 'locals' | 'cookies'>;

/**
 * Sends a form to a command of improvement. Numbered fields (`predictions.0.prediction`) travel as lists.
 * A problem comes back beside the field that it belongs to.
 */
export async function submitForm<Value, Problem extends ImprovementProblem | CommonProblem>(
  event: Event,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  let beside: Record<string, string> = {};
  const answer = await submit(event, command, {
    values,
    input: { ...withLists(values), ...input },
    explain(problem) {
      const own = problem as ImprovementProblem; // the common kinds are dealt with before
      beside = fieldErrors(own);
      return explainImprovementProblem(own);
    }
  });
  if (!answer.ok && Object.keys(beside).length > 0) {
    answer.failure.data.errors = beside;
    delete answer.failure.data.formError;
  }
  return answer;
}

/** Puts `predictions.0.prediction` and its like into lists of records. */
export function withLists(values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const lists = new Map<string, Record<string, string>[]>();
  for (const [name, value] of Object.entries(values)) {
    const numbered = /^(predictions|results)\.(\d{1,2})\.([a-z]+)$/.exec(name);
    if (numbered === null) {
      input[name] = value;
      continue;
    }
    const [, list = '', index = '', part = ''] = numbered;
    const records = lists.get(list) ?? [];
    records[Number(index)] = {
      ...records[Number(index)],
      [part]: typeof value === 'string' ? value : (value[0] ?? '')
    };
    lists.set(list, records);
  }
  for (const [list, records] of lists) input[list] = Array.from(records, (record) => record ?? {});
  return input;
}

/** The actions of the plan that a project may belong to. */
export async function planActions(event: Event): Promise<{ value: string; label: string }[]> {
  const { actions } = await ask(event, viewPlan);
  return actions.map(({ id, title }) => ({ value: id, label: title }));
}
