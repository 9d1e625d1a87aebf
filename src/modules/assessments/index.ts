/** A partnership rates itself: everybody alone first, then the spread, then what the group agrees and what follows. */
export * from './labels.ts';
export * from './types.ts';
export {
  elementsOf,
  levelTitle,
  levelsFor,
  partOf,
  readInstrument,
  topicIn,
  topicsOf,
  type Band,
  type Dimension,
  type Element,
  type Instrument,
  type Level,
  type Topic
} from './instrument.ts';
export { sharedTable, type SharedLine } from './areas-table.ts';
export {
  featureWords,
  featuresOf,
  inOrder,
  sideBySide,
  type AreaCell,
  type AreaLevels,
  type FeatureSummary
} from './areas.ts';
export {
  changeSentence,
  changeSince,
  changeWords,
  refusalWords,
  type Change,
  type ElementChange
} from './change.ts';
export { lowestOf, mayLeadRound, notShowable } from './rules.ts';
export {
  agreementKind,
  barrierKind,
  evidenceKind,
  judgementFields,
  priorityActionKind,
  roundKind,
  type Agreement,
  type Barrier,
  type PriorityAction,
  type Round
} from './kinds.ts';
export { bandOf, meanOf, spreadOf, type Spread, type Tally } from './spread.ts';
export { spreadWords, tallyWords } from './spread-words.ts';
export { explainNotOpen } from './sentences.ts';
