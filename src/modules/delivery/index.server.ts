/** The server's door: the plan, its changes, and what it says to other modules. */
export * from './commands.server.ts';
export {
  actionsByFactor,
  owedActions,
  planOf,
  viewAction,
  viewAim,
  viewPlan
} from './queries.server.ts';
