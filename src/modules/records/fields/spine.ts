import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import { fieldSentences } from '#platform/fields';
import * as v from 'valibot';
import { made, type Said, type Needed } from '../field.ts';
import { chosen, one, orNone, pick } from './identifiers.ts';

/** Fields of the vocabulary: outcomes, factors and ages. */

/** Factors of the spine; one outside it is refused. */
export function factors(say: Said) {
  return made(chosen<FactorId>(), say, { as: 'picks', from: 'factors' });
}

/** Outcomes of the spine; one outside it is refused. */
export function outcomes(say: Said) {
  return made(chosen<OutcomeId>(), say, { as: 'picks', from: 'outcomes' });
}

/** Ages of the spine; one outside it is refused, and none at all where at least one is `needed`. */
export function ages(say: Said & Needed) {
  const { needed } = say;
  const schema = v.pipe(
    chosen<AgeId>(),
    v.check((ids) => needed === undefined || ids.length > 0, needed ?? fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: 'ages' }, { isOptional: needed === undefined });
}

/** One factor of the spine, or null. */
export function factor(
  say: Said & { readonly placeholder?: string; readonly isGrouped?: boolean }
) {
  const asked = pick('factors', say.placeholder);
  return made(
    orNone<FactorId>(),
    say,
    say.isGrouped === true ? { ...asked, isGrouped: true } : asked
  );
}

/** A factor of the spine, which must be chosen. */
export function neededFactor(
  say: Said & { readonly needed: string; readonly isGrouped?: boolean }
) {
  const asked = pick('factors', undefined);
  return made(
    one<FactorId>(say.needed),
    say,
    say.isGrouped === true ? { ...asked, isGrouped: true } : asked,
    { isOptional: false }
  );
}

/** One outcome of the spine, or null. */
export function outcome(say: Said & { readonly placeholder?: string }) {
  return made(orNone<OutcomeId>(), say, pick('outcomes', say.placeholder));
}

/** An outcome of the spine, which must be chosen. */
export function neededOutcome(say: Said & { readonly needed: string }) {
  return made(one<OutcomeId>(say.needed), say, pick('outcomes', undefined), { isOptional: false });
}
