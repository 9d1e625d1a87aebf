import type { Environment } from './application-connection.ts';
import { GroundRefusal } from './problems.ts';

/**
 * `demonstration`: made-up and published examples, accounts with known passwords, this machine only.
 * `production`: a real installation; no account exists that its people did not make.
 */
export type Mode = 'demonstration' | 'production';

/**
 * The mode the environment asks for. `CAIRN_MODE` says it outright; `CAIRN_DEMO=1` asks for the demonstration on any database;
 * otherwise naming a server with `DATABASE_URL` means production, and plain `npm start` the demonstration.
 * Refuses: throws when the two contradict each other.
 */
export function modeOf(environment: Environment): Mode {
  if (environment['CAIRN_MODE'] === 'production' && environment['CAIRN_DEMO'] === '1') {
    throw new GroundRefusal({ kind: 'contradictory-mode' });
  }
  if (environment['CAIRN_MODE'] === 'production') return 'production';
  if (environment['CAIRN_MODE'] === 'demonstration') return 'demonstration';
  if (environment['CAIRN_DEMO'] === '1') return 'demonstration';
  return isSet(environment['DATABASE_URL']) ? 'production' : 'demonstration';
}

/** Whether an address to listen on can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** Whether a variable says something; an empty one counts as not set. */
export function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
