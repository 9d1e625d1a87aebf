/** The server's door: risks and resources, and what they owe. */
export * from './commands.server.ts';
export { dueRisks, resourcesOf, risksOf, viewResources, viewRisks } from './queries.server.ts';
