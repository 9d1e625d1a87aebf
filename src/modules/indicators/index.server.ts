/** The server's door: loading open data, commands and queries, and what local need looks like. */
export {
  addIndicator,
  blankIndicator,
  changeChoice,
  changeIndicator,
  followIndicators,
  formOfIndicator,
  retireIndicator
} from './commands.server.ts';
export * from './queries.server.ts';
export {
  addComparatorGroup,
  changeComparatorGroup,
  removeComparatorGroup
} from './comparator-groups/commands.server.ts';
export { viewComparatorForm, viewComparators } from './comparator-groups/queries.server.ts';
export {
  addValue,
  addValues,
  changeValue,
  removeValue,
  restoreValue
} from './value-commands.server.ts';
export { loadOpenData, type OpenDataProblem } from './open-data.server.ts';
export { followedIndicators, needByFactor, safeLatestOfOwn } from './followed.server.ts';
export { dueFigures } from './due.server.ts';
export { drawDots } from './drawing/draw-dots.ts';
export { drawGap } from './drawing/draw-gap.ts';
export { drawSparkline } from './drawing/draw-sparkline.ts';
export { drawTrend } from './drawing/draw-trend.ts';
export { gapOf as summariseGap } from './views.ts';
export { viewWards } from './wards.server.ts';
export { viewIndicatorMap } from './map.server.ts';
export { drawMap, drawMapSwatch } from './drawing/draw-map.ts';
export { carryOn } from './import/carry-on.server.ts';
export {
  beginImport,
  confirmImport,
  discardImport,
  matchAgain,
  matchColumns,
  matchNames,
  undoImport
} from './import/commands.server.ts';
export type { Draft, DraftState } from './import/drafts.store.server.ts';
export { explainFile } from './import/explain.server.ts';
export type { DoneImport } from './import/merge.store.server.ts';
export { viewImport, viewImports, viewLeftOut, viewUndo } from './import/queries.server.ts';
export type { RowKind, StagedFigure, StagedRow } from './import/rows.store.server.ts';
