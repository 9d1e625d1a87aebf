/** The server's door: the threads. */
export * from './queries.server.ts';
