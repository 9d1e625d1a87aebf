import { err, ok } from '#core/result';
import { records, removing, savedOrChanged, saying } from '#modules/records/server';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { holdKind } from '#platform/saving';
import type { WriteScope } from '#platform/scope';
import { notAhead } from './ahead.ts';
import { mattersKind, worksKind } from './kinds.ts';
import { mattersInput, worksInput } from './schema.ts';
import { explainEvidenceProblem as explain } from './sentences.ts';
import * as store from './store.server.ts';
import type { OwnMatters, OwnRating, OwnWorks } from './types.ts';

const notFound = { kind: 'not-found' } as const;
const { words } = mattersKind;

/**
 * Gives, or changes, the partnership's own rating of how much a factor matters for an outcome at an age. `version` is the one
 * that was read, 0 where there was none. A rating that was removed meanwhile is given again.
 */
export const rateMatters = saying(
  command({
    name: 'evidence.rate-matters',
    needs: mattersKind.permission.add,
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
      const factor = spine.factors.find((each) => each.id === given.factor)?.id;
      const outcome = spine.outcomes.find((each) => each.id === given.outcome)?.id;
      const age = spine.ages.find((each) => each.id === given.age)?.id;
      if (!factor || !outcome || !age) return err(notFound);
      const right = notAhead(given, 'datedOn', now);
      if (!right.ok) return right;
      const rating = { ...given, dimension: 'matters' as const, factor, outcome, age };
      return saveOrAdd({ tx, scope, newId }, version, rating);
    }
  }),
  { done: words.changed, explain }
);

/** Gives, or changes, the partnership's own rating of how secure the evidence is that a factor can be improved. */
export const rateWorks = saying(
  command({
    name: 'evidence.rate-works',
    needs: worksKind.permission.add,
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
      const factor = spine.factors.find((each) => each.id === given.factor)?.id;
      if (!factor) return err(notFound);
      const right = notAhead(given, 'datedOn', now);
      if (!right.ok) return right;
      const rating = { ...given, dimension: 'works' as const, factor };
      return saveOrAdd({ tx, scope, newId }, version, rating);
    }
  }),
  { done: words.changed, explain }
);

/** Takes the partnership's own rating away, so that the published one stands again. */
export const removeRating = removing(mattersKind);

type Stored = 'id' | 'version' | 'updatedAt' | 'updatedBy';
type NewRating = Omit<OwnMatters, Stored> | Omit<OwnWorks, Stored>;

async function saveOrAdd(
  { tx, scope, newId }: { tx: Tx; scope: WriteScope; newId: () => string },
  version: number,
  rating: NewRating
) {
  // Two people may rate a cell at one moment that neither has seen rated.
  await holdKind(tx, scope, 'evidence ratings');
  const here = await store.ratings(tx, scope, rating.factor);
  const stored = here.find((other) => isSameCell(other, rating));
  if (stored !== undefined) {
    const kind = rating.dimension === 'works' ? worksKind : mattersKind;
    return savedOrChanged({ tx, scope, kind, id: stored.id }, rating, version);
  }
  await records(mattersKind).add(tx, scope, newId(), rating);
  return ok({ version: 1 });
}

function isSameCell(one: OwnRating, other: NewRating): boolean {
  if (one.dimension === 'works' || other.dimension === 'works') {
    return one.dimension === other.dimension;
  }
  return one.outcome === other.outcome && one.age === other.age;
}
