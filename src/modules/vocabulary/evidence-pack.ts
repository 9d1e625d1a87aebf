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
import type { AgeId, FactorId, OutcomeId, PackProblem, Spine } from './types.ts';

/** How strongly a factor bears on an outcome at an age. `unknown` is never zero and never `no-link`. */
export const strengths = ['critical', 'strong', 'moderate', 'no-link', 'unknown'] as const;
export type Strength = (typeof strengths)[number];

/** How sure we are of a value. `none`: there is nothing to go on. */
export const confidences = ['high', 'medium', 'low', 'none'] as const;
export type Confidence = (typeof confidences)[number];

/** How secure the evidence is that a factor can be improved. `unknown` is not `none`. */
export const securities = ['strong', 'mixed', 'none', 'unknown'] as const;
export type Security = (typeof securities)[number];

const slug = idOf<string>();
const confidence = v.picklist(confidences);

const matrixSchema = v.strictObject({
  document: sentence,
  banner: sentence,
  doubts: v.array(sentence),
  scale: v.strictObject({
    critical: sentence,
    strong: sentence,
    moderate: sentence,
    'no-link': sentence,
    unknown: sentence
  }),
  confidenceScale: v.strictObject({
    high: sentence,
    medium: sentence,
    low: sentence,
    none: sentence
  }),
  reasons: v.array(v.strictObject({ id: slug, text: sentence })),
  pages: v.array(
    v.strictObject({
      page: v.number(),
      outcome: idOf<OutcomeId>(),
      age: idOf<AgeId>(),
      section: sentence
    })
  ),
  cells: v.array(
    v.strictObject({
      outcome: idOf<OutcomeId>(),
      age: idOf<AgeId>(),
      factor: idOf<FactorId>(),
      strength: v.picklist(strengths),
      confidence,
      reason: slug,
      page: v.number()
    })
  )
});

/** What the evidence says of one factor for one outcome at one age, with its doubt and its source. */
export interface MatrixCell {
  readonly outcome: OutcomeId;
  readonly age: AgeId;
  readonly factor: FactorId;
  readonly strength: Strength;
  readonly confidence: Confidence;
  /** Why we are as sure as we are, in a sentence. Always present. */
  readonly reason: string;
  readonly source: { readonly document: string; readonly section: string };
}

/** The evidence of what matters: one cell for every outcome, age and factor, and what to say above it. */
export interface EvidenceMatrix {
  readonly document: string;
  readonly banner: string;
  readonly doubts: readonly string[];
  readonly scale: Readonly<Record<Strength, string>>;
  readonly confidenceScale: Readonly<Record<Confidence, string>>;
  readonly cells: readonly MatrixCell[];
}

/**
 * Reads an evidence matrix against the spine it speaks of.
 *
 * Refuses: another shape; an outcome, age, factor, reason or page nobody named; a cell given twice; a
 * cell left out (every primary outcome, age and factor must be spoken of, if only as unknown); an
 * unknown strength held with any confidence.
 */
export function readMatrix(
  json: unknown,
  spine: Spine,
  file = 'matrix.json'
): Result<EvidenceMatrix, readonly PackProblem[]> {
  const shape = readShape(matrixSchema, json, file);
  if (!shape.ok) return shape;
  const { reasons, pages, cells, ...head } = shape.value;
  const reasonText = new Map(reasons.map((each) => [each.id, each.text]));
  const section = new Map(pages.map((each) => [each.page, each.section]));
  const problems: PackProblem[] = [...repeatedIds(file, 'reasons', reasons)];
  const read: MatrixCell[] = [];
  const seen = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const path = `cells.${index}`;
    const key = `${cell.outcome}/${cell.age}/${cell.factor}`;
    if (seen.has(key)) problems.push({ kind: 'repeated-id', file, path, id: key });
    seen.add(key);
    if (cell.strength === 'unknown' && cell.confidence !== 'none') {
      problems.push({
        kind: 'wrong-shape',
        file,
        path: `${path}.confidence`,
        expected: 'none for an unknown strength'
      });
    }
    const reason = reasonText.get(cell.reason);
    const place = section.get(cell.page);
    if (reason === undefined) {
      problems.push({ kind: 'unknown-id', file, path: `${path}.reason`, id: cell.reason });
    } else if (place === undefined) {
      problems.push({ kind: 'unknown-id', file, path: `${path}.page`, id: String(cell.page) });
    } else {
      const { page: _page, ...rest } = cell;
      read.push({ ...rest, reason, source: { document: head.document, section: place } });
    }
  }
  problems.push(
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      cells.map((cell, index) => ({ path: `cells.${index}.outcome`, id: cell.outcome }))
    ),
    ...unknownIds(
      file,
      spine.ages.map((each) => each.id),
      cells.map((cell, index) => ({ path: `cells.${index}.age`, id: cell.age }))
    ),
    ...unknownIds(
      file,
      spine.factors.map((each) => each.id),
      cells.map((cell, index) => ({ path: `cells.${index}.factor`, id: cell.factor }))
    )
  );
  for (const outcome of spine.outcomes) {
    if (outcome.kind !== 'primary') continue;
    for (const age of spine.ages) {
      for (const factor of spine.factors) {
        const id = `${outcome.id}/${age.id}/${factor.id}`;
        if (!seen.has(id)) problems.push({ kind: 'missing-entry', file, path: 'cells', id });
      }
    }
  }
  return unless(problems, { ...head, cells: read });
}

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
