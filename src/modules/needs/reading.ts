import { err, ok, type Result } from '#core/result';
import type { PackProblem } from '#modules/vocabulary';
import * as v from 'valibot';

/** Content checked against its schema, or every problem with its place. */
export function readShape<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  file: string
): Result<v.InferOutput<Schema>, readonly PackProblem[]> {
  const answer = v.safeParse(schema, json);
  if (answer.success) return ok(answer.output);
  return err(
    answer.issues.map((issue) => ({
      kind: 'wrong-shape' as const,
      file,
      path: v.getDotPath(issue) ?? '',
      expected: issue.message
    }))
  );
}

/** A problem for every id that stands twice in a list. */
export function repeatedIds(
  file: string,
  path: string,
  list: readonly { readonly id: string }[]
): PackProblem[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index
      ? []
      : [{ kind: 'repeated-id' as const, file, path: `${path}.${index}`, id }]
  );
}

/** A problem for every id that is not among those known. */
export function unknownIds(
  file: string,
  known: ReadonlySet<string>,
  used: readonly { readonly path: string; readonly id: string }[]
): PackProblem[] {
  return used
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) => ({ kind: 'unknown-id' as const, file, path, id }));
}
