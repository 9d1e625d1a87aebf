/** What groups decide and on what basis, what is disputed, who was consulted, what is asked of others. */
export * from './labels.ts';
export * from './types.ts';
export {
  agreementKind,
  answerKind,
  askKind,
  conditionsKind,
  consultationKind,
  decisionKind,
  disputeKind,
  disputeStepKind,
  interestKind,
  paperKind,
  settlementKind,
  type Agreement,
  type Ask,
  type Consultation,
  type Decision,
  type DeclaredInterest,
  type Dispute,
  type DisputeStep,
  type Paper
} from './kinds.ts';
export { minutesOf, type MinutesOf } from './minutes.ts';
export { owesConditions, owesWord, type Rung } from './rules.ts';
export { ageWords } from './sentences.ts';
export {
  asksTable,
  consultationsTable,
  decisionsTable,
  disputesTable,
  papersTable
} from './tables.ts';
