import * as v from 'valibot';
import type { Result } from '#core/result';
import { idOf, readShape, repeatedIds, sentence, unknownIds, unless } from './reading.ts';
import { confidences, strengths, type Confidence, type Strength } from './scales.ts';
import type { AgeId, FactorId, OutcomeId, PackProblem, Spine } from './types.ts';

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
