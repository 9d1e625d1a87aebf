/** The server's door: actors, sectors and links, and the map that they make. */
export {
  addActor,
  addLink,
  addMap,
  addSector,
  blankActor,
  blankLink,
  blankMap,
  blankSector,
  changeActor,
  changeLink,
  changeMap,
  changeSector,
  formOfActor,
  formOfLink,
  formOfMap,
  formOfSector,
  moveActor,
  putBackActor,
  removeActor,
  removeLink,
  removeSector,
  takeOffActor
} from './commands.server.ts';
export { importMapFile, previewMapFile } from './import.commands.server.ts';
export { actorsOnTheMap, viewActor, viewActors } from './queries.server.ts';
export {
  addItem,
  beginWorkshop,
  blankWorkshop,
  carryOver,
  dropNote,
  handWorkshopOver,
  joinWorkshop,
  listNote,
  mergeItem,
  moveWorkshopOn,
  placeItem,
  putDot,
  stopWorkshop,
  takeDot,
  takeOffItem
} from './workshop.commands.server.ts';
export { viewWorkshop, viewWorkshops } from './workshop.queries.server.ts';
export { actAsGuest, findGuest, joinByCode, viewAsGuest } from './guests.server.ts';
export * from './versions.server.ts';
