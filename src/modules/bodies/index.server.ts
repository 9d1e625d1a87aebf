/** The server's door: bodies of the plan, its versions, what each body said, and how each takes up an aim. */
export {
  addApproval,
  addBody,
  addElement,
  addUptake,
  blankApproval,
  blankBody,
  blankElement,
  blankUptake,
  changeApproval,
  changeBody,
  changeElement,
  changeUptake,
  formOfApproval,
  formOfBody,
  formOfElement,
  formOfUptake,
  makePlanVersion,
  removeApproval,
  removeBody,
  removeElement,
  removeUptake
} from './commands.server.ts';
export {
  approvalsOf,
  viewPlanVersion,
  viewTwoVersions,
  viewUptake,
  viewVersions
} from './queries.server.ts';
