/** The delivery plan: priority → aim → action, with lead, dates, status and history. */
export { actionsCsv, aimsCsv, type WholePlan } from './plan-csv.ts';
export * from './kinds.ts';
export { outlineOf, type PlanOutline } from './outline.ts';
export { planDocument } from './written-plan.ts';
export { supportAnswerKind, supportKind, type AimSupport } from './support-kinds.ts';
export {
  partOf,
  supportersOf,
  withoutDeclined,
  type Supporter,
  type SupportSide
} from './support.ts';
export { linkedLines, themeSheetOf } from './theme-sheet.ts';
export {
  groupsWorstFirst,
  nothingOf,
  progressOfGroups,
  standingNames,
  standingOf,
  standings,
  type GroupProgress,
  type ProgressLine,
  type Standing
} from './progress.ts';
export {
  aimsOnce,
  byAttention,
  daysLate,
  daysUntil,
  factorsOfAction,
  gapsOf,
  isOpen,
  needsAttention,
  sharedWith,
  slippageOf,
  soonDays,
  workAt,
  type Planned,
  type Slippage
} from './rules.ts';
export {
  horizonNames,
  lateWords,
  offerNames,
  openSentence,
  slippageWords,
  statusNames,
  statusesOffered,
  supportWords,
  whoLeads
} from './sentences.ts';
export * from './types.ts';
