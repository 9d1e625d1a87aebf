/** The server's door: loading open data, commands and queries, and what local need looks like. */
export {
  addIndicator,
  blankIndicator,
  changeIndicator,
  formOfIndicator,
  retireIndicator
} from './own/commands.server.ts';
export { viewValue, viewValues, viewValuesToTake } from './own/queries.server.ts';
export {
  addValue,
  addValues,
  changeValue,
  removeValue,
  restoreValue
} from './own/value-commands.server.ts';
export {
  addComparatorGroup,
  changeComparatorGroup,
  removeComparatorGroup
} from './comparing/commands.server.ts';
export { viewComparatorForm, viewComparators } from './comparing/queries.server.ts';
export { loadOpenData, type OpenDataProblem } from './open/load.server.ts';
export { viewWards } from './open/queries.server.ts';
export { changeChoice, followIndicators } from './need/commands.server.ts';
export {
  dueFigures,
  followedIndicators,
  needByFactor,
  safeLatestOfOwn,
  viewCatalogue,
  viewNeed,
  viewOwnFiguresForApi
} from './need/queries.server.ts';
export { viewIndicator } from './indicator/queries.server.ts';
export { viewIndicatorMap } from './maps/queries.server.ts';
