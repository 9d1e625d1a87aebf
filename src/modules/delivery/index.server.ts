/** The server's door: the plan, its changes, and what it says to other modules. */
export * from './commands.server.ts';
export {
  dueInPlan,
  dueMilestones,
  judgedByOf,
  milestonesOf,
  planOf,
  viewAction,
  viewAim,
  viewJudgedBy,
  viewPlan,
  viewSupport,
  workByFactor,
  type DueInPlan
} from './queries.server.ts';
