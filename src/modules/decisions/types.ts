/** What a paper is. */
export const paperKinds = [
  'starter-paper',
  'framework-proposal',
  'core-script',
  'short-paper',
  'insight-brief',
  'report',
  'minutes',
  'other'
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperStatuses = ['draft', 'final'] as const;
export type PaperStatus = (typeof paperStatuses)[number];

/** What a body did with what was put to it. */
export const decisionKinds = [
  'noted',
  'agreed',
  'approved',
  'approved-subject-to',
  'referred',
  'declined'
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const interestKinds = ['financial', 'strategic', 'other'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** What was done about a declared interest. */
export const interestAnswers = ['noted', 'no-vote', 'left-the-room'] as const;
export type InterestAnswer = (typeof interestAnswers)[number];

/** Who deals with a dispute on a step of its ladder: the group itself, or its senior sponsor with its lead official. */
export const levels = ['group', 'sponsor'] as const;
export type Level = (typeof levels)[number];

export const consultationWays = ['told', 'asked'] as const;
export type ConsultationWay = (typeof consultationWays)[number];

/** Those whom a consultation was with. */
export const consulted = [
  'children',
  'parents',
  'practitioners',
  'partners',
  'trade-unions',
  'community',
  'elected-members',
  'others'
] as const;
export type Consulted = (typeof consulted)[number];

export const askKinds = ['ask', 'obstacle', 'opportunity'] as const;
export type AskKind = (typeof askKinds)[number];

export const askAnswers = ['none', 'yes', 'partly', 'no'] as const;
export type AskAnswer = (typeof askAnswers)[number];
