/** Driver diagrams: what must change for an aim to be reached, and which ideas serve it. */
export * from './types.ts';
export { drawingOf, type DiagramAddresses } from './drawing.ts';
export { driverFieldErrors } from './form-errors.ts';
export { gapsOf, type Gap } from './gaps.ts';
export {
  directions,
  goesWith,
  ideaLayer,
  layerOfDriver,
  linksUnder,
  looseDrivers,
  looseIdeas,
  mayHang,
  moved,
  outlineOf,
  primaries,
  uppersOf,
  type Direction,
  type Entry,
  type Going,
  type Outline
} from './graph.ts';
export {
  directionNames,
  driverFieldNames,
  levelHints,
  levelNames,
  verdictNames
} from './labels.ts';
export type { DriverProblem } from './problems.ts';
export { diagramCsv, diagramTable, rowsOf, type DiagramRow } from './rows.ts';
export {
  archivedSentence,
  changeSentence,
  diagramSentence,
  driverSentence,
  explainDriverProblem,
  gapSentence,
  goingSentences,
  trialSentence
} from './sentences.ts';
export { templateOf, templateOfPublished } from './templates.ts';
export { trialsOf, verdictOf } from './verdict.ts';
export { compareVersions, type DiagramChange } from './versions.ts';
