/** What a partnership chose to work on: outcomes, factors, and the kind of action for each. */
export * from './types.ts';
export * from './kinds.ts';
export { balanceOf, pathInWords, ruleOfThumb, sprawlOf, walk, type WalkEnd } from './rules.ts';
export {
  decisionLabels,
  explainPriorityProblem,
  fieldSentences as prioritySentences,
  sprawlSentence,
  type PriorityProblem
} from './sentences.ts';
