/** What is known and not known of local need: the data library, the needs-analysis plan, the register of data items. */
export * from './types.ts';
export {
  dueOf,
  isPersonal,
  registerOrder,
  stepAfter,
  stepFields,
  steps,
  stepsFor,
  type Due,
  type ItemWithDue,
  type Step
} from './governance.ts';
export { dataItemKind, findingKind, questionKind, sourceKind } from './kinds.ts';
export type { DataItem, DataSource, NeedsQuestion, Why } from './kinds.ts';
export { gatewayName, lawName, lawOffered, readLaw, type Law } from './law.ts';
export {
  isWaiting,
  meansOf,
  questionsByStatus,
  stateOf,
  statusesOffered,
  type QuestionState
} from './questions.ts';
export {
  assessmentNames,
  dueNames,
  explainNeedsProblem,
  holderSentences,
  isPressing,
  meansSentence,
  methodHints,
  methodNames,
  questionStateNames,
  questionStatusNames,
  stepTitles,
  subjectHints,
  subjectNames,
  subjectSentences,
  type NeedsProblem
} from './sentences.ts';
export {
  factorsWithoutSource,
  figureSources,
  tellingOf,
  type FigureSource,
  type FollowedFigure
} from './sources.ts';
export { questionsTable, registerTable, sourcesTable } from './tables.ts';
export { unsaidOf, whyFields, whyLabel, type WhyField } from './why.ts';
