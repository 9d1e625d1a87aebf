/** What leaves the partnership: the public page and the published strategy. */
export * from './public-types.ts';
export { isEmptyPage, publicChanges, publicFigure, publicPageContent } from './public-page.ts';
export { publicSeries } from './public-series.ts';
export {
  explainPublicPageProblem,
  explainServicesFeedProblem,
  groupingNames,
  publicAims,
  publicTestsSentence,
  type PublicPageProblem,
  type ServicesFeedProblem
} from './public-sentences.ts';
export type { Due, DueKind } from './due.ts';
export {
  progressTable,
  reportChanges,
  type FrozenGroupReport,
  type OpenAsk,
  type ReportChanges
} from './group-report.ts';
export { changeWords } from './recent-changes.ts';
export {
  logFrameDocument,
  logFrameGaps,
  logFrameLevelHints,
  logFrameLevelNames,
  logFrameLevels,
  logFrameTable,
  type LogFrameLine
} from './log-frame.ts';
