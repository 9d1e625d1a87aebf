import type { CheckAnswer } from './kinds.ts';
import type { BodyKind, VersionHead } from '#modules/bodies';
import type { Consultation, Paper } from '#modules/decisions';
import type { Action, Aim, PlanMeasure, PlanPriority } from '#modules/delivery';
import type { WorkingGroup } from '#modules/groups';

export const checkStates = ['met', 'partly', 'not-yet', 'cannot-tell'] as const;
/** How far a line of a check is met. `cannot-tell`: the records hold nothing to judge it by. */
export type CheckState = (typeof checkStates)[number];

export const checkRules = [
  'vision',
  'needs',
  'services',
  'resources',
  'matching',
  'indicators',
  'consultation',
  'smart',
  'governance',
  'reporting',
  'priorities',
  'figures',
  'policy',
  'links',
  'ownership',
  'sectors',
  'need-and-gaps',
  'delivery',
  'spread',
  'development-target',
  'poverty-target',
  'two-year-olds',
  'parents'
] as const;
/** What of the records answers a line. */
export type CheckRule = (typeof checkRules)[number];

/** One thing that is missing, and where to mend it: an address behind the partnership's own, `/plan/aims/…`. */
export type Missing = { readonly text: string; readonly path: string };

/** What a rule says of the records: its state, a sentence, and what is missing. */
export type Finding = {
  readonly state: CheckState;
  readonly says: string;
  readonly missing: readonly Missing[];
};

/** The live records that rules read, on a day (`2026-11-21`). Aims that repeat another are left out. */
export type Facts = {
  readonly today: string;
  readonly vision: string;
  readonly bodies: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: BodyKind;
    readonly mustApprove: boolean;
  }[];
  readonly latest: Pick<VersionHead, 'id' | 'number' | 'approvals'> | null;
  readonly priorities: readonly Pick<
    PlanPriority,
    'id' | 'number' | 'title' | 'groupId' | 'factors' | 'outcomes'
  >[];
  readonly aims: readonly Pick<
    Aim,
    | 'id'
    | 'planPriorityId'
    | 'title'
    | 'detail'
    | 'dueOn'
    | 'lead'
    | 'leadGroupId'
    | 'status'
    | 'targetGroup'
    | 'offer'
    | 'evaluation'
    | 'measureIds'
    | 'indicatorIds'
    | 'factors'
    | 'policyLinks'
    | 'links'
    | 'linkedAims'
  >[];
  readonly actions: readonly Pick<
    Action,
    'id' | 'aimId' | 'title' | 'lead' | 'dueOn' | 'resource' | 'status' | 'factors'
  >[];
  readonly measures: readonly Pick<PlanMeasure, 'planPriorityId' | 'title'>[];
  readonly indicators: readonly {
    readonly id: string;
    readonly title: string;
    readonly factors: readonly string[];
    readonly outcomes: readonly string[];
    readonly hasFigure: boolean;
    readonly hasComparison: boolean;
    /** Whether its figures are told apart by groups, so that a gap can be seen. */
    readonly hasGap: boolean;
    readonly hasBaseline: boolean;
    readonly hasTarget: boolean;
    readonly hasOwner: boolean;
    /** The day on which its next figures were to come; null where nobody has said. */
    readonly nextDue: string | null;
  }[];
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly factors: readonly string[];
  }[];
  readonly groups: readonly Pick<
    WorkingGroup,
    'id' | 'name' | 'purpose' | 'leadOfficial' | 'seniorSponsor' | 'reportsTo'
  >[];
  readonly confirmedDecisions: number;
  readonly consultations: readonly Pick<
    Consultation,
    'id' | 'title' | 'way' | 'people' | 'heldOn' | 'toldFirst' | 'changed'
  >[];
  readonly papers: readonly Pick<Paper, 'id' | 'title' | 'kind' | 'status' | 'datedOn'>[];
  /** The days on which reports of a year were frozen here. */
  readonly annualReports: readonly string[];
  readonly helpfulTests: number;
  readonly rollOuts: readonly {
    readonly id: string;
    readonly title: string;
    readonly all: number;
  }[];
};

/** One line of a check, whatever pack it comes from. */
export type CheckLine = {
  readonly id: string;
  /** As published, such as 6a. */
  readonly number: string;
  readonly title: string;
  readonly question: string;
  /** Null where a person answers by hand. */
  readonly rule: CheckRule | null;
  /** What the pack says further of the line, such as how many plans met it. */
  readonly note: string;
};

/** Criteria that a plan is checked against. */
export type CheckPack = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** What a reader has to know before trusting it; empty where there is nothing. */
  readonly warning: string;
  readonly attribution: string;
  readonly isOwn: boolean;
  readonly lines: readonly CheckLine[];
};

/** A line with what the records say now and what a person said; null where neither. */
export type CheckLineView = CheckLine & {
  /** Null where no rule answers, and for years gone by. */
  readonly finding: Finding | null;
  readonly answer: CheckAnswer | null;
};

/** One check in one year. */
export type CheckView = {
  readonly pack: CheckPack;
  readonly year: number;
  readonly isThisYear: boolean;
  /** Years in which anything was answered, and this one; the latest first. */
  readonly years: readonly number[];
  readonly lines: readonly CheckLineView[];
};
