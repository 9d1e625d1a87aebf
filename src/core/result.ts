/**
 * The answer of anything that may go wrong in an expected way.
 * A problem is data: a union on `kind`, carrying what is needed to explain it, and no sentence.
 */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export function ok(): Result<undefined, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

export function err<const Problem>(error: Problem): Result<never, Problem> {
  return { ok: false, error };
}
