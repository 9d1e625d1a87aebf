/** Actors: who is in the system, how near, how engaged, linked with whom; and the workshops in which a group finds them. */
export * from './labels.ts';
export * from './types.ts';
export {
  actorKind,
  linkKind,
  mapKind,
  sectorKind,
  type Actor,
  type ActorLink,
  type ActorMap,
  type ActorSector
} from './kinds.ts';
export { actorWords, drawActorMap, type DrawnMap } from './drawing.ts';
export { layoutActorMap, type MapLayout } from './layout.ts';
export { engagementSentences, listWords, measureSentences, shareWords } from './measure-words.ts';
export { measuresOf, type ActorMeasures, type MapMeasures } from './measures.ts';
export { readingOrder } from './rules.ts';
export { actorsTable, linksTable, measuresTable, ringsTable } from './tables.ts';
export { actorBlueprint, mapFileSentence, readActorMap, type MapFileProblem } from './kumu.ts';
export { workshopKind, type RingWorkshop } from './workshop-kind.ts';
export {
  aloneUntil,
  hasEnded,
  isShown,
  listedNow,
  mayChangeSheet,
  nextStep
} from './workshop-rules.ts';
export {
  clockWords,
  guestsForgotten,
  kindPlurals,
  moveOnNames,
  standing,
  stepNames,
  stepTasks
} from './workshop-words.ts';
export { explainWorkshop, workshopFieldSentences } from './workshop-sentences.ts';
export { drawRings, ringsPicture } from './draw-rings.ts';
export {
  changesTable,
  compareMaps,
  frozenMap,
  mapChangeNames,
  versionsSentence,
  type MapChange
} from './compare.ts';
