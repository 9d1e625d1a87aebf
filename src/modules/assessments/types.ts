/** Whose view somebody stands for in a round. */
export const sectors = [
  'council',
  'health',
  'early-education',
  'schools',
  'voluntary',
  'families',
  'other'
] as const;
export type Sector = (typeof sectors)[number];

/** How far somebody who was asked has come; never what they said. */
export const askedStandings = ['none', 'begun', 'done'] as const;
export type AskedStanding = (typeof askedStandings)[number];

/** The way of a round: answers alone, then the spread, then what is agreed, then nothing more. */
export const roundStatuses = ['open', 'revealed', 'agreed', 'closed'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** What stands in the way of something. */
export const barrierKinds = [
  'money',
  'time',
  'skills',
  'information',
  'agreement',
  'law',
  'other'
] as const;
export type BarrierKind = (typeof barrierKinds)[number];

/** How an instrument asks: levels described element by element, statements on one scale, how sure one is, indicators judged on one scale. */
export const instrumentKinds = ['levels', 'statements', 'confidence', 'judgements'] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** The shapes of a step of confidence, so that colour never carries it alone. */
export const levelMarks = ['circle', 'triangle', 'square'] as const;
export type LevelMark = (typeof levelMarks)[number];

/** Who may read the reasons that people gave, once the spread is shown. */
export const sights = ['everybody', 'leads'] as const;

/** The answer of somebody who has no view of an element: no level, and not the same as no answer. */
export const cannotSay = 'cannot-say';

/** One person's answer about one element; `level` is one of the instrument's, or `cannotSay`. */
export type Answer = {
  readonly element: string;
  readonly level: string;
  readonly reason: string;
  readonly evidence: string;
};

/** What an agreed level may rest on. */
export const evidenceKinds = ['figure', 'test', 'voice', 'finding', 'document'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Who looked at a judgement from outside. */
export const validators = ['peer', 'visiting-officer'] as const;
export type Validator = (typeof validators)[number];

/** So many actions come of a round at most: what matters most, not everything. */
export const mostPriorityActions = 3;

/** So many people have to have answered before anything is shown of their answers. */
export const fewestAnswers = 3;

/** So many people have to have chosen a step before a mean is shown. Ours: docs/methods/self-assessment.md. */
export const fewestForMean = 5;
