/** The six stages of the work: where a partnership stands in each, how sure it is, and what that advises. */
export * from './labels.ts';
export * from './types.ts';
export {
  reopeningKind,
  stageNoteKind,
  stageRecordKind,
  type Reopening,
  type StageHere,
  type StageNote
} from './kinds.ts';
export { adviceOf, confidenceOf, type Advice, type Confidence } from './rules.ts';
export { adviceSentence } from './sentences.ts';
