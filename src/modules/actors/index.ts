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
export { actorsTable, linksTable, measuresTable } from './tables.ts';
export { actorBlueprint, mapFileSentence, readActorMap, type MapFileProblem } from './kumu.ts';
