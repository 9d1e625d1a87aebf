import { offerKinds } from '#modules/maps';
import { settingKinds } from '#modules/settings';
import {
  idOf,
  readShape,
  type AgeId,
  type FactorId,
  type PackProblem,
  type Spine
} from '#modules/vocabulary';
import { err, type Result } from '#core/result';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

const entry = {
  kind: v.picklist(offerKinds),
  stage: v.picklist(['universal', 'targeted', 'intensive']),
  entryDecidedBy: v.string(),
  threshold: v.string(),
  capacity: v.string(),
  waiting: v.string(),
  movesUpTo: v.string(),
  movesDownTo: v.string(),
  settingKinds: v.array(v.picklist(settingKinds)),
  note: v.string()
};

const supportSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  /** The day on which they were entered. */
  saidOn: words,
  offers: v.array(
    v.union([
      v.strictObject({ service: words, ...entry }),
      v.strictObject({
        service: v.null(),
        title: words,
        ages: v.array(idOf<AgeId>()),
        factors: v.array(idOf<FactorId>()),
        ...entry
      })
    ])
  )
});

/** What a made-up place offers at each of the usual stages, beside what its list of services says. */
export type MadeUpSupport = v.InferOutput<typeof supportSchema>;

/** Reads it. Refuses another shape, a service that is not listed and a factor that nobody named. */
export function readMadeUpSupport(
  json: unknown,
  against: { readonly services: readonly { readonly id: string }[]; readonly spine: Spine },
  file = 'support.json'
): Result<MadeUpSupport, readonly PackProblem[]> {
  const read = readShape(supportSchema, json, file);
  if (!read.ok) return read;
  const services = new Set(against.services.map(({ id }) => id));
  const factors = new Set<string>(against.spine.factors.map(({ id }) => id));
  const unknown = read.value.offers.flatMap((offer) =>
    offer.service === null
      ? offer.factors.filter((factor) => !factors.has(factor))
      : services.has(offer.service)
        ? []
        : [offer.service]
  );
  return unknown.length === 0
    ? read
    : err(unknown.map((id) => ({ kind: 'unknown-id', file, path: 'offers', id }) as const));
}
