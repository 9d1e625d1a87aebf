import type { FormState, FormValues } from '#core/form-state';
import { charterFieldErrors, explainCharterProblem, type CharterProblem } from '#modules/charter';
import type { Command, CommonProblem } from '#platform/command';
import { submit } from '#web/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';

/** Sends a form to a command of charters. A problem comes back beside the field that it belongs to. */
export async function submitToCharter<Value, Problem extends CharterProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  return submit(event, command, {
    values,
    input: { ...values, ...input },
    // The common kinds are dealt with before.
    beside: (problem) => charterFieldErrors(problem as CharterProblem),
    explain: (problem) => explainCharterProblem(problem as CharterProblem)
  });
}

/** Where the charter of a project stands. */
export const charterOf = (params: { partnership: string; project: string }): string =>
  `/p/${params.partnership}/improvement/${params.project}/charter`;
