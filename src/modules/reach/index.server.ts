/** The server's door: programmes, their cycles, and what other modules may see. */
export {
  addProgramme,
  changeCycle,
  changeProgramme,
  recordCycle,
  recordCycles,
  removeCycle,
  type PlannedCycle
} from './commands.server.ts';
export { addLook, blankLook, changeLook, formOfLook, removeLook } from './looks.server.ts';
export { programmeLines, programmesByFactor, type ProgrammeLine } from './published.server.ts';
export {
  previewCycles,
  viewCycle,
  viewCycleColumns,
  viewProgramme,
  viewProgrammeAsEntered,
  viewProgrammes,
  viewWhatMayLeave
} from './queries.server.ts';
