import { listsOf, type FormState, type FormValues } from '#core/form-state';
import { viewPlan } from '#modules/delivery/server';
import { driverFieldErrors, explainDriverProblem, type DriverProblem } from '#modules/drivers';
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
  return submit(event, command, {
    values,
    input: { ...listsOf(values, ['predictions', 'results']), ...input },
    // The common kinds are dealt with before.
    beside: (problem) => fieldErrors(problem as ImprovementProblem),
    explain: (problem) => explainImprovementProblem(problem as ImprovementProblem)
  });
}

/** Sends a form to a command of driver diagrams. */
export async function submitToDiagram<Value, Problem extends DriverProblem | CommonProblem>(
  event: Event,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  return submit(event, command, {
    values,
    input: { ...values, ...input },
    // The common kinds are dealt with before.
    beside: (problem) => driverFieldErrors(problem as DriverProblem),
    explain: (problem) => explainDriverProblem(problem as DriverProblem)
  });
}

/** The actions of the plan that a project may belong to. */
export async function planActions(event: Event): Promise<{ value: string; label: string }[]> {
  const { actions } = await ask(event, viewPlan);
  return actions.map(({ id, title }) => ({ value: id, label: title }));
}
