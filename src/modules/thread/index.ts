/** The join: for each factor its evidence, local need, services, priority, kind of action, actions, tests and measured change. */
export * from './types.ts';
export { groupThreads, leadingNeed, nextDue, testsAt, threadOf } from './rules.ts';
export { mendAddress, stepAddress, type Where } from './addresses.ts';
export {
  gapWords,
  improvedWords,
  mendWords,
  shortDate,
  stateNames,
  stepNames,
  stepPurposes,
  stepWords,
  threadsSentence
} from './sentences.ts';
