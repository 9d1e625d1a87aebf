import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import {
  applicationConnectionValue,
  applicationConnectionVariable,
  type Environment
} from '#ground/application-connection';
import { migrationsFolder, readMigrations } from '#ground/migrations';
import { GroundRefusal } from '#ground/problems';
import { isLoopback, isSet, modeOf, type Mode } from '#ground/mode';
import type { WebServerReport } from './web-server.ts';

/** Where the pages are to be served, settled from the environment before anything is started. */
export type Serving = {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** Whether a busy port may be passed over for the next: only where nobody asked for this one. */
  readonly mayTakeNextPort: boolean;
  readonly origin: string | null;
};

/** A web server that answers. */
export type WebServer = {
  readonly address: string;
  /** The exit code, once the server has ended for whatever reason. */
  readonly ended: Promise<number>;
  stop(): Promise<number>;
};

const usualPort = 3000;

/**
 * Where to serve: `HOST` (this machine alone unless said otherwise), `PORT` (3000, or the next that is free) and `ORIGIN`.
 * Refuses: a demonstration that other machines could reach; a real installation that they could reach without `ORIGIN`; a port or
 * origin that is none.
 */
export function servingFrom(environment: Environment): Serving {
  const mode = modeOf(environment);
  const host = isSet(environment['HOST']) ? environment['HOST'].trim() : '127.0.0.1';
  const origin = readOrigin(environment['ORIGIN']);
  if (!isLoopback(host)) {
    if (mode === 'demonstration') {
      throw new GroundRefusal({ kind: 'demonstration-not-on-loopback', host });
    }
    if (origin === null) throw new GroundRefusal({ kind: 'no-origin', host });
  }
  const asked = environment['PORT'];
  const port = isSet(asked) ? Number(asked) : usualPort;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new GroundRefusal({ kind: 'not-a-port', value: asked ?? '' });
  }
  return { mode, host, port, mayTakeNextPort: !isSet(asked), origin };
}

/**
 * What whoever starts Cairn should know of how it is to be served, a sentence each.
 * Behind a proxy every visitor seems to come from it, unless `ADDRESS_HEADER` names the header in which it says who asked.
 */
export function servingWarnings(serving: Serving, environment: Environment): string[] {
  const isBehindProxy = serving.origin?.startsWith('https:') === true;
  if (!isBehindProxy || isSet(environment['ADDRESS_HEADER'])) return [];
  return [
    'ORIGIN is https, so a proxy stands in front of Cairn, and ADDRESS_HEADER does not say in which header it names the visitor. All visitors then count as one where attempts to sign in are counted. Set ADDRESS_HEADER, such as ADDRESS_HEADER=X-Forwarded-For with XFF_DEPTH=1.'
  ];
}

function readOrigin(value: string | undefined): string | null {
  if (!isSet(value)) return null;
  const found = URL.canParse(value) ? new URL(value) : null;
  const isPlain = found !== null && /^https?:$/.test(found.protocol);
  if (!isPlain || `${found.origin}/` !== found.href) {
    throw new GroundRefusal({ kind: 'not-an-origin', value });
  }
  return found.origin;
}

/** What only the owner's side may know; the process that talks to browsers is not told. */
const notForTheWebServer = ['DATABASE_URL', 'CAIRN_APP_DATABASE_URL', 'CAIRN_TEST_DATABASE_URL'];

/**
 * Starts the process that serves the built pages, and waits until it answers.
 * It is given the application's connection and no other, so that whoever takes it over is still held by row-level security.
 * It is told at which change the structure of the database stands, for it may not read that; the database is up to date by now.
 * `setUpCode` opens the set-up page of a new installation; `null` where it has been set up.
 *
 * Refuses: `pages-not-built`, `port-taken`, `pages-did-not-start`.
 */
export async function startWebServer(
  serving: Serving,
  app: pg.PoolConfig,
  environment: Environment,
  setUpCode: string | null
): Promise<WebServer> {
  if (!fs.existsSync(path.resolve(import.meta.dirname, '../../build/handler.js'))) {
    throw new GroundRefusal({ kind: 'pages-not-built' });
  }
  const program = path.resolve(import.meta.dirname, 'web-server.ts');
  const known = Object.entries(environment).filter(
    ([name]) => !notForTheWebServer.includes(name) && !name.startsWith('PG')
  );
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...Object.fromEntries(known),
      NODE_ENV: 'production',
      CAIRN_MODE: serving.mode,
      CAIRN_DEMO: serving.mode === 'demonstration' ? '1' : '0',
      CAIRN_SET_UP_CODE: setUpCode ?? '',
      CAIRN_STRUCTURE: readMigrations(migrationsFolder).at(-1)?.name ?? '',
      HOST: serving.host,
      PORT: String(serving.port),
      CAIRN_NEXT_FREE_PORT: serving.mayTakeNextPort ? '1' : '0',
      ORIGIN: serving.origin ?? '',
      [applicationConnectionVariable]: applicationConnectionValue(app)
    }
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 70 : 0)));
    child.once('error', () => resolve(70));
  });
  const port = await listeningPort(child, serving);
  const shownHost = serving.host.includes(':')
    ? `[${serving.host.replace(/^\[|\]$/g, '')}]`
    : serving.host;
  return {
    address: serving.origin ?? `http://${shownHost}:${port}`,
    ended,
    stop() {
      child.kill('SIGTERM');
      return ended;
    }
  };
}

function listeningPort(child: ChildProcess, serving: Serving): Promise<number> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new GroundRefusal({ kind: 'pages-did-not-start' }));
    child.once('exit', giveUp);
    child.once('error', giveUp);
    child.once('message', (message) => {
      child.off('exit', giveUp);
      // Only web-server.ts speaks on this channel.
      const news = message as WebServerReport;
      if (news.kind === 'listening') resolve(news.port);
      else {
        const { port, code } = news;
        reject(new GroundRefusal({ kind: 'port-taken', port, host: serving.host, code }));
      }
    });
  });
}
