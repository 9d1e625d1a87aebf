/** The server's door: checks of the plan, what is answered, and checks of a partnership's own. */
export {
  addCriterion,
  addPack,
  answerLine,
  blankCriterion,
  blankPack,
  changeCriterion,
  changePack,
  formOfCriterion,
  formOfPack,
  removeCriterion,
  removePack
} from './commands.server.ts';
export { checksConfirmed, viewCheck, viewChecks } from './queries.server.ts';
