/** The server's door to files of values: taking one in, matching it, merging it and taking it back. */
export { carryOn } from './carry-on.server.ts';
export {
  beginImport,
  chooseRows,
  chooseSheet,
  confirmImport,
  discardImport,
  matchAgain,
  matchColumns,
  matchNames,
  undoImport
} from './commands.server.ts';
export type { Draft, DraftState } from './drafts.store.server.ts';
export { explainFile } from './explain.server.ts';
export type { DoneImport } from './merge.store.server.ts';
export { viewImport, viewImports, viewLeftOut, viewUndo } from './queries.server.ts';
export type { RowKind, StagedFigure, StagedRow } from './rows.store.server.ts';
