/** The bodies of one plan: versions that each approves, and how each takes up an aim in its own area. */
export * from './labels.ts';
export * from './types.ts';
export { differencesOf, differencesSentence, type Difference } from './differences.ts';
export { areaDifferences } from './area-sentences.ts';
export { comparisonDocument, uptakeDocument, versionDocument } from './documents.ts';
export {
  approvalKind,
  bodyKind,
  elementKind,
  uptakeKind,
  type AimUptake,
  type CommonElement,
  type PlanApproval,
  type PlanBody
} from './kinds.ts';
export { memberUptakeKind, type MemberUptake } from './member-kinds.ts';
export { areasWithMembers, type AreaUptake, type ShownUptake } from './member-uptake.ts';
export { isApproved, isSubject, standingOf, type ApprovalLine, type Standing } from './rules.ts';
export { approvalWords, standingSentence } from './sentences.ts';
