export type {
  ActionKind,
  ActionKindId,
  Age,
  AgeId,
  Distance,
  Factor,
  FactorGroup,
  FactorGroupId,
  FactorId,
  Outcome,
  OutcomeId,
  PackId,
  PackProblem,
  Spine,
  Stage,
  StageId
} from './types.ts';
export { readSpine } from './spine.ts';
