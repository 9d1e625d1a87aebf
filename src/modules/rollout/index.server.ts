/** The server's door: roll-outs, what is said of settings, and what other modules may see. */
export {
  addRollOut,
  changeReport,
  changeRollOut,
  formOfRollOut,
  removeReport,
  sayWhere,
  takeUpUsers
} from './commands.server.ts';
export {
  rollOutLines,
  rollOutsByFactor,
  rollOutsDue,
  type RollOutLine
} from './published.server.ts';
export {
  viewAreasToShare,
  viewPlace,
  viewReport,
  viewRollOut,
  viewRollOutChoices,
  viewRollOuts,
  viewUses
} from './queries.server.ts';
