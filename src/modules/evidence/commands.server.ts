import { err, ok } from '#core/result';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { aheadProblem, isAhead } from './ahead.ts';
import { mattersInput, ratingRemovalInput, worksInput } from './schema.ts';
import * as store from './store.server.ts';
import type { OwnMatters, OwnRating, OwnWorks } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/**
 * Gives, or changes, the partnership's own rating of how much a factor matters for an outcome at an age. `version` is the one
 * that was read, 0 where there was none. A rating that was removed meanwhile is given again.
 */
export const rateMatters = command({
  name: 'evidence.rate-matters',
  needs: 'evidence:edit',
  input: mattersInput,
  example: {
    factor: 'play-and-verbal-exchanges',
    outcome: 'communication',
    age: 'months-8-36',
    strength: 'critical',
    confidence: 'medium',
    source: 'Agreed by the early years group',
    datedOn: '2026-01-20',
    reason: 'Health visitors and nurseries say so alike.'
  },
  async run({ scope, input, tx, now, newId }) {
    const { version, ...given } = input;
    const spine = await getSpine(tx);
    const factor = spine.factors.find((each) => each.id === given.factor);
    const outcome = spine.outcomes.find((each) => each.id === given.outcome);
    const age = spine.ages.find((each) => each.id === given.age);
    if (!factor || !outcome || !age) return err(notFound);
    const wrong = wrongWith(given, now);
    if (wrong !== null) return err(wrong);

    const here = await store.ratings(tx, scope, factor.id);
    const stored = here.find(
      (rating): rating is OwnMatters =>
        rating.dimension === 'matters' && rating.outcome === outcome.id && rating.age === age.id
    );
    const rating = {
      ...given,
      dimension: 'matters' as const,
      factor: factor.id,
      outcome: outcome.id,
      age: age.id
    };
    return saveOrAdd({ tx, scope, now, newId }, stored, version, rating);
  }
});

/** Gives, or changes, the partnership's own rating of how secure the evidence is that a factor can be improved. */
export const rateWorks = command({
  name: 'evidence.rate-works',
  needs: 'evidence:edit',
  input: worksInput,
  example: {
    factor: 'play-and-verbal-exchanges',
    strength: 'mixed',
    confidence: 'low',
    source: 'A reading of the guidebooks',
    datedOn: '2026-01-20',
    reason: 'Two programmes, one trial each.'
  },
  async run({ scope, input, tx, now, newId }) {
    const { version, ...given } = input;
    const spine = await getSpine(tx);
    const factor = spine.factors.find((each) => each.id === given.factor);
    if (!factor) return err(notFound);
    const wrong = wrongWith(given, now);
    if (wrong !== null) return err(wrong);

    const here = await store.ratings(tx, scope, factor.id);
    const stored = here.find((rating): rating is OwnWorks => rating.dimension === 'works');
    const rating = { ...given, dimension: 'works' as const, factor: factor.id };
    return saveOrAdd({ tx, scope, now, newId }, stored, version, rating);
  }
});

/** Takes the partnership's own rating away, so that the published one stands again. */
export const removeRating = command({
  name: 'evidence.remove-rating',
  needs: 'evidence:edit',
  input: ratingRemovalInput,
  example: { id: nothing, version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findRating(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const isRemoved = await store.removeRating(tx, scope, stored.id, input.version);
    return isRemoved ? ok() : err(ratingConflict(stored));
  }
});

type Here = { tx: Tx; scope: WriteScope; now: Date; newId: () => string };
type NewRating = Parameters<typeof store.addRating>[3];

async function saveOrAdd(
  { tx, scope, now, newId }: Here,
  stored: OwnRating | undefined,
  version: number,
  rating: NewRating
) {
  if (stored === undefined) {
    if (await store.addRating(tx, scope, newId(), rating, now)) return ok();
  } else if (
    stored.version === version &&
    (await store.saveRating(tx, scope, stored.id, version, rating, now))
  ) {
    return ok();
  }
  const here = await store.ratings(tx, scope, rating.factor);
  const theirs = here.find((other) => isSameCell(other, rating));
  return err(theirs === undefined ? notFound : ratingConflict(theirs));
}

function isSameCell(one: OwnRating, other: NewRating): boolean {
  if (one.dimension === 'works' || other.dimension === 'works') {
    return one.dimension === other.dimension;
  }
  return one.outcome === other.outcome && one.age === other.age;
}

function ratingConflict(stored: OwnRating): ChangedMeanwhile {
  const { strength, confidence, source, datedOn, reason } = stored;
  return {
    kind: 'changed-meanwhile',
    theirs: { strength, confidence, source, datedOn, reason },
    version: stored.version,
    changedBy: stored.updatedBy,
    changedAt: stored.updatedAt
  };
}

function wrongWith({ datedOn }: { readonly datedOn: string }, now: Date) {
  return isAhead(datedOn, now) ? aheadProblem('datedOn') : null;
}
