import type { Result } from '#core/result';
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
import { cannotSay } from './types.ts';

const slug = idOf<string>();

const schema = v.strictObject({
  title: sentence,
  /** What is asked of whoever answers. */
  asks: sentence,
  writtenOn: isoDate,
  /** From the least to the most. */
  levels: v.pipe(
    v.array(v.strictObject({ id: slug, title: sentence, means: sentence })),
    v.minLength(2),
    v.maxLength(10)
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
              question: sentence,
              /** How each level reads for this element, in the order of the levels. */
              levels: v.array(v.strictObject({ level: slug, means: sentence }))
            })
          ),
          v.minLength(1)
        )
      })
    ),
    v.minLength(1)
  )
});

/** What a partnership rates itself by: dimensions with elements, each described at every level. */
export type Instrument = v.InferOutput<typeof schema>;
export type Element = Instrument['dimensions'][number]['elements'][number];
export type Level = Instrument['levels'][number];

/**
 * Reads an instrument. Refuses another shape, what stands twice, a level without a description in one of the elements, descriptions out
 * of the order of the levels, and a level called like the answer of whoever cannot say.
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
    ...repeatedIds(file, 'elements', elementsOf(instrument))
  ];
  const known = instrument.levels.map(({ id }) => id);
  if (known.includes(cannotSay)) {
    const path = `levels.${known.indexOf(cannotSay)}.id`;
    problems.push({ kind: 'wrong-shape', file, path, expected: `another id than ${cannotSay}` });
  }
  for (const [at, { elements }] of instrument.dimensions.entries()) {
    for (const [index, { levels }] of elements.entries()) {
      const path = `dimensions.${at}.elements.${index}.levels`;
      problems.push(...problemsOfLevels(file, path, levels, known));
    }
  }
  return unless(problems, instrument);
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

/** The element of that name; undefined where the instrument has none. */
export function elementIn(instrument: Instrument, id: string): Element | undefined {
  return elementsOf(instrument).find((element) => element.id === id);
}

/** How a level is called; the identifier itself where the instrument has no such level. */
export function levelTitle({ levels }: Pick<Instrument, 'levels'>, id: string): string {
  return levels.find((level) => level.id === id)?.title ?? id;
}
