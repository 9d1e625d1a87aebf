import type { Result } from '#core/result';
import { rhythms, verdicts } from '#modules/reach';
import { type PackProblem, readShape } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = v.array(count);

const reachSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  programmes: v.array(
    v.strictObject({
      id: words,
      /** The day on which it was described. */
      addedOn: words,
      title: words,
      about: words,
      service: words,
      factors: v.array(words),
      who: words,
      rhythm: v.picklist(rhythms),
      stages: v.array(words),
      servedStage: count,
      retentionSessions: count,
      bands: v.array(words),
      engagementScale: v.array(words),
      groups: v.array(words),
      outcome: words,
      looks: v.array(
        v.strictObject({
          lookedOn: words,
          who: words,
          acceptable: v.picklist(verdicts),
          acceptableWhy: words,
          feasible: v.picklist(verdicts),
          feasibleWhy: words,
          movesOutcomes: v.picklist(verdicts),
          movesOutcomesWhy: words,
          barriers: words,
          changes: words
        })
      ),
      cycles: v.array(
        v.strictObject({
          startsOn: words,
          addedOn: words,
          counts,
          sessionsOffered: count,
          sessionsAttended: count,
          bands: counts,
          engagement: counts,
          retained: count,
          beforeYes: count,
          beforeAsked: count,
          afterYes: count,
          afterAsked: count,
          groupEligible: counts,
          groupServed: counts,
          note: mayBeEmpty
        })
      )
    })
  )
});

/** The programmes of a made-up place, with what was counted. */
export type MadeUpReach = v.InferOutput<typeof reachSchema>;

/** Reads them. Refuses another shape. */
export function readMadeUpReach(
  json: unknown,
  file = 'reach.json'
): Result<MadeUpReach, readonly PackProblem[]> {
  return readShape(reachSchema, json, file);
}
