import * as v from 'valibot';
import type { Result } from '#core/result';
import { idOf, readShape, repeatedIds, sentence, unknownIds, unless } from './reading.ts';
import type {
  ActionKindId,
  AgeId,
  FactorGroupId,
  FactorId,
  OutcomeId,
  PackProblem,
  Spine
} from './types.ts';

const month = v.pipe(v.number(), v.integer(), v.minValue(-9), v.maxValue(216));

const outcome = v.strictObject({
  id: idOf<OutcomeId>(),
  title: sentence,
  plainTitle: sentence,
  description: sentence,
  kind: v.picklist(['primary', 'foundation'])
});

const age = v.strictObject({
  id: idOf<AgeId>(),
  title: sentence,
  plainTitle: sentence,
  fromMonth: month,
  toMonth: month,
  openEnded: v.boolean()
});

const factor = v.strictObject({
  id: idOf<FactorId>(),
  group: idOf<FactorGroupId>(),
  title: sentence,
  plainTitle: sentence,
  description: sentence,
  moreIs: v.picklist(['better', 'worse']),
  distance: v.nullable(v.picklist(['proximal', 'distal'])),
  distanceSource: v.nullable(sentence),
  /** Words by which a service may be known to address it, in small letters; they suggest and never decide. */
  words: v.optional(v.array(sentence), [])
});

const actionKind = v.strictObject({
  id: idOf<ActionKindId>(),
  title: sentence,
  plainTitle: sentence,
  description: sentence,
  isChange: v.boolean()
});

const spineSchema = v.strictObject({
  outcomes: v.pipe(v.array(outcome), v.minLength(1)),
  ages: v.pipe(v.array(age), v.minLength(1)),
  factorGroups: v.pipe(
    v.array(v.strictObject({ id: idOf<FactorGroupId>(), title: sentence, plainTitle: sentence })),
    v.minLength(1)
  ),
  factors: v.pipe(v.array(factor), v.minLength(1)),
  actionKinds: v.pipe(v.array(actionKind), v.minLength(1))
});

/**
 * Reads the shared vocabulary of a field from parsed JSON.
 *
 * Refuses: another shape; an id that stands twice in its list; a factor in an unknown group; a
 * nearness without its source; an age that ends before it begins.
 */
export function readSpine(
  json: unknown,
  file = 'spine.json'
): Result<Spine, readonly PackProblem[]> {
  const shape = readShape(spineSchema, json, file);
  if (!shape.ok) return shape;
  const spine = shape.value;
  const lists = ['outcomes', 'ages', 'factorGroups', 'factors', 'actionKinds'] as const;
  const problems: PackProblem[] = [
    ...lists.flatMap((name) => repeatedIds(file, name, spine[name])),
    ...unknownIds(
      file,
      spine.factorGroups.map((group) => group.id),
      spine.factors.map((each, index) => ({ path: `factors.${index}.group`, id: each.group }))
    )
  ];
  for (const [index, each] of spine.factors.entries()) {
    if ((each.distance === null) !== (each.distanceSource === null)) {
      problems.push({
        kind: 'wrong-shape',
        file,
        path: `factors.${index}.distanceSource`,
        expected: 'a source whenever nearness is given, and only then'
      });
    }
  }
  for (const [index, each] of spine.ages.entries()) {
    if (each.toMonth < each.fromMonth) {
      problems.push({
        kind: 'out-of-order',
        file,
        path: `ages.${index}.toMonth`,
        expected: 'a month not before the first'
      });
    }
  }
  return unless(problems, spine);
}
