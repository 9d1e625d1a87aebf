import * as v from 'valibot';
import type { Result } from '#core/result';
import {
  type FactorId,
  idOf,
  type IndicatorCatalogue,
  type OpenIndicatorId,
  type PackProblem,
  type Place,
  readShape,
  repeatedIds,
  sentence,
  type Spine,
  unknownIds,
  unless,
  webAddress
} from '#modules/vocabulary';
import { factorTie, outcomeTie, placeRecord } from './records.ts';

const slug = idOf<string>();
const areaCode = v.pipe(v.string(), v.regex(/^[A-Z]\d{8}$/, 'a code of an area'));

const openPlaceSchema = v.strictObject({
  note: sentence,
  place: placeRecord,
  comparators: v.strictObject({
    nation: areaCode,
    region: areaCode,
    neighboursSet: slug,
    note: sentence
  }),
  indicators: v.array(v.strictObject({ indicator: idOf<OpenIndicatorId>(), why: sentence })),
  wardIndicators: v.array(idOf<OpenIndicatorId>()),
  services: v.strictObject({
    set: slug,
    file: sentence,
    categories: v.array(
      v.strictObject({
        category: sentence,
        /** The category exactly as the data writes it. */
        match: sentence,
        tag: sentence,
        organisation: v.nullable(sentence),
        /** Empty when no factor can fairly be named; the note then says why. */
        factors: v.array(factorTie),
        note: v.nullable(sentence)
      })
    )
  }),
  sets: v.array(slug)
});

/** A place shown through open data alone: which figures and places to show, and how they are tied. */
export type OpenPlace = v.InferOutput<typeof openPlaceSchema>;

/**
 * Reads a place shown through open data. Refuses another shape, an indicator or factor nobody named, a
 * category ruled twice, and a category left untied without a note saying why.
 */
export function readOpenPlace(
  json: unknown,
  spine: Spine,
  catalogue: IndicatorCatalogue,
  file = 'trafford.json'
): Result<OpenPlace, readonly PackProblem[]> {
  const shape = readShape(openPlaceSchema, json, file);
  if (!shape.ok) return shape;
  const { indicators, wardIndicators, services } = shape.value;
  const problems: PackProblem[] = [
    ...unknownIds(
      file,
      catalogue.indicators.map((each) => each.id),
      [...indicators.map((each) => each.indicator), ...wardIndicators].map((id) => ({
        path: 'indicators',
        id
      }))
    ),
    ...repeatedIds(
      file,
      'services.categories',
      services.categories.map((each) => ({ id: each.match }))
    ),
    ...unknownIds(
      file,
      spine.factors.map((each) => each.id),
      services.categories.flatMap((each, index) =>
        each.factors.map((tie) => ({ path: `services.categories.${index}`, id: tie.factor }))
      )
    )
  ];
  for (const [index, each] of services.categories.entries()) {
    if (each.factors.length === 0 && each.note === null) {
      problems.push({
        kind: 'missing-entry',
        file,
        path: `services.categories.${index}.note`,
        id: 'why it is untied'
      });
    }
  }
  return unless(problems, shape.value);
}

/** A public place with the factors that its category is tied to. */
export type TiedPlace = Place & {
  readonly tag: string;
  readonly factors: readonly { readonly factor: FactorId; readonly reason: string }[];
};

/**
 * Ties public places to factors by the rules of their categories.
 * Refuses: a place whose category has no rule, named by the place.
 */
export function tiePlaces(
  places: readonly Place[],
  rules: OpenPlace['services']['categories'],
  file = 'places.csv'
): Result<readonly TiedPlace[], readonly PackProblem[]> {
  const byMatch = new Map(rules.map((rule) => [rule.match, rule]));
  const problems = unknownIds(
    file,
    byMatch.keys(),
    places.map((place, index) => ({ path: `row.${index}.category`, id: place.category }))
  );
  const tied = places.flatMap((place) => {
    const rule = byMatch.get(place.category);
    return rule === undefined ? [] : [{ ...place, tag: rule.tag, factors: rule.factors }];
  });
  return unless(problems, tied);
}

const examplesSchema = v.strictObject({
  note: sentence,
  examples: v.array(
    v.strictObject({
      id: slug,
      kind: v.picklist(['stretch-aim', 'test-of-change', 'improvement-project']),
      title: sentence,
      place: sentence,
      aim: sentence,
      measure: sentence,
      /** As reported; `null` when the pages read give none. */
      baseline: v.nullable(sentence),
      result: v.nullable(sentence),
      sources: v.pipe(v.array(webAddress), v.minLength(1)),
      factors: v.array(factorTie),
      outcomes: v.array(outcomeTie),
      note: v.nullable(sentence)
    })
  ),
  /** Cycles of one change, as far as the publication tells of them: a ramp may begin with its third. */
  ramps: v.array(
    v.strictObject({
      source: webAddress,
      title: sentence,
      cycles: v.array(v.strictObject({ cycle: v.number(), what: sentence })),
      note: sentence
    })
  )
});

/** Published improvement work, cited. */
export type ImprovementExamples = v.InferOutput<typeof examplesSchema>;

/** Reads published examples. Refuses another shape, repeated ids, and factors or outcomes nobody named. */
export function readImprovementExamples(
  json: unknown,
  spine: Spine,
  file = 'examples.json'
): Result<ImprovementExamples, readonly PackProblem[]> {
  const shape = readShape(examplesSchema, json, file);
  if (!shape.ok) return shape;
  const { examples } = shape.value;
  const problems = [
    ...repeatedIds(file, 'examples', examples),
    ...unknownIds(
      file,
      spine.factors.map((each) => each.id),
      examples.flatMap((each, index) =>
        each.factors.map((tie) => ({ path: `examples.${index}.factors`, id: tie.factor }))
      )
    ),
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      examples.flatMap((each, index) =>
        each.outcomes.map((tie) => ({ path: `examples.${index}.outcomes`, id: tie.outcome }))
      )
    )
  ];
  return unless(problems, shape.value);
}
