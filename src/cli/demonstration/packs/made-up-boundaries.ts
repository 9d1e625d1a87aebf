import { boundaryKinds, scopes } from '#modules/boundaries';
import { type PackProblem, readShape } from '#modules/vocabulary';
import { err, type Result } from '#core/result';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

const boundariesSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  /** The day on which they were drafted; each was agreed later, or is a draft still. */
  draftedOn: words,
  outlineSource: words,
  boundaries: v.array(
    v.strictObject({
      id: words,
      kind: v.picklist(boundaryKinds),
      title: words,
      description: v.string(),
      areas: v.array(words),
      ring: v.nullable(v.array(v.tuple([v.number(), v.number()]))),
      heldBy: v.string(),
      scope: v.picklist(scopes),
      reason: v.string(),
      agreedOn: v.nullable(words)
    })
  ),
  working: v.strictObject({
    title: words,
    boundaries: v.array(words),
    note: v.string(),
    families: v.string(),
    partners: v.string(),
    agreedOn: words
  })
});

/** The boundaries of a made-up place, of every kind, and the one that it works by. */
export type MadeUpBoundaries = v.InferOutput<typeof boundariesSchema>;

/** Reads them. Refuses another shape, and a working boundary made of what is not there. */
export function readMadeUpBoundaries(
  json: unknown,
  file = 'boundaries.json'
): Result<MadeUpBoundaries, readonly PackProblem[]> {
  const read = readShape(boundariesSchema, json, file);
  if (!read.ok) return read;
  const ids = read.value.boundaries.map(({ id }) => id);
  const unknown = read.value.working.boundaries.filter((id) => !ids.includes(id));
  return unknown.length === 0
    ? read
    : err(
        unknown.map((id) => ({ kind: 'unknown-id', file, path: 'working.boundaries', id }) as const)
      );
}
