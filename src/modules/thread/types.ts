import type { ChangeSeen } from '#modules/charts';
import type { FactorEvidence } from '#modules/evidence';
import type { VoiceAtFactor } from '#modules/surveys';
import type { ActionKindId, AgeId, Factor, OutcomeId } from '#modules/vocabulary';

/** What the thread reads of each module, by factor. The shapes are agreed in README.md. */

export type Need = {
  readonly indicatorId: string;
  readonly title: string;
  readonly latest: {
    readonly period: string;
    readonly value: number;
    /** The figure as people read it, with its unit. */
    readonly text: string;
  } | null;
  readonly comparator: { readonly name: string; readonly text: string } | null;
  /** The region of England the place lies in, with how the place stands beside it; null where there is none. */
  readonly region: {
    readonly name: string;
    readonly text: string;
    readonly comparison: Need['comparison'];
  } | null;
  /** How the place stands beside the comparator, by the direction that is better for children. */
  readonly comparison: 'better' | 'worse' | 'similar' | 'unknown';
  /** How far apart better-off and poorer children here are, and how that moved since the figure before. */
  readonly gap: {
    readonly period: string;
    readonly text: string;
    readonly change: 'wider' | 'narrower' | 'similar' | null;
  } | null;
  readonly updatedAt: Date | null;
};

export type ServiceAtFactor = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** Empty where nobody said for which ages it is. */
  readonly ages: readonly AgeId[];
};

export type PriorityAtFactor = {
  readonly priorityId: string;
  readonly reason: string;
  readonly outcomes: readonly OutcomeId[];
  /** The kinds of action that it calls for, each with its reason; empty while nobody has decided. */
  readonly kinds: readonly { readonly actionKind: ActionKindId; readonly reason: string }[];
};

/** That a factor was considered and not chosen. */
export type AsideAtFactor = {
  readonly reason: string;
  /** Calendar dates. */
  readonly setAsideOn: string | null;
  readonly lookAgainOn: string | null;
};

/** An aim or an action that works on a factor. */
export type WorkAtFactor = {
  readonly id: string;
  readonly title: string;
  readonly status: 'not-started' | 'under-way' | 'held-up' | 'done' | 'stopped' | 'not-stated';
  /** Calendar date. */
  readonly due: string | null;
  readonly lead: string | null;
};

/** How tests that have happened came out. All answers are learning. */
export type Outcomes = {
  readonly helped: number;
  readonly didNotHelp: number;
  readonly cannotTell: number;
  readonly notSaid: number;
  /** Planned, or not carried out: not among those above. */
  readonly notTried: number;
};

export type ProjectAtFactor = {
  readonly projectId: string;
  readonly projectTitle: string;
  /** The action of the plan that it belongs to, where there is one still. */
  readonly action: { readonly id: string; readonly title: string } | null;
  /** The priority that it says it serves. */
  readonly priorityId: string | null;
  /** How many have happened. */
  readonly tests: number;
  /** How they came out. */
  readonly outcomes: Outcomes;
  /** Calendar date. */
  readonly lastTestOn: string | null;
  /** Calendar date of the next test that is planned; null where none is. */
  readonly nextPlannedFor: string | null;
  /** Whether anybody still works on it: it is neither finished nor paused. */
  readonly isUnderWay: boolean;
  readonly measured: {
    readonly measureId: string;
    readonly title: string;
    readonly verdict: string;
    /** Which way it has changed, as far as its chart tells. */
    readonly seen: ChangeSeen;
  } | null;
};

/** A change that spreads from setting to setting. */
export type RollOutAtFactor = {
  readonly id: string;
  readonly title: string;
  /** "14 of 43 settings use it" */
  readonly says: string;
};

/** A programme for families that is counted cycle by cycle. */
export type ProgrammeAtFactor = {
  readonly id: string;
  readonly title: string;
  /** What its latest cycle says. */
  readonly says: string;
};

/** Everything that is known of one factor, from every module. */
export type Strands = {
  readonly factor: Factor;
  readonly evidence: FactorEvidence;
  readonly need: readonly Need[];
  /** What people say about it: themes, those from most sources first. */
  readonly voices: readonly VoiceAtFactor[];
  readonly services: readonly ServiceAtFactor[];
  readonly priority: PriorityAtFactor | null;
  /** Null where nobody set it aside, or it was chosen since. */
  readonly aside: AsideAtFactor | null;
  /** Aims of the plan that name this factor. */
  readonly aims: readonly WorkAtFactor[];
  /** Actions that name it, or whose aim does. */
  readonly actions: readonly WorkAtFactor[];
  /** Where in the plan this factor stands; null where it does not. */
  readonly plan: { readonly priorityId: string | null; readonly aimId: string | null };
  readonly projects: readonly ProjectAtFactor[];
  readonly rollOuts: readonly RollOutAtFactor[];
  readonly programmes: readonly ProgrammeAtFactor[];
};

/** The steps of the thread, in its order. */
export type StepId =
  'evidence' | 'need' | 'services' | 'priority' | 'kind' | 'actions' | 'tests' | 'change';

/**
 * Whether a step is there. `partial`: something is, and something is wanting. `missing`: it could be mended now.
 * `waiting`: it is not asked for yet, or not at all, because of a step before it.
 */
export type StepState = 'present' | 'partial' | 'missing' | 'waiting';

/** A link of the thread that is missing, and could be mended now. */
export type Gap =
  | { readonly kind: 'matters-unknown' }
  | { readonly kind: 'works-unknown' }
  | { readonly kind: 'no-indicator' }
  | { readonly kind: 'no-local-figure'; readonly indicatorId: string }
  | { readonly kind: 'no-service' }
  | { readonly kind: 'not-chosen' }
  | { readonly kind: 'no-kind-of-action'; readonly priorityId: string }
  /** `aimId` and `planPriorityId` say how far the plan goes for this factor. */
  | {
      readonly kind: 'no-action';
      readonly aimId: string | null;
      readonly planPriorityId: string | null;
    }
  | { readonly kind: 'no-project' }
  | { readonly kind: 'no-test'; readonly projectId: string }
  | { readonly kind: 'no-measured-change'; readonly projectId: string };

export type Step = {
  readonly id: StepId;
  readonly state: StepState;
  readonly gaps: readonly Gap[];
};

/** One factor's whole thread. */
export type Thread = Strands & {
  readonly steps: readonly Step[];
  /** Every gap of its steps, in the order of the thread. */
  readonly gaps: readonly Gap[];
  /** Every step is there. */
  readonly isWhole: boolean;
};

/** Threads in the order in which they need to be seen. */
export type ThreadGroups = {
  readonly chosen: readonly Thread[];
  /** Not chosen, and said to matter greatly. */
  readonly mattersGreatly: readonly Thread[];
  readonly others: readonly Thread[];
};

/** For which outcome and age the threads are shown, and why these. */
export type ThreadChoice = {
  readonly outcome: OutcomeId;
  readonly age: AgeId;
  readonly because: 'asked' | 'priorities' | 'evidence';
};
