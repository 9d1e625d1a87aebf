import type { Result } from '#core/result';
import { standings } from '#modules/rollout';
import { settingKinds } from '#modules/settings';
import { type PackProblem, readShape } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());

const rollOutsSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  rollOuts: v.array(
    v.strictObject({
      id: words,
      /** The day on which it was begun. */
      addedOn: words,
      title: words,
      change: words,
      changeIdea: words,
      factors: v.array(words),
      startedOn: words,
      goalSettings: v.number(),
      goalBy: words,
      eligibleKinds: v.array(v.picklist(settingKinds)),
      eligibleAreas: v.array(words),
      scale: v.array(words),
      parts: v.array(words),
      reports: v.array(
        v.strictObject({
          setting: words,
          standing: v.picklist(standings),
          since: words,
          level: v.nullable(v.number()),
          parts: v.array(words),
          reason: mayBeEmpty,
          note: mayBeEmpty,
          saidBy: words
        })
      )
    })
  )
});

/** The roll-outs of a made-up place, with everything that was said of its settings. */
export type MadeUpRollOuts = v.InferOutput<typeof rollOutsSchema>;

/** Reads them. Refuses another shape. */
export function readMadeUpRollOuts(
  json: unknown,
  file = 'roll-out.json'
): Result<MadeUpRollOuts, readonly PackProblem[]> {
  return readShape(rollOutsSchema, json, file);
}
