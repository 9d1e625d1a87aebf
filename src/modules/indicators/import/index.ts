/** Files of values: what stands in them, what it means, and what is wrong with it, in words. */
export type { RowProblem } from './cells.ts';
export { draftDays, fileLimits } from './limits.ts';
export { elsewhereKinds, type ElsewhereKind } from '../own/elsewhere.ts';
export { columnsToChooseBy, type ColumnToChooseBy } from './choosing-rows.ts';
export type { ElsewhereNames } from './elsewhere.ts';
export {
  acrossKinds,
  columnUses,
  elsewhereChoices,
  newArea,
  passOver,
  type AcrossKind,
  type ColumnUse,
  type KnownIndicator,
  type Matching,
  type NameKind
} from './meanings.ts';
export { groupsOf, type UnknownName } from './names.ts';
export { outOfHeading } from './matching.ts';
export type { Overview } from './overview.ts';
export type { FileProblem, ImportRefusal } from './problems.ts';
export {
  acrossNames,
  elsewhereChoiceNames,
  elsewhereNouns,
  explainRefusal,
  explainRowProblem,
  fileHint,
  nameNouns,
  useNames
} from './sentences.ts';
