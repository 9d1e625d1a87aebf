import type { Brand } from '#core/brand';

/** The nouns of a project's charter: why, scope, limits, the team, the timetable, and how far the project has come. */

export type MemberId = Brand<string, 'ProjectMemberId'>;
export type MilestoneId = Brand<string, 'MilestoneId'>;

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
