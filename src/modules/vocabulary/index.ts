/** The vocabulary and the content packs: outcomes, ages, factors, kinds of action, open data and templates. */
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
  StageId
} from './types.ts';
export { readSpine } from './spine.ts';
export { readStages, stageRecords, type Stage, type StageRecord, type Stages } from './stages.ts';
export {
  confidences,
  securities,
  strengths,
  type Confidence,
  type Security,
  type Strength
} from './scales.ts';
export { readMatrix, type EvidenceMatrix, type MatrixCell } from './matrix.ts';
export { readWhatWorks, type WhatWorks, type WhatWorksSource } from './what-works.ts';
export { readPathways, type PathwayEnd, type PathwayLink, type Pathways } from './pathways.ts';
export {
  areaLevels,
  catalogueEntries,
  catalogueProblems,
  readIndicatorCatalogue,
  readValues,
  valueStatuses,
  type BreakdownId,
  type IndicatorCatalogue,
  type IndicatorValue,
  type OpenIndicator,
  type OpenIndicatorId,
  type ValueStatus
} from './indicator-catalogue.ts';
export {
  readAreas,
  readNeighbours,
  readPlaces,
  type Area,
  type Neighbour,
  type Place
} from './places.ts';
export { licences, readPack, type Licence, type Pack } from './packs.ts';
export {
  answerInWords,
  aspectReplies,
  readDecisionTree,
  turnOf,
  walk,
  type AspectAnswer,
  type AspectReply,
  type DecisionNode,
  type DecisionQuestion,
  type DecisionResult,
  type DecisionTree,
  type TreeAnswer,
  type WalkEnd,
  type WalkProblem
} from './decision-tree.ts';
export {
  readLocalPlanCriteria,
  type LocalPlanCriteria,
  readPlanCriteria,
  readPlanningSteps,
  readStrategySections,
  type PlanCriteria,
  type PlanningSteps,
  type StrategySection,
  type StrategySections
} from './plan-packs.ts';
export { namesOf, type Names } from './names.ts';
export {
  citation,
  idOf,
  isoDate,
  isoMonth,
  readShape,
  repeatedIds,
  sentence,
  unknownIds,
  unless,
  webAddress
} from './reading.ts';
export {
  readPublishedDiagrams,
  type PublishedDiagram,
  type PublishedDiagrams
} from './driver-diagrams.ts';
export { packProblemSentence } from './sentences.ts';
export {
  otherNames,
  readWords,
  wordsToLink,
  wordTopicNames,
  wordTopics,
  type FieldWord
} from './words.ts';
export { readWards, type Wards } from './wards.ts';
