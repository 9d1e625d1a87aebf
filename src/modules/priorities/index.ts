/** What a partnership chose to work on: outcomes, factors, and the kind of action for each. */
export * from './types.ts';
export * from './kinds.ts';
export { balanceOf, pathInWords, remarksOn, ruleOfThumb, sprawlOf } from './rules.ts';
export {
  explainPriorityProblem,
  kindReasons,
  kindsInWords,
  longListNames,
  remarkSentence,
  sprawlSentence,
  type PriorityProblem
} from './sentences.ts';
