import type { Brand } from '#core/brand';
import type { FactorId } from '#modules/vocabulary';

export type ProgrammeId = Brand<string, 'ProgrammeId'>;
export type CycleId = Brand<string, 'CycleId'>;

/** How often figures come in. */
export const rhythms = ['weekly', 'fortnightly', 'monthly', 'termly', 'quarterly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Something offered to families, and how it is counted. Everything here is the programme's own: stages, groups, steps. */
export type ProgrammeDetails = {
  readonly title: string;
  readonly about: string;
  readonly serviceId: string | null;
  readonly projectId: string | null;
  readonly factorIds: readonly FactorId[];
  /** Who is counted: "families", "children". */
  readonly who: string;
  readonly rhythm: Rhythm;
  /** From all who could come to those who stayed; each is part of the one before. */
  readonly stages: readonly string[];
  /** The stage, from 0, whose members are said to be served: the first one that received anything. */
  readonly servedStage: number;
  /** Somebody still comes who comes after so many sessions. */
  readonly retentionSessions: number | null;
  /** How much a family received, least first. */
  readonly bands: readonly string[];
  /** How they took part, least first. */
  readonly engagementScale: readonly string[];
  /** Groups whose share among those served is set against their share among all who could come, the worst off first. */
  readonly groups: readonly string[];
  /** What should be true of a family afterwards: "sings or tells a story on most days". */
  readonly outcome: string;
};
export type Programme = ProgrammeDetails & {
  readonly id: ProgrammeId;
  readonly createdAt: Date;
  readonly version: number;
};

/** What is answered of a programme: whether it is acceptable, whether it is feasible, whether it moves outcomes. */
export const verdicts = ['yes', 'partly', 'no', 'cannot-tell'] as const;
export type Verdict = (typeof verdicts)[number];

/** A count, or null where nobody counted. Never zero for that. */
export type MaybeCount = number | null;

/** The counts of a cycle that have as many numbers as the programme has steps, bands, points of its scale, or groups. */
export type CycleLists = Pick<
  CycleDetails,
  'counts' | 'bands' | 'engagement' | 'groupEligible' | 'groupServed'
>;

/** What was counted in one cycle: a month, a term, a group of families who began together. Lists follow the programme's own. */
export type CycleDetails = {
  readonly startsOn: string;
  readonly counts: readonly MaybeCount[];
  readonly sessionsOffered: MaybeCount;
  readonly sessionsAttended: MaybeCount;
  readonly bands: readonly MaybeCount[];
  readonly engagement: readonly MaybeCount[];
  readonly retained: MaybeCount;
  readonly groupEligible: readonly MaybeCount[];
  readonly groupServed: readonly MaybeCount[];
  readonly beforeYes: MaybeCount;
  readonly beforeAsked: MaybeCount;
  readonly afterYes: MaybeCount;
  readonly afterAsked: MaybeCount;
  readonly note: string;
};
export type Cycle = CycleDetails & {
  readonly id: CycleId;
  readonly programmeId: ProgrammeId;
  readonly recordedAt: Date;
  readonly version: number;
};
