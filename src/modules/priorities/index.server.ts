/** The server's door: choosing, deciding, and what was chosen. */
export {
  addConsidered,
  answerQuestion,
  blankConsidered,
  blankOutcome,
  changeConsidered,
  changeOutcome,
  changePriority,
  chooseFactor,
  chooseOutcome,
  decideActionKinds,
  dropFactor,
  dropOutcome,
  formOfConsidered,
  formOfOutcome,
  removeConsidered,
  setFactorAside,
  stepBack
} from './commands.server.ts';
export {
  asideByFactor,
  chosen,
  lookedAtAgain,
  prioritiesByFactor,
  viewFactorChoice,
  viewPriorities,
  viewPriority,
  viewWalk
} from './queries.server.ts';
