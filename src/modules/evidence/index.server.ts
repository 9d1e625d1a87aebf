/** The server's door: commands, queries, and the view that other modules lay their records beside. */
export * from './commands.server.ts';
export * from './insight.commands.server.ts';
export * from './pathway.commands.server.ts';
export * from './pathway.queries.server.ts';
export * from './queries.server.ts';
export {
  evidenceByFactor,
  getEvidence,
  insightsOf,
  pathwayLinksOf,
  topRoutesOf
} from './evidence.server.ts';
