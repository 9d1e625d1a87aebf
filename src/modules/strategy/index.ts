/** The strategy: its sections, what the records say in them, its versions. */
export * from './types.ts';
export {
  compareStrategies,
  diffWords,
  type LineChange,
  type SectionChange,
  type TextPart
} from './compare.ts';
export { completenessOf, fillSections, forEverybody, freeze, paragraphsOf } from './fill.ts';
export { strategyDocument } from './written-strategy.ts';
export { readApproval } from './rules.ts';
export { newVersionInput } from './schema.ts';
export { completenessSentence, explainStrategyProblem, statusNames } from './sentences.ts';
