import type { FactorEvidence } from '#modules/evidence';
import type { ActionKind, Factor, Security, Strength } from '#modules/vocabulary';
import type {
  Need,
  ProgrammeAtFactor,
  ProjectAtFactor,
  RollOutAtFactor,
  Strands,
  WorkAtFactor
} from './types.ts';

/** Made-up strands, for tests. */

type Words = { id: string; title?: string; strength?: Strength; security?: Security };

/** The strands of a factor of which only the evidence is known, with whatever is given laid over it. */
export function strands(words: Words, over: Partial<Strands> = {}): Strands {
  const title = words.title ?? words.id;
  // Made up here: a factor of no spine but the test's own.
  const factor = {
    id: words.id,
    group: 'parents-and-carers',
    title,
    plainTitle: title,
    description: title,
    moreIs: 'better',
    distance: null,
    distanceSource: null
  } as unknown as Factor;
  return {
    factor,
    evidence: evidence(words, factor),
    need: [],
    voices: [],
    services: [],
    priority: null,
    aside: null,
    aims: [],
    actions: [],
    plan: { priorityId: null, aimId: null },
    projects: [],
    rollOuts: [],
    programmes: [],
    ...over
  };
}

function evidence({ strength, security }: Words, factor: Factor): FactorEvidence {
  return {
    matters: {
      factor: factor.id,
      // Made up, as above.
      outcome: 'communication' as FactorEvidence['matters']['outcome'],
      age: 'months-8-36' as FactorEvidence['matters']['age'],
      strength: strength ?? 'critical',
      confidence: strength === 'unknown' ? 'none' : 'medium',
      basis: 'pack',
      own: null,
      published: null
    },
    works: {
      factor: factor.id,
      security: security ?? 'mixed',
      confidence: security === 'unknown' ? 'none' : 'low',
      basis: 'pack',
      own: null,
      published: null
    },
    insights: 0
  };
}

export function need(over: Partial<Need> = {}): Need {
  return {
    indicatorId: 'talking',
    title: 'Children who talk as expected at two',
    latest: { period: '2025', value: 81.2, text: '81.2%' },
    comparator: { name: 'England', text: '85.0%' },
    region: null,
    comparison: 'worse',
    gap: null,
    updatedAt: new Date('2026-01-10T09:00:00Z'),
    ...over
  };
}

export function priority(actionKind: string | null = 'improve'): NonNullable<Strands['priority']> {
  return {
    priorityId: 'priority-1',
    reason: 'Health visitors worry about it',
    outcomes: [],
    // A kind of the test's own list.
    kinds: actionKind === null ? [] : [{ actionKind: actionKind as ActionKind['id'], reason: 'So' }]
  };
}

export function aim(over: Partial<WorkAtFactor> = {}): WorkAtFactor {
  return { ...action(), id: 'aim-1', title: 'Songs in every home', ...over };
}

export function action(over: Partial<WorkAtFactor> = {}): WorkAtFactor {
  return {
    id: 'action-1',
    title: 'Song time at the library',
    status: 'under-way',
    due: '2026-06-30',
    lead: 'Library service',
    ...over
  };
}

export function project(over: Partial<ProjectAtFactor> = {}): ProjectAtFactor {
  return {
    projectId: 'project-1',
    projectTitle: 'More songs at home',
    action: null,
    priorityId: null,
    tests: 3,
    outcomes: { helped: 1, didNotHelp: 2, cannotTell: 0, notSaid: 0, notTried: 0 },
    lastTestOn: '2026-02-12',
    nextPlannedFor: null,
    isUnderWay: true,
    measured: {
      measureId: 'measure-1',
      title: 'Families who sang every day',
      verdict: 'The measure went up and stayed up.',
      seen: 'better'
    },
    ...over
  };
}

export const rollOut = (over: Partial<RollOutAtFactor> = {}): RollOutAtFactor => ({
  id: 'roll-out-1',
  title: 'Song time in every nursery',
  says: '14 of 43 settings use it',
  ...over
});

export const programme = (over: Partial<ProgrammeAtFactor> = {}): ProgrammeAtFactor => ({
  id: 'programme-1',
  title: 'Singing together',
  says: 'Nothing has been counted yet.',
  ...over
});

export const actionKinds = [
  { id: 'improve', title: 'Improve', isChange: true },
  { id: 'gather-evidence', title: 'Gather evidence', isChange: false }
].map(
  (kind) => ({ ...kind, plainTitle: kind.title, description: kind.title }) as unknown as ActionKind // made up
);
