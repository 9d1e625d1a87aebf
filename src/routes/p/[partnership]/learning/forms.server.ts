import { listsOf, type FormState, type FormValues } from '#core/form-state';
import { explainLearningProblem, type LearningProblem } from '#modules/learning';
import type { Command, CommonProblem } from '#platform/command';
import { submit } from '#web/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';

/** Sends a form to a command of learning. A problem comes back beside the field that it belongs to. */
export function submitForm<Value, Problem extends LearningProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  const lists = ['predictions'];
  return submit(event, command, {
    values,
    input: { ...listsOf(values, lists), ...input },
    // The common kinds are dealt with before.
    explain: (problem) => explainLearningProblem(problem as LearningProblem)
  });
}
