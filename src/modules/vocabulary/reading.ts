import * as v from 'valibot';
import { err, ok, type Result } from '#core/result';
import type { PackProblem } from './types.ts';

/** Lower-case words joined by hyphens, the only form of id in content. */
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const idText = v.pipe(v.string(), v.regex(kebab, 'an id in lower case with hyphens'));

/**
 * A schema for an id of one kind. The brand is given here, where the text has been checked to be an
 * id; that it names something that exists is checked by the reader (see `unknownIds`).
 */
export function idOf<Id extends string>() {
  // Checked to be kebab case on the line before; brands have no form at run time.
  return v.pipe(
    idText,
    v.transform((text) => text as Id)
  );
}

/** Text with something in it, without space at either end. */
export const sentence = v.pipe(
  v.string(),
  v.minLength(1, 'text with something in it'),
  v.check((text) => text === text.trim(), 'text without space at either end')
);

/** A day that exists, as `2026-11-21`. */
export const isoDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as 2026-11-21'),
  v.check((text) => {
    const moment = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
  }, 'a day that exists')
);

/** A month, as `2018-04`. */
export const isoMonth = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as 2018-04')
);

/** A public web address. */
export const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'a web address'));

/** Where in its source a record comes from. */
export const citation = v.strictObject({ document: sentence, section: sentence });
export type Citation = v.InferOutput<typeof citation>;

/**
 * Checks one file's parsed JSON against its schema and hands on what it holds, or every problem found,
 * each with its file and place.
 */
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

/** A problem for every id that is not among `known`. */
export function unknownIds(
  file: string,
  known: Iterable<string>,
  used: Iterable<{ readonly path: string; readonly id: string }>
): PackProblem[] {
  const all = new Set(known);
  const problems: PackProblem[] = [];
  for (const { path, id } of used) {
    if (!all.has(id)) problems.push({ kind: 'unknown-id', file, path, id });
  }
  return problems;
}

/** A problem for every id that stands twice in the list found at `path`. */
export function repeatedIds(
  file: string,
  path: string,
  list: readonly { readonly id: string }[]
): PackProblem[] {
  const seen = new Set<string>();
  const problems: PackProblem[] = [];
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) problems.push({ kind: 'repeated-id', file, path: `${path}.${index}`, id });
    seen.add(id);
  }
  return problems;
}

/** The value when there is no problem, else the problems. */
export function unless<Value>(
  problems: readonly PackProblem[],
  value: Value
): Result<Value, readonly PackProblem[]> {
  return problems.length === 0 ? ok(value) : err(problems);
}
