import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { OwnMatters, OwnWorks, RatingId } from './types.ts';

/** Made-up ratings, for tests. */

let made = 0;

function head() {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as RatingId, // made up here
    confidence: 'medium' as const,
    source: 'Agreed by the early years group of Fernhollow',
    datedOn: '2026-01-20',
    reason: 'Nurseries and health visitors say so alike.',
    version: 1,
    updatedAt: new Date('2026-01-21T09:00:00Z'),
    updatedBy: 'Fernhollow lead'
  };
}

type Cell = { factor: string; outcome: string; age: string };

export function ownMatters(cell: Cell & Partial<Pick<OwnMatters, 'strength'>>): OwnMatters {
  return {
    ...head(),
    dimension: 'matters',
    strength: cell.strength ?? 'critical',
    // The caller names what the spine of the test has.
    factor: cell.factor as FactorId,
    outcome: cell.outcome as OutcomeId,
    age: cell.age as AgeId
  };
}

export function ownWorks(of: { factor: string } & Partial<Pick<OwnWorks, 'strength'>>): OwnWorks {
  return {
    ...head(),
    dimension: 'works',
    strength: of.strength ?? 'mixed',
    factor: of.factor as FactorId // as above
  };
}
