/** The services of a place: what they offer, which factors they address, where they are missing or double. */
export * from './types.ts';
export {
  askKind,
  asksOpen,
  askStateNames,
  askStates,
  membersOffered,
  plainName,
  type AskState,
  type ServiceAsk
} from './kinds.ts';
export { answerFeed, type Feed, type FeedProblem } from './feed.ts';
export { publishedService, type PublishedService } from './feed-service.ts';
export { coverageOf, type CoverageRow, type CoveringService, type Overlap } from './coverage.ts';
export {
  directionNames,
  explainServiceProblem,
  serviceLabels,
  sourceDateWords,
  suggestedReason,
  suggestingFieldNames,
  type ServiceProblem
} from './sentences.ts';
export {
  explainStageProblem,
  mostStages,
  serviceNames,
  stageName,
  stageWords,
  usualStages,
  type ServiceNames,
  type StageOfSupport,
  type SupportModel
} from './stages.ts';
export {
  countsOf,
  factorMatrix,
  offerKind,
  offerKinds,
  offerKindNames,
  offersTable,
  settingSpread,
  supportSentences,
  type Offer
} from './offers.ts';
export { bandsPicture } from './bands.ts';
export { type ServiceFilter } from './schema.ts';
export {
  changesAnything,
  planImport,
  type AddedService,
  type ChangedService,
  type FieldChange,
  type ImportPlan
} from './import/plan.ts';
export {
  type CellProblem,
  type FileProblem,
  type ImportNote,
  type LeftOut,
  type RowProblem,
  type Where
} from './import/problems.ts';
export { nothingRemembered, stepOf, type ImportDraft } from './import/draft.ts';
export {
  usesOf,
  type ColumnUse,
  type FileTable,
  type TableMatching
} from './import/file-tables.ts';
export {
  type FoundFile,
  type FoundService,
  type FoundText,
  type ServiceField
} from './import/found.ts';
export { meaningKinds, type MeaningKind, type OpenMeaning } from './import/meanings.ts';
export { type ImportFile } from './import/rows.ts';
export {
  cellProblemSentence,
  fileHint,
  noteSentence,
  rowProblemSentence,
  tableKindNames,
  useNames,
  whereWords
} from './import/sentences.ts';
export { FactorWords, suggestFactors, type FactorSuggestion } from './suggest.ts';
export { kumuBlueprint } from './import/kumu.ts';
export { previewDays } from './import/limits.ts';
export {
  connectionsTable,
  coverageTable,
  serviceFeature,
  servicesTable,
  templateTables,
  wordsTable,
  type TextTable
} from './tables.ts';
