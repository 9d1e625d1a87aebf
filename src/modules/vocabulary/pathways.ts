import * as v from 'valibot';
import type { Result } from '#core/result';
import { idOf, readShape, repeatedIds, sentence, unknownIds, unless } from './reading.ts';
import type { FactorId, OutcomeId, PackProblem, Spine } from './types.ts';

const slug = idOf<string>();

const pathwayEnd = v.variant('kind', [
  v.strictObject({ kind: v.literal('factor'), id: idOf<FactorId>() }),
  v.strictObject({ kind: v.literal('outcome'), id: idOf<OutcomeId>() }),
  v.strictObject({ kind: v.literal('every-primary-outcome') })
]);

const pathwaysSchema = v.strictObject({
  banner: sentence,
  signNote: sentence,
  pathways: v.array(v.strictObject({ id: slug, title: sentence })),
  links: v.array(
    v.strictObject({
      pathway: slug,
      from: pathwayEnd,
      to: pathwayEnd,
      effect: v.picklist(['raises', 'lowers']),
      basis: v.picklist(['toolkit-text', 'literature-read', 'inference', 'general-knowledge']),
      note: sentence,
      confidence: v.picklist(['high', 'medium', 'low'])
    })
  )
});

/** How factors act on each other and on outcomes, link by link. */
export type Pathways = v.InferOutput<typeof pathwaysSchema>;
export type PathwayLink = Pathways['links'][number];
export type PathwayEnd = PathwayLink['from'];

/** Reads the pathways. Refuses another shape, and a link to a factor, outcome or pathway nobody named. */
export function readPathways(
  json: unknown,
  spine: Spine,
  file = 'pathways.json'
): Result<Pathways, readonly PackProblem[]> {
  const shape = readShape(pathwaysSchema, json, file);
  if (!shape.ok) return shape;
  const { links, pathways } = shape.value;
  const ends = links.flatMap((link, index) => [
    { path: `links.${index}.from`, end: link.from },
    { path: `links.${index}.to`, end: link.to }
  ]);
  const idsOf = (kind: 'factor' | 'outcome') =>
    ends.flatMap(({ path, end }) => (end.kind === kind ? [{ path, id: end.id }] : []));
  const problems = [
    ...repeatedIds(file, 'pathways', pathways),
    ...unknownIds(
      file,
      pathways.map((each) => each.id),
      links.map((link, index) => ({ path: `links.${index}.pathway`, id: link.pathway }))
    ),
    ...unknownIds(
      file,
      spine.factors.map((each) => each.id),
      idsOf('factor')
    ),
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      idsOf('outcome')
    )
  ];
  return unless(problems, shape.value);
}
