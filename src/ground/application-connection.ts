import type { PoolConfig } from 'pg';

/** Environment variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that carries the application's connection into the web server, as JSON of a `pg.PoolConfig`. */
export const applicationConnectionVariable = 'CAIRN_APP_CONNECTION';

/** The application's connection as the value of `CAIRN_APP_CONNECTION`. */
export function applicationConnectionValue(app: PoolConfig): string {
  return JSON.stringify(app);
}
