/** The server's door: rounds in which a partnership rates itself, and what came of them. */
export {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  blankRound,
  changeRound,
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
  viewElement,
  viewInstruments,
  viewOriginOfAction,
  viewOwnAnswers,
  viewPaper,
  viewRound,
  viewRounds
} from './queries.server.ts';
