import type { Brand } from '#core/brand';

/** The nouns of a project's charter: why, scope, limits, the team, the timetable, and how far the project has come. */

export type MemberId = Brand<string, 'ProjectMemberId'>;
export type MilestoneId = Brand<string, 'MilestoneId'>;

export type Charter = {
  readonly why: string;
  readonly scopeIn: string;
  readonly scopeOut: string;
  /** What may not change, or is not to be had. */
  readonly limits: string;
  /** 0 until somebody has written one. */
  readonly version: number;
};

export const memberParts = [
  'sponsor',
  'lead',
  'adviser',
  'day-to-day',
  'family',
  'member'
] as const;
/** What somebody is to the project. */
export type MemberPart = (typeof memberParts)[number];

export type Member = {
  readonly id: MemberId;
  readonly part: MemberPart;
  /** A role, never a name. */
  readonly role: string;
  readonly organisation: string;
  readonly brings: string;
  readonly version: number;
};

export type Milestone = {
  readonly id: MilestoneId;
  readonly title: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly version: number;
};

/** One step of the scale of progress. */
export type ProgressStep = {
  /** 0.5 to 5 in halves. */
  readonly score: number;
  readonly title: string;
  readonly means: string;
};

/** How far a project had come on a day, as a person judged it. */
export type ProgressScore = {
  readonly id: string;
  /** Counts the scores of a project from 1. */
  readonly number: number;
  readonly scoredOn: string;
  readonly score: number;
  readonly reason: string;
  /** What the records suggested then; null where that was not known. */
  readonly suggested: number | null;
  readonly scoredBy: string | null;
  readonly scoredAt: Date;
};
