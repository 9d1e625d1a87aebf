/** The server's door: choosing, deciding, and what was chosen. */
export {
  changeOutcome,
  changePriority,
  chooseFactor,
  chooseOutcome,
  decideActionKind,
  dropFactor,
  dropOutcome
} from './commands.server.ts';
export {
  chosen,
  prioritiesByFactor,
  viewFactorChoice,
  viewPriorities,
  viewPriority
} from './queries.server.ts';
