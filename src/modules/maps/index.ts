/** The services of a place: what they offer, which factors they address, where they are missing or double. */
export * from './types.ts';
export { coverageOf, type CoverageRow, type CoveringService, type Overlap } from './coverage.ts';
export {
  directionNames,
  explainImportRefusal,
  explainServiceProblem,
  serviceLabels,
  sourceDateWords,
  stageHints,
  stageNames,
  type ServiceProblem
} from './sentences.ts';
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
  type FileProblem,
  type ImportNote,
  type RowProblem,
  type Where
} from './import/problems.ts';
export { type ImportFile } from './import/rows.ts';
export {
  fileHint,
  fileProblemSentence,
  noteSentence,
  rowProblemSentence,
  whereWords
} from './import/sentences.ts';
export { previewDays } from './import/limits.ts';
export {
  connectionsTable,
  coverageTable,
  servicesTable,
  templateTables,
  wordsTable,
  type TextTable
} from './tables.ts';
