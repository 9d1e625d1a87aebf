/** The server's door: sessions, what was taken back, storyboards, and what they say to other modules. */
export { addSession, changeSession, removeSession } from './session.commands.server.ts';
export {
  addTakeaway,
  changeTakeaway,
  linkTest,
  planTestFrom,
  removeTakeaway,
  setAside,
  takeUp,
  unlinkTest
} from './takeaway.commands.server.ts';
export {
  addStoryboard,
  changeStoryboard,
  freezeStoryboard,
  removeStoryboard
} from './storyboard.commands.server.ts';
export {
  viewLearning,
  viewSession,
  viewSessionChoices,
  viewStoryboard,
  viewStoryboardChoices,
  viewStoryboardVersion,
  viewTakeaway,
  viewTakeawayChoices,
  viewTakeawaysForFile
} from './queries.server.ts';
export { owedLearning, takeawaysByFactor, type OwedTakeaway } from './published.server.ts';
