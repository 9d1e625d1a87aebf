import type { PoolConfig } from 'pg';

/** Environment variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that carries the application's connection into the web server, as JSON of a `pg.PoolConfig`. */
export const applicationConnectionVariable = 'CAIRN_APP_CONNECTION';

/** The application's connection as the value of `CAIRN_APP_CONNECTION`. */
export function applicationConnectionValue(app: PoolConfig): string {
  return JSON.stringify(app);
}

/**
 * The connection of the application role, as the process that started this one handed it over.
 * The web server holds nothing else: neither the owner's connection nor `DATABASE_URL`.
 *
 * Refuses: throws when the variable is missing or is not JSON, because the server was then started by the wrong door.
 */
export function applicationConnection(environment: Environment): PoolConfig {
  const value = environment[applicationConnectionVariable];
  if (value === undefined || value === '') {
    throw new Error(
      `${applicationConnectionVariable} is not set. Start Cairn with "npm start" or "npm run dev".`
    );
  }
  // Written by applicationConnectionValue in the process that started this one.
  return JSON.parse(value) as PoolConfig;
}
