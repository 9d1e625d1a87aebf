/** A kind of record, declared once: its fields, and the commands, forms and words that follow from them. */
export { field } from './fields/index.ts';
export {
  type Asked,
  type Choice,
  type ChoicesFrom,
  isOnForm,
  type Field,
  type Other
} from './field.ts';
export { column, fieldColumns, tableOf, type FileColumn } from './columns.ts';
export {
  asForm,
  changedInput,
  fieldNamer,
  kind,
  neverRemoved,
  newInput,
  oneInput,
  partInput,
  rowFields,
  type KeptBy,
  type Kind,
  type KindWords,
  type Parent,
  type RecordOf,
  type Stored,
  type ValuesOf
} from './kind.ts';
export { explainRecordProblem, isRecordProblem, type RecordProblem } from './problems.ts';
