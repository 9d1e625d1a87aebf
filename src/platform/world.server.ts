import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { systemClock } from './clock.ts';
import type { World } from './command.ts';
import { connect } from './database.ts';
import { Throttle } from './throttle.ts';

let world: World | undefined;

/**
 * The world that the running server works in: its database, its clock, its chance.
 * The connection comes by environment from whatever started the server, and is the application's own role.
 */
export function theWorld(): World {
  world ??= {
    database: connect(connectionFromEnvironment()),
    clock: systemClock,
    newId: randomUUID,
    throttle: new Throttle()
  };
  return world;
}

function connectionFromEnvironment(): pg.PoolConfig {
  const text = process.env['CAIRN_APP_CONNECTION'];
  if (text === undefined || text === '') {
    throw new Error('Cairn was started without a database. Start it with `npm start`.');
  }
  return JSON.parse(text) as pg.PoolConfig; // written by our own start script
}
