import * as v from 'valibot';
import type { Result } from '#core/result';
import {
  idOf,
  readShape,
  repeatedIds,
  sentence,
  unknownIds,
  unless,
  webAddress
} from './reading.ts';
import { confidences, securities } from './scales.ts';
import type { FactorId, OutcomeId, PackProblem, Spine } from './types.ts';

const slug = idOf<string>();
const confidence = v.picklist(confidences);

const whatWorksSchema = v.strictObject({
  banner: sentence,
  scale: v.strictObject({ strong: sentence, mixed: sentence, none: sentence, unknown: sentence }),
  factors: v.array(
    v.strictObject({
      factor: idOf<FactorId>(),
      security: v.picklist(securities),
      confidence,
      /** What the rating rests on. */
      basis: sentence,
      /** How the matrix compares with other literature. */
      checkAgainstLiterature: sentence
    })
  ),
  sources: v.array(
    v.strictObject({
      id: slug,
      title: sentence,
      publisher: sentence,
      kind: v.picklist(['approach', 'programme', 'review', 'study']),
      /** The year or month in which the rating held, as 2018 or 2018-06; `null` when no date was seen. */
      asOf: v.nullable(
        v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a year or a month'))
      ),
      link: webAddress,
      /** Whether we read the publisher's page, a copy of it, or only an account of it. */
      readAs: v.picklist(['read', 'copy', 'secondary']),
      summary: sentence,
      rating: v.strictObject({
        /** Months of extra progress in a year, as the Education Endowment Foundation counts them. */
        monthsOfProgress: v.nullable(v.number()),
        evidence: v.nullable(sentence),
        cost: v.nullable(sentence),
        /** Level in the Early Intervention Foundation's guidebook, such as 3+. */
        level: v.nullable(v.picklist(['2', '2+', '3', '3+', '4', '4+']))
      }),
      factors: v.pipe(
        v.array(v.strictObject({ factor: idOf<FactorId>(), reason: sentence })),
        v.minLength(1)
      ),
      outcomes: v.array(idOf<OutcomeId>()),
      note: v.nullable(sentence)
    })
  )
});

/** The evidence of what works: how secure it is for each factor, and the dated sources behind it. */
export type WhatWorks = v.InferOutput<typeof whatWorksSchema>;
export type WhatWorksSource = WhatWorks['sources'][number];

/**
 * Reads the evidence of what works. Refuses another shape, an unknown or repeated factor, a factor of
 * the spine that is left out, and an unknown security held with any confidence.
 */
export function readWhatWorks(
  json: unknown,
  spine: Spine,
  file = 'what-works.json'
): Result<WhatWorks, readonly PackProblem[]> {
  const shape = readShape(whatWorksSchema, json, file);
  if (!shape.ok) return shape;
  const { factors, sources } = shape.value;
  const known = spine.factors.map((each) => each.id);
  const given = new Set<string>(factors.map((each) => each.factor));
  const problems: PackProblem[] = [
    ...repeatedIds(
      file,
      'factors',
      factors.map((each) => ({ id: each.factor }))
    ),
    ...repeatedIds(file, 'sources', sources),
    ...unknownIds(
      file,
      known,
      factors.map((each, index) => ({ path: `factors.${index}.factor`, id: each.factor }))
    ),
    ...unknownIds(
      file,
      known,
      sources.flatMap((source, index) =>
        source.factors.map((tie) => ({ path: `sources.${index}.factors`, id: tie.factor }))
      )
    ),
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      sources.flatMap((source, index) =>
        source.outcomes.map((id) => ({ path: `sources.${index}.outcomes`, id }))
      )
    )
  ];
  for (const id of known) {
    if (!given.has(id)) problems.push({ kind: 'missing-entry', file, path: 'factors', id });
  }
  for (const [index, each] of factors.entries()) {
    if (each.security === 'unknown' && each.confidence !== 'none') {
      problems.push({
        kind: 'wrong-shape',
        file,
        path: `factors.${index}.confidence`,
        expected: 'none for an unknown security'
      });
    }
  }
  return unless(problems, shape.value);
}
