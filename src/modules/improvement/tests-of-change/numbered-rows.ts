import type { FormValues } from '#core/form-state';
import type { RecordProblem } from '#modules/records';
import type { Test } from '../types.ts';

/** Predictions and results as a form sends them, for the second of two editors. */

export function predictionsAsSent({ predictions }: Test): FormValues {
  return Object.fromEntries(
    predictions.flatMap(({ question, prediction }, index) => [
      [`predictions.${index}.question`, question],
      [`predictions.${index}.prediction`, prediction]
    ])
  );
}

export function resultsAsSent({ predictions }: Test): FormValues {
  return Object.fromEntries(
    predictions.map(({ result }, index) => [`results.${index}.result`, result ?? ''])
  );
}

type Refusal = RecordProblem | { readonly kind: 'not-found' };

type Refused = { readonly ok: false; readonly error: Refusal };

/** What the second of two editors is told, with the numbered rows of the form as they are stored. */
export function withRows({ error }: Refused, rows: FormValues): Refused {
  if (error.kind !== 'changed-meanwhile') return { ok: false, error };
  return { ok: false, error: { ...error, theirs: { ...error.theirs, ...rows } } };
}
