/** The server's door: boundaries, their outlines, the working boundary. */
export * from './commands.server.ts';
