import { isDate } from '#core/dates';
import * as v from 'valibot';
import { type FactorId, idOf, type OutcomeId, sentence } from '#modules/vocabulary';

const slug = idOf<string>();

/** A day of the story. */
export const storyDay = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));
/** A day of the story, or so many days from the day on which the demonstration is loaded. */
export const dayOrDays = v.union([
  storyDay,
  v.strictObject({ daysFromNow: v.pipe(v.number(), v.integer()) })
]);
export type DayOrDays = v.InferOutput<typeof dayOrDays>;

/** A person in the records of a plan: always a role in an organisation, never a name. */
export const roleIn = v.strictObject({ role: sentence, organisation: v.nullable(slug) });

/** A tie to a factor of the spine, with its reason. */
export const factorTie = v.strictObject({ factor: idOf<FactorId>(), reason: sentence });
/** A tie to an outcome of the spine, with its reason. */
export const outcomeTie = v.strictObject({ outcome: idOf<OutcomeId>(), reason: sentence });

/** A place or collaborative to be made from a pack. */
export const placeRecord = v.strictObject({
  id: slug,
  name: sentence,
  kind: v.picklist(['place', 'collaborative']),
  areaCode: v.nullable(sentence),
  nation: v.picklist(['England', 'Scotland', 'Wales', 'Northern Ireland']),
  about: sentence
});

/** Every file of a made-up place says so itself, with the sentence to show above it. */
export const saysSo = { madeUp: v.literal(true), banner: sentence };
