import { err, ok, type Result } from '#core/result';
import * as v from 'valibot';
import type { ProgressStep } from './types.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const schema = v.strictObject({
  steps: v.array(
    v.strictObject({
      score: v.pipe(v.number(), v.minValue(0.5), v.maxValue(5), v.multipleOf(0.5)),
      title: words,
      means: words
    })
  )
});

export type ScaleProblem = { readonly kind: 'not-a-scale' };

/** The steps of a scale of progress. Refuses another shape, and steps that are not all ten in order. */
export function readScale(json: unknown): Result<readonly ProgressStep[], ScaleProblem> {
  const read = v.safeParse(schema, json);
  const isWhole =
    read.success &&
    read.output.steps.length === 10 &&
    read.output.steps.every(({ score }, index) => score === (index + 1) / 2);
  return isWhole ? ok(read.output.steps) : err({ kind: 'not-a-scale' });
}
