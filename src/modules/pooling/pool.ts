import { err, ok, type Result } from '#core/result';
import { effectsOf } from './effects.ts';
import { fitModel } from './fit.ts';
import type { Effect, Fit, Pooled, PoolingMethod, PoolingProblem, Studies } from './types.ts';

/** The models in the order of the reference: method, and whether with Hartung and Knapp's interval. */
const models: readonly (readonly [PoolingMethod, boolean])[] = [
  ['FE', false],
  ['DL', false],
  ['DL', true],
  ['REML', false],
  ['REML', true]
];

/**
 * Pools studies under each model, by `docs/methods/pooling.md`.
 * Refuses: a study whose effect has no uncertainty, as it would outweigh all others; a likelihood that does not settle.
 * Assumes: studies that `readStudies` has read.
 */
export function poolStudies(studies: Studies): Result<Pooled, PoolingProblem> {
  const effects = effectsOf(studies);
  const known: Effect[] = [];
  for (const [at, effect] of effects.entries()) {
    if (effect.yi === null) continue;
    const isUncertain =
      effect.vi > 0 && Number.isFinite(effect.yi) && Number.isFinite(1 / effect.vi);
    if (!isUncertain) return err({ kind: 'no-uncertainty', study: at + 1 });
    known.push(effect);
  }
  if (known.length === 0) return err({ kind: 'no-studies' });
  const fits: Fit[] = [];
  for (const [method, hartungKnapp] of models) {
    const fit = fitModel(known, method, hartungKnapp);
    if (!fit.ok) return fit;
    fits.push(fit.value);
  }
  return ok({ effects, fits });
}
