/** The server's door: choosing, deciding, and what was chosen. */
export {
  blankOutcome,
  changeOutcome,
  changePriority,
  chooseFactor,
  chooseOutcome,
  decideActionKind,
  dropFactor,
  dropOutcome,
  formOfOutcome
} from './commands.server.ts';
export {
  chosen,
  prioritiesByFactor,
  viewFactorChoice,
  viewPriorities,
  viewPriority
} from './queries.server.ts';
