import type { Result } from '#core/result';
import { elementsOf, type Instrument } from '#modules/assessments';
import { type PackProblem, readShape, unless } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const place = { id: words, name: words, about: words };

const schema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  collaborative: v.strictObject(place),
  neighbours: v.array(
    v.strictObject({
      ...place,
      /** The day on which everybody answered alone. */
      ratedOn: words,
      agreedOn: words,
      /** The level agreed on each element. */
      levels: v.record(words, words),
      reason: words,
      /** What it shows to the others, and for what they may visit it. */
      shows: v.array(words),
      visits: v.array(words)
    })
  ),
  /** What the made-up place itself shows, of which round and since when. */
  own: v.strictObject({
    round: words,
    shownOn: words,
    shows: v.array(words),
    visits: v.array(words)
  })
});

/** The made-up neighbours of a made-up place, with what they agreed about themselves. */
export type MadeUpNeighbours = v.InferOutput<typeof schema>;

/** Reads them. Refuses another shape, and a neighbour without a level of the instrument for one of its elements. */
export function readMadeUpNeighbours(
  json: unknown,
  instrument: Instrument | undefined,
  file = 'neighbours.json'
): Result<MadeUpNeighbours, readonly PackProblem[]> {
  const shape = readShape(schema, json, file);
  if (!shape.ok || instrument === undefined) return shape;
  const known = new Set(instrument.levels.map(({ id }) => id));
  const problems = shape.value.neighbours.flatMap(({ levels }, at) =>
    elementsOf(instrument)
      .filter(({ id }) => !known.has(levels[id] ?? ''))
      .map(
        ({ id }) => ({ kind: 'missing-entry', file, path: `neighbours.${at}.levels`, id }) as const
      )
  );
  return unless(problems, shape.value);
}
