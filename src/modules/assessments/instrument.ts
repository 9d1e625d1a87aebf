import { ok, type Result } from '#core/result';
import {
  idOf,
  isoDate,
  readShape,
  repeatedIds,
  sentence,
  unless,
  type PackProblem
} from '#modules/vocabulary';
import * as v from 'valibot';
import { cannotSay, instrumentKinds, levelMarks, sights } from './types.ts';

const slug = idOf<string>();

const schema = v.strictObject({
  /**
   * `levels`: each element describes every level in words of its own. `statements`: each element is a statement, met with one scale
   * whose steps have values. `confidence`: each element is a statement, met with how sure one is, each step with a mark. `judgements`: each
   * element is an indicator, judged on one scale of words.
   */
  kind: v.optional(v.picklist(instrumentKinds), 'levels'),
  title: sentence,
  /** What is asked of whoever answers. */
  asks: sentence,
  writtenOn: isoDate,
  /** Who may read the reasons after the reveal; the counts are for everybody. */
  reasonsFor: v.optional(v.picklist(sights), 'everybody'),
  /** Whether nothing may be agreed before some evidence is tied to it. */
  needsEvidence: v.optional(v.boolean(), false),
  /** From the least to the most. */
  levels: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        means: sentence,
        /** What a step counts in a mean: statements alone. */
        value: v.optional(v.nullable(v.pipe(v.number(), v.finite())), null),
        /** Its shape beside the word: confidence alone. */
        mark: v.optional(v.nullable(v.picklist(levelMarks)), null)
      })
    ),
    v.minLength(2),
    v.maxLength(10)
  ),
  /** What a mean says, from the highest: the first whose `from` it reaches. Statements alone. */
  bands: v.optional(
    v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        means: sentence,
        from: v.pipe(v.number(), v.finite())
      })
    ),
    []
  ),
  /** What the elements of an area come to, read across the dimensions; each element stands in one at most. Levels alone. */
  features: v.optional(
    v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        means: sentence,
        elements: v.pipe(v.array(slug), v.minLength(1))
      })
    ),
    []
  ),
  dimensions: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        means: sentence,
        elements: v.pipe(
          v.array(
            v.strictObject({
              id: slug,
              title: sentence,
              /** A question, or the statement itself. */
              question: sentence,
              /** What may be asked to challenge a judgement; in words of our own. */
              challenges: v.optional(v.array(sentence), []),
              /** Which body uses it, where not every one does. */
              usedBy: v.optional(v.string(), ''),
              /** How each level reads for this element, in the order of the levels; empty where the scale is one for all. */
              levels: v.optional(v.array(v.strictObject({ level: slug, means: sentence })), [])
            })
          ),
          v.minLength(1)
        )
      })
    ),
    v.minLength(1)
  )
});

/** What a partnership rates itself by: dimensions with elements, each answered on one scale. */
export type Instrument = v.InferOutput<typeof schema>;
export type Dimension = Instrument['dimensions'][number];
export type Element = Dimension['elements'][number];
export type Level = Instrument['levels'][number];
export type Band = Instrument['bands'][number];
export type Feature = Instrument['features'][number];

/**
 * Reads an instrument. Refuses another shape, what stands twice, a level called like the answer of whoever cannot say, and what its kind
 * does not allow: a level without a description in one of the elements, descriptions out of the order of the levels, statements whose
 * steps have no values that rise, bands that do not fall or leave out the lowest step, a confidence without its marks, features of
 * elements that it does not have or that stand in another feature.
 */
export function readInstrument(
  json: unknown,
  file = 'instrument.json'
): Result<Instrument, readonly PackProblem[]> {
  const shape = readShape(schema, json, file);
  if (!shape.ok) return shape;
  const instrument = shape.value;
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'levels', instrument.levels),
    ...repeatedIds(file, 'dimensions', instrument.dimensions),
    ...repeatedIds(file, 'bands', instrument.bands),
    ...repeatedIds(file, 'elements', elementsOf(instrument)),
    ...problemsOfFeatures(file, instrument),
    ...problemsOfScale(file, instrument)
  ];
  const known = instrument.levels.map(({ id }) => id);
  if (known.includes(cannotSay)) {
    const path = `levels.${known.indexOf(cannotSay)}.id`;
    problems.push({ kind: 'wrong-shape', file, path, expected: `another id than ${cannotSay}` });
  }
  for (const [at, { elements }] of instrument.dimensions.entries()) {
    for (const [index, { levels }] of elements.entries()) {
      const path = `dimensions.${at}.elements.${index}.levels`;
      if (instrument.kind === 'levels') {
        problems.push(...problemsOfLevels(file, path, levels, known));
      } else if (levels.length > 0) {
        problems.push({ kind: 'wrong-shape', file, path, expected: 'no descriptions: one scale' });
      }
    }
  }
  return unless(problems, instrument);
}

/** An instrument as it was kept with a round: those kept before there were several kinds lack what was added since. */
export function keptInstrument(body: unknown): Instrument {
  const read = readInstrument(body);
  if (!read.ok) throw new Error(`A kept instrument cannot be read: ${JSON.stringify(read.error)}`);
  return read.value;
}

function problemsOfFeatures(
  file: string,
  instrument: Pick<Instrument, 'kind' | 'features' | 'dimensions'>
): PackProblem[] {
  const { kind, features } = instrument;
  if (kind !== 'levels' && features.length > 0) {
    return [{ kind: 'wrong-shape', file, path: 'features', expected: 'no features' }];
  }
  const known = new Set(elementsOf(instrument).map(({ id }) => id));
  const named = features.flatMap(({ elements }) => elements).map((id) => ({ id }));
  return [
    ...repeatedIds(file, 'features', features),
    ...repeatedIds(file, 'features.elements', named),
    ...named
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => ({ kind: 'unknown-id', file, path: 'features.elements', id }) as const)
  ];
}

function problemsOfScale(
  file: string,
  { kind, levels, bands }: Pick<Instrument, 'kind' | 'levels' | 'bands'>
): PackProblem[] {
  const wrong = (path: string, expected: string): PackProblem[] => [
    { kind: 'wrong-shape', file, path, expected }
  ];
  const values = levels.flatMap(({ value }) => (value === null ? [] : [value]));
  const rises = values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
  const marks = levels.flatMap(({ mark }) => (mark === null ? [] : [mark]));
  if (kind === 'confidence' && new Set(marks).size !== levels.length) {
    return wrong('levels', 'a mark of its own for each level');
  }
  if (kind !== 'confidence' && marks.length > 0) return wrong('levels', 'no marks');
  if (kind !== 'statements') {
    return values.length + bands.length > 0 ? wrong('levels', 'no values and no bands') : [];
  }
  if (values.length !== levels.length || !rises) {
    return wrong('levels', 'a value for each level, rising');
  }
  const falls = bands.every(({ from }, at) => at === 0 || from < (bands[at - 1]?.from ?? 0));
  const last = bands.at(-1);
  return falls && (last === undefined || last.from <= (values[0] ?? 0))
    ? []
    : wrong('bands', 'bands that fall, the last from the lowest value');
}

function problemsOfLevels(
  file: string,
  path: string,
  levels: Element['levels'],
  known: readonly string[]
): PackProblem[] {
  const given = levels.map(({ level }) => level);
  const problems: PackProblem[] = [
    ...repeatedIds(
      file,
      path,
      given.map((id) => ({ id }))
    ),
    ...given
      .filter((id) => !known.includes(id))
      .map((id) => ({ kind: 'unknown-id', file, path, id }) as const),
    ...known
      .filter((id) => !given.includes(id))
      .map((id) => ({ kind: 'missing-entry', file, path, id }) as const)
  ];
  const isInOrder = given.every((id, index) => id === known[index]);
  if (problems.length === 0 && !isInOrder) {
    problems.push({ kind: 'out-of-order', file, path, expected: known.join(', ') });
  }
  return problems;
}

/** Every element, in the order of the dimensions. */
export function elementsOf({ dimensions }: Pick<Instrument, 'dimensions'>): readonly Element[] {
  return dimensions.flatMap(({ elements }) => elements);
}

/** How a level is called; the identifier itself where the instrument has no such level. */
export function levelTitle(
  { levels }: { readonly levels: readonly Pick<Level, 'id' | 'title'>[] },
  id: string
): string {
  return levels.find((level) => level.id === id)?.title ?? id;
}

/** How an element's levels are described: in its own words, or in those of the scale. */
export function levelsFor(
  { levels }: Pick<Instrument, 'levels'>,
  element: Pick<Element, 'levels'> | null
): readonly { readonly id: string; readonly title: string; readonly means: string }[] {
  return levels.map(({ id, title, means }) => ({
    id,
    title,
    means: element?.levels.find((own) => own.level === id)?.means ?? means
  }));
}

/** What a group talks over and agrees on: an element, or where many statements stand under one heading, the heading. */
export type Topic = {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly elements: readonly Element[];
};

/** What is agreed on, in the order of the dimensions: of statements each dimension, else each element. */
export function topicsOf({
  kind,
  dimensions
}: Pick<Instrument, 'kind' | 'dimensions'>): readonly Topic[] {
  if (kind === 'statements') {
    return dimensions.map(({ id, title, means, elements }) => ({
      id,
      title,
      asks: means,
      elements
    }));
  }
  return elementsOf({ dimensions }).map((element) => ({
    id: element.id,
    title: element.title,
    asks: element.question,
    elements: [element]
  }));
}

/** The topic of that name; undefined where the instrument has none. */
export function topicIn(instrument: Instrument, id: string): Topic | undefined {
  return topicsOf(instrument).find((topic) => topic.id === id);
}

export type NoSuchPart = { readonly kind: 'no-such-part' };

/** An instrument with one of its dimensions alone; whole where no part is named. Refuses a dimension that it does not have. */
export function partOf(
  instrument: Instrument,
  part: string | null
): Result<Instrument, NoSuchPart> {
  if (part === null) return ok(instrument);
  const dimensions = instrument.dimensions.filter(({ id }) => id === part);
  return dimensions.length === 0
    ? { ok: false, error: { kind: 'no-such-part' } }
    : ok({ ...instrument, dimensions, features: [] });
}
