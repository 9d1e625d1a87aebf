/** The server's door: rounds in which a partnership rates itself, and what came of them. */
export {
  agreeOn,
  dropBarrier,
  dropPriority,
  noteBarrier,
  setPriority,
  tieEvidence,
  tiePriority,
  untieEvidence
} from './agreeing.commands.server.ts';
export { shareLevels, withdrawShares } from './areas.commands.server.ts';
export { viewAreas, viewSharedLevels, viewSharing } from './areas.queries.server.ts';
export {
  answerRound,
  askPeople,
  beginRound,
  blankRound,
  changeRound,
  chooseLeader,
  closeRound,
  enterPaper,
  formOfRound,
  revealRound,
  unaskPerson
} from './commands.server.ts';
export {
  dueRounds,
  latestAgreed,
  viewInstruments,
  viewOriginOfAction,
  viewOwnAnswers,
  viewPaper,
  viewRound,
  viewRounds,
  viewTopic,
  type DueRound,
  type LatestAgreed
} from './queries.server.ts';
