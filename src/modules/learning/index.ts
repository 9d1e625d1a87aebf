/** Learning together: sessions, what was taken back and what followed, storyboards. */
export * from './types.ts';
export * from './labels.ts';
export {
  sessionKind,
  setAsideKind,
  storyboardKind,
  takeawayKind,
  type FollowedTakeaway,
  type LearningSession,
  type Storyboard,
  type Takeaway
} from './kinds.ts';
export { takeawaysCsv } from './files.ts';
export {
  actionPeriod,
  endsBeforeItStarts,
  followingOf,
  lastDayOf,
  owedTakeaways,
  splitByDay,
  type ActionPeriod,
  type Following
} from './rules.ts';
export {
  actionPeriodSentence,
  explainLearningProblem,
  followedSentence,
  followingNames,
  hostHint,
  type LearningProblem
} from './sentences.ts';
export { composeStoryboard } from './storyboard.ts';
