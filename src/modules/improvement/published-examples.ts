import { ok, type Result } from '#core/result';
import type { PackProblem, Spine } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

const examplesSchema = v.object({
  note: words,
  examples: v.array(
    v.strictObject({
      id: words,
      kind: v.picklist(['stretch-aim', 'test-of-change', 'improvement-project']),
      title: words,
      place: words,
      aim: words,
      measure: words,
      baseline: v.nullable(words),
      result: v.nullable(words),
      sources: v.pipe(v.array(v.pipe(v.string(), v.url())), v.minLength(1)),
      factors: v.array(v.strictObject({ factor: words, reason: words })),
      outcomes: v.array(v.strictObject({ outcome: words, reason: words })),
      note: v.nullable(words)
    })
  ),
  ramps: v.array(
    v.strictObject({
      source: v.pipe(v.string(), v.url()),
      title: words,
      cycles: v.array(v.strictObject({ cycle: v.number(), what: words })),
      note: words
    })
  )
});

/** Improvement work told by publications, as far as they could be read. */
export type PublishedExamples = v.InferOutput<typeof examplesSchema>;

/** Reads it. Refuses another shape, and a factor or outcome outside the spine. */
export function readPublishedExamples(
  json: unknown,
  spine: Spine,
  file = 'examples.json'
): Result<PublishedExamples, readonly PackProblem[]> {
  const answer = v.safeParse(examplesSchema, json);
  if (!answer.success) {
    return {
      ok: false,
      error: answer.issues.map((issue) => ({
        kind: 'wrong-shape',
        file,
        path: v.getDotPath(issue) ?? '',
        expected: issue.message
      }))
    };
  }
  const factors = new Set<string>(spine.factors.map(({ id }) => id));
  const outcomes = new Set<string>(spine.outcomes.map(({ id }) => id));
  const unknown = answer.output.examples.flatMap((example, index) => [
    ...example.factors
      .filter(({ factor }) => !factors.has(factor))
      .map(({ factor }) => ({ path: `examples.${index}.factors`, id: factor })),
    ...example.outcomes
      .filter(({ outcome }) => !outcomes.has(outcome))
      .map(({ outcome }) => ({ path: `examples.${index}.outcomes`, id: outcome }))
  ]);
  if (unknown.length === 0) return ok(answer.output);
  return { ok: false, error: unknown.map((one) => ({ kind: 'unknown-id', file, ...one })) };
}
