/** Numbers made safe to show, and a scanner for personal details in free text. */
export { type Find, type FindKind, findKinds } from './find.ts';
export { isSmall } from './rounding.ts';
export {
  defaultRule,
  floorRule,
  type Output,
  outputs,
  readRule,
  ruleFor,
  type RuleSettings
} from './rule.ts';
export {
  explainRuleProblem,
  outputHints,
  floorSentence,
  outputNames,
  type RuleSettingProblem,
  ruleLabels,
  zeroNames
} from './rule-sentences.ts';
export type { RuleSetting } from './rule-setting.ts';
export type { HiddenShare, HiddenShares, MadeOf, Share } from './shares.ts';
export { type FieldNames, lookedThrough, type LookedThrough } from './looked-through.ts';
export { scanText } from './scan-text.ts';
export { findPeople, type PeopleFind } from './scan-texts.ts';
export {
  countWords,
  type DisclosureProblem,
  findsInWords,
  findSentence,
  hiddenSentence,
  hiddenWords,
  problemSentence,
  roundedNote,
  ruleSentence
} from './sentences.ts';
export { promisedBy } from './table-figures.ts';
export type { ProtectedTable, TableOptions, TableProblem } from './table.ts';
export {
  asRecorded,
  type Asker,
  byRule,
  type Given,
  type Left,
  type Sight,
  sightOf,
  type ToldReason,
  whatLeaves
} from './what-leaves.ts';
export type { Flow, FlowsOfPeople } from './flows.ts';
export type { SharesBefore } from './shares-before.ts';
export type {
  CountProblem,
  HiddenReason,
  PercentageProblem,
  Protected,
  ProtectedAverage,
  ProtectedCount,
  ProtectedPercentage,
  Rule,
  RuleField,
  RuleProblem,
  SafeAverage,
  SafeCount,
  SafePercentage
} from './types.ts';
