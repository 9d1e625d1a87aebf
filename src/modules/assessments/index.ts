/** A partnership rates itself: everybody alone first, then the spread, then what the group agrees and what follows. */
export * from './labels.ts';
export * from './types.ts';
export {
  elementIn,
  elementsOf,
  levelTitle,
  readInstrument,
  type Element,
  type Instrument,
  type Level
} from './instrument.ts';
export {
  changeSentence,
  changeSince,
  changeWords,
  type Change,
  type ElementChange
} from './change.ts';
export {
  agreementKind,
  barrierKind,
  priorityActionKind,
  roundKind,
  type Agreement,
  type Barrier,
  type PriorityAction,
  type Round
} from './kinds.ts';
export { spreadOf, type Spread, type Tally } from './spread.ts';
export { spreadWords, tallyWords } from './spread-words.ts';
export { explainNotOpen } from './sentences.ts';
