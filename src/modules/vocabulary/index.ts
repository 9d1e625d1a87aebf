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
export {
  confidences,
  readMatrix,
  readPathways,
  readWhatWorks,
  securities,
  strengths,
  type Confidence,
  type EvidenceMatrix,
  type MatrixCell,
  type PathwayEnd,
  type PathwayLink,
  type Pathways,
  type Security,
  type Strength,
  type WhatWorks,
  type WhatWorksSource
} from './evidence-pack.ts';
