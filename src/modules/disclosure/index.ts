/** The door of disclosure: numbers made safe to show, and a scanner for personal details in free text. */
export { protectAverage, protectCount, protectSeries } from './count.ts';
export { type Find, type FindKind, findKinds } from './find.ts';
export { type PercentageOptions, protectPercentage } from './percentage.ts';
export { type RawCount, sealCount } from './raw-count.ts';
export { defaultRule, type Output, outputs, readRule, ruleFor, type RuleSettings } from './rule.ts';
export { scanText } from './scan-text.ts';
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
