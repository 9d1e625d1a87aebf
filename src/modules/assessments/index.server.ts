/** The server's door: rounds in which a partnership rates itself, and what came of them. */
export {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  blankRound,
  changeRound,
  chooseLeader,
  closeRound,
  dropBarrier,
  dropPriority,
  enterPaper,
  formOfRound,
  noteBarrier,
  revealRound,
  setPriority,
  tiePriority,
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
