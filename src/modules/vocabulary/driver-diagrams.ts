import type { Result } from '#core/result';
import * as v from 'valibot';
import {
  idOf,
  isoDate,
  readShape,
  repeatedIds,
  sentence,
  unknownIds,
  unless,
  webAddress
} from './reading.ts';
import type { FactorId, PackProblem, Spine } from './types.ts';

const slug = idOf<string>();
/** Words that may not be known: `null`, never a guess. */
const known = v.nullable(sentence);

const schema = v.strictObject({
  note: sentence,
  diagrams: v.array(
    v.strictObject({
      id: slug,
      title: sentence,
      place: sentence,
      source: v.strictObject({ title: sentence, address: webAddress, licence: sentence }),
      aim: v.strictObject({
        change: sentence,
        amount: known,
        forWhom: known,
        by: v.nullable(isoDate),
        baseline: known
      }),
      factors: v.array(idOf<FactorId>()),
      factorReason: known,
      drivers: v.array(
        v.strictObject({
          id: slug,
          level: v.picklist(['primary', 'secondary']),
          title: sentence,
          /** Primary drivers it serves; none for a primary driver. */
          under: v.array(slug)
        })
      ),
      ideas: v.array(
        v.strictObject({
          title: sentence,
          /** Drivers it serves, as far as the publication lets that be read. */
          under: v.array(slug)
        })
      ),
      /** What could not be read, or was decided on entering it. */
      note: sentence
    })
  )
});

/** Published driver diagrams, cited, in our words. */
export type PublishedDiagrams = v.InferOutput<typeof schema>;
export type PublishedDiagram = PublishedDiagrams['diagrams'][number];

/** Reads published driver diagrams. Refuses another shape, repeated ids, and factors or drivers that nobody named. */
export function readPublishedDiagrams(
  json: unknown,
  spine: Spine,
  file = 'driver-diagrams.json'
): Result<PublishedDiagrams, readonly PackProblem[]> {
  const shape = readShape(schema, json, file);
  if (!shape.ok) return shape;
  const { diagrams } = shape.value;
  const problems = [
    ...repeatedIds(file, 'diagrams', diagrams),
    ...unknownIds(
      file,
      spine.factors.map(({ id }) => id),
      diagrams.flatMap(({ factors }, index) =>
        factors.map((id) => ({ path: `diagrams.${index}.factors`, id }))
      )
    ),
    ...diagrams.flatMap(({ drivers, ideas }, index) => [
      ...repeatedIds(file, `diagrams.${index}.drivers`, drivers),
      ...unknownIds(
        file,
        drivers.filter(({ level }) => level === 'primary').map(({ id }) => id),
        drivers.flatMap(({ under }) =>
          under.map((id) => ({ path: `diagrams.${index}.drivers`, id }))
        )
      ),
      ...unknownIds(
        file,
        drivers.map(({ id }) => id),
        ideas.flatMap(({ under }) => under.map((id) => ({ path: `diagrams.${index}.ideas`, id })))
      )
    ])
  ];
  return unless(problems, shape.value);
}
