/** The server's door: the threads. */
export { viewAlignment } from './alignment.server.ts';
export { viewBrief } from './brief.server.ts';
export { viewCompleteness } from './completeness.server.ts';
export * from './queries.server.ts';
