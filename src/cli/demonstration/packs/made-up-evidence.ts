import { isDate } from '#core/dates';
import { err, type Result } from '#core/result';
import { linkEffects, ownConfidences } from '#modules/evidence';
import { type PackProblem, readShape, type Spine } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));

const evidenceSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  insights: v.array(
    v.strictObject({
      /** The day on which it was entered. */
      notedOn: day,
      factor: words,
      outcome: v.string(),
      noticed: words,
      noticedWhere: v.string(),
      noticedOn: day,
      noticedBy: words,
      archivedOn: v.nullable(day)
    })
  ),
  links: v.array(
    v.strictObject({
      addedOn: day,
      from: words,
      to: words,
      effect: v.picklist(linkEffects),
      confidence: v.picklist(ownConfidences),
      reason: words,
      source: words,
      datedOn: day
    })
  )
});

/** What the made-up place noticed, and the links it drew itself. */
export type MadeUpEvidence = v.InferOutput<typeof evidenceSchema>;

/** Reads it. Refuses another shape, and a factor or outcome that the spine does not name. */
export function readMadeUpEvidence(
  json: unknown,
  spine: Spine,
  file = 'evidence.json'
): Result<MadeUpEvidence, readonly PackProblem[]> {
  const shape = readShape(evidenceSchema, json, file);
  if (!shape.ok) return shape;
  const { insights, links } = shape.value;
  const factors = new Set<string>(spine.factors.map((each) => each.id));
  const outcomes = new Set<string>(['', ...spine.outcomes.map((each) => each.id)]);
  const ends = new Set([
    'every-primary-outcome',
    ...spine.factors.map((each) => `factor/${each.id}`),
    ...spine.outcomes.map((each) => `outcome/${each.id}`)
  ]);
  const check = (known: ReadonlySet<string>, path: string, id: string): PackProblem[] =>
    known.has(id) ? [] : [{ kind: 'unknown-id', file, path, id }];
  const problems = [
    ...insights.flatMap((one, index) => [
      ...check(factors, `insights.${index}.factor`, one.factor),
      ...check(outcomes, `insights.${index}.outcome`, one.outcome)
    ]),
    ...links.flatMap((one, index) => [
      ...check(factors, `links.${index}.from`, one.from),
      ...check(ends, `links.${index}.to`, one.to)
    ])
  ];
  return problems.length === 0 ? shape : err(problems);
}
