import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { systemClock } from '#platform/clock';
import type { World } from '#platform/command';
import { connect } from '#platform/database';
import { Reading } from '#platform/reading';
import { Throttle } from '#platform/throttle';

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

/** The world as one request finds it. What it reads is of one moment, and its clock stands still for as long. */
export type RequestWorld = World & { readonly reading: Reading };

/** Makes the world of one request. Assumes: the caller closes its reading, whatever happens. */
export function worldOfRequest(): RequestWorld {
  const server = theWorld();
  const reading = new Reading(server.database, server.clock);
  return { ...server, reading, clock: () => reading.now };
}

/** The application's own connection, as whatever started the server has handed it over. */
export function connectionFromEnvironment(): pg.PoolConfig {
  const text = process.env['CAIRN_APP_CONNECTION'];
  if (text === undefined || text === '') {
    throw new Error('Cairn was started without a database. Start it with `npm start`.');
  }
  return JSON.parse(text) as pg.PoolConfig; // written by our own start script
}
