import type { FormState, FormValues } from '#core/form-state';
import type { CommonProblem, Query } from '#platform/command';
import type { Cells } from '#platform/spreadsheet.server';
import { error, fail, type RequestEvent } from '@sveltejs/kit';

/** What pages have in common that show what pasted or sent rows would change before anything is saved. */

/** The form again with what is wrong: beside its fields, and row by row. */
export function refusedRows(
  values: FormValues,
  errors: Record<string, string>,
  rows: readonly string[] = []
) {
  const state: FormState = { values, errors };
  return fail(400, { ...state, rows, preview: null });
}

const mostProblemsShown = 20;

/** Asks what `cells` would change. A problem comes back as the form again, wrong rows named one by one. */
export async function previewOf<Value, Problem extends { readonly kind: string }>(
  event: Pick<RequestEvent, 'locals'>,
  query: Query<Value, Problem>,
  sent: {
    readonly values: FormValues;
    readonly cells: Cells;
    readonly field: 'pasted' | 'file';
    readonly input?: Readonly<Record<string, unknown>>;
  },
  words: {
    readonly explain: (problem: Exclude<Problem, CommonProblem>) => string;
    /** A sentence for each wrong row; none where the problem is of the whole. */
    readonly rows: (problem: Exclude<Problem, CommonProblem>) => readonly string[];
  }
): Promise<{ ok: true; value: Value } | { ok: false; failure: ReturnType<typeof refusedRows> }> {
  const { person, place, world } = event.locals;
  if (person === null || place === null) error(404, { message: 'We could not find that page.' });
  const { values, cells, field, input } = sent;
  const answer = await query.run({ personId: person.id }, place.id, { ...input, cells }, world);
  if (answer.ok) return answer;
  const problem = answer.error;
  if (problem.kind === 'not-found') error(404, { message: 'We could not find that page.' });
  if (problem.kind === 'not-allowed')
    error(403, { message: 'Your role here does not let you do this.' });
  if (problem.kind === 'invalid-input') {
    const failure = refusedRows(values, { [field]: 'This cannot be read as rows of cells.' });
    return { ok: false, failure };
  }
  const own = problem as Exclude<Problem, CommonProblem>; // the common kinds have left above
  const rows = words.rows(own);
  const sentence =
    rows.length === 0
      ? words.explain(own)
      : `${countedRows(rows.length)} cannot be read, so nothing was saved. Mend them and look again.`;
  return {
    ok: false,
    failure: refusedRows(values, { [field]: sentence }, rows.slice(0, mostProblemsShown))
  };
}

function countedRows(count: number): string {
  if (count === 1) return 'One row';
  return `${count >= 100 ? '100 or more' : count} rows`;
}
