/** The server's door: where the stages stand, notes, ticks and reopenings. */
export {
  dropStageNote,
  noteQuestion,
  reopenStage,
  saveStage,
  tickAction
} from './commands.server.ts';
export { dueStages, viewStage, viewStages, viewWords, viewWordsToLink } from './queries.server.ts';
