import { providers, settingKinds } from '#modules/settings';
import { type PackProblem, readShape } from '#modules/vocabulary';
import type { Result } from '#core/result';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const point = v.tuple([v.number(), v.number()]);

const settingsSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  /** The day on which they were entered. */
  addedOn: words,
  outline: v.strictObject({ source: words, ring: v.array(point) }),
  settings: v.array(
    v.strictObject({
      id: words,
      name: words,
      kind: v.picklist(settingKinds),
      organisation: words,
      provider: v.nullable(v.picklist(providers)),
      area: words,
      places: count,
      rooms: count,
      latitude: v.number(),
      longitude: v.number(),
      openedOn: v.nullable(words),
      closedOn: v.nullable(words),
      source: words
    })
  )
});

/** The settings of a made-up place, and its outline. */
export type MadeUpSettings = v.InferOutput<typeof settingsSchema>;

/** Reads them. Refuses another shape. */
export function readMadeUpSettings(
  json: unknown,
  file = 'settings.json'
): Result<MadeUpSettings, readonly PackProblem[]> {
  return readShape(settingsSchema, json, file);
}
