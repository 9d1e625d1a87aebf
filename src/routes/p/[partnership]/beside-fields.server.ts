import type { FormState, FormValues } from '#core/form-state';
import type { Command, CommonProblem } from '#platform/command';
import { submit } from '#web/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';

/**
 * Sends a form to a command and brings each problem back beside the field that it belongs to.
 * `words.fieldOf` names the field of a problem, where it has one.
 */
export async function submitBeside<
  Value,
  Own extends { readonly kind: string },
  Problem extends Own | CommonProblem
>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  words: {
    readonly explain: (problem: Own) => string;
    readonly fieldOf: Readonly<Partial<Record<string, string>>>;
  },
  input: Readonly<Record<string, unknown>> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  return submit(event, command, {
    values,
    input: { ...values, ...input },
    explain(given) {
      const problem = given as unknown as Own; // the common kinds are dealt with before
      const sentence = words.explain(problem);
      const field = words.fieldOf[problem.kind];
      return field === undefined ? sentence : { field, sentence };
    }
  });
}
