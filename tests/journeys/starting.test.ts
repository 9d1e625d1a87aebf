import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { isRunning } from '../../src/ground/embedded/processes.ts';
import { copyDatabase, startCairn } from '../support/running-cairn.ts';
import { baseAddress } from '../support/server.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const project = path.resolve(import.meta.dirname, '../..');

function postmasterOf(folder: string): number {
  const file = path.join(folder, 'pg18', 'postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** A Cairn on this folder, which ends with the test whatever becomes of it. */
async function start(folder: string) {
  const cairn = await startCairn({ CAIRN_DATA: folder, PORT: '0' });
  onTestFinished(async () => {
    await cairn.stop();
  });
  return cairn;
}

/** A port that no program uses: what is behind an address of its own does not say on which it listens. */
async function freePort(): Promise<string> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo; // a server on a port has an address of this form
  server.close();
  await once(server, 'close');
  return String(port);
}

/** The status of a request made with just these headers. */
async function statusOf(
  address: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body = ''
): Promise<number> {
  const request = http.request(address, { method, headers: { connection: 'close', ...headers } });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]; // Node's own event
  response.resume();
  return response.statusCode ?? 0;
}

describe('a second start', () => {
  let folder = '';
  beforeAll(() => {
    folder = makeTemporaryFolder('starting');
    copyDatabase(inject('startedOnce'), folder);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  test('gives the first page, and stops web server and database in order', async () => {
    const cairn = await start(folder);
    expect((await fetch(`${cairn.address}/`)).status).toBe(200);

    const database = postmasterOf(folder);
    expect(isRunning(database)).toBe(true);
    expect(await cairn.stop()).toBe(0);
    expect(isRunning(database)).toBe(false);
    await expect(fetch(`${cairn.address}/`)).rejects.toThrow();
  });

  test('beside a running one shares its database, which outlives the first to stop', async () => {
    const first = await start(folder);
    const second = await start(folder);
    await first.stop();
    expect((await fetch(`${second.address}/health`)).status).toBe(200);
    const database = postmasterOf(folder);
    await second.stop();
    expect(isRunning(database)).toBe(false);
  });

  test('after a kill takes the database over, and the orphaned web server has gone', async () => {
    const killed = await start(folder);
    killed.process.kill('SIGKILL');
    await expect.poll(() => fetch(`${killed.address}/health`).catch(() => 'gone')).toBe('gone');
    const again = await start(folder);
    expect((await fetch(`${again.address}/health`)).status).toBe(200);
    await again.stop();
  });
});

describe('a start that should not be', () => {
  function attempt(environment: Readonly<Record<string, string>>) {
    return spawnSync(process.execPath, [path.join(project, 'scripts/start.ts')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...environment }
    });
  }

  test('of the demonstration for other machines is refused', () => {
    const answer = attempt({ HOST: '0.0.0.0' });
    expect(answer.status).toBe(1);
    expect(answer.stderr).toMatch(
      /^The demonstration has accounts whose passwords everyone knows.*\n$/
    );
  });

  test('on a port that somebody asked for and is taken is refused', () => {
    const folder = makeTemporaryFolder('port');
    onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    const port = new URL(baseAddress()).port;
    const answer = attempt({ CAIRN_DATA: folder, PORT: port });
    expect(answer.status).toBe(1);
    expect(answer.stderr).toContain(`Another program already uses port ${port}`);
    expect(postmasterOf(folder)).toBe(0);
  });
});

describe('what reaches the pages', () => {
  test('is only what was sent to this machine by name', async () => {
    const { port } = new URL(baseAddress());
    const address = `${baseAddress()}/health`;
    expect(await statusOf(address, { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await statusOf(address, { host: `localhost:${port}` })).toBe(200);
    expect(await statusOf(address, { host: `rebound.example:${port}` })).toBe(421);
    expect(await statusOf(address, { host: 'localhost:1' })).toBe(421);
  });

  test('is not a form that another site sent, and is one of our own', async () => {
    const address = `${baseAddress()}/sign-in`;
    const form = 'email=nobody%40fernhollow.example&password=none';
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = (origin: string) => statusOf(address, { ...type, origin }, 'POST', form);
    expect(await sent('https://elsewhere.example')).toBe(403);
    expect(await sent(baseAddress().replace('http:', 'https:'))).toBe(403);
    expect(await sent(baseAddress())).not.toBe(403);
  });

  test('may be as large as a spreadsheet, and no larger than 12 MB', async () => {
    const address = `${baseAddress()}/sign-in`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: baseAddress() };
    const sent = (megabytes: number) =>
      statusOf(address, headers, 'POST', `email=${'x'.repeat(megabytes * 1024 * 1024)}`);
    expect(await sent(2)).not.toBe(413);
    expect(await sent(13)).toBe(413);
  });
});

describe('cairn serve', () => {
  test('serves a real installation with a set-up page, behind its own address, and stops in order', async () => {
    const folder = makeTemporaryFolder('serve');
    onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    const port = await freePort();
    const here = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [path.join(project, 'src/cli/index.ts'), 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        CAIRN_DATA: folder,
        PORT: port,
        ORIGIN: 'https://cairn.example'
      }
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await expect.poll(() => said).toMatch(/enter this code: [0-9A-Z-]{19}\n/);
    expect(said).toContain('Cairn is at https://cairn.example\n');
    const page = await fetch(`${here}/`, { redirect: 'manual' });
    // Browsers that came once by TLS come by nothing else for a year.
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect([page.status, page.headers.get('location')]).toEqual([303, '/set-up']);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const address = `${here}/set-up`;
    expect(
      await statusOf(address, { ...form, origin: 'https://cairn.example' }, 'POST', 'code=')
    ).toBe(400);
    expect(await statusOf(address, { ...form, origin: here }, 'POST', 'code=')).toBe(403);

    const database = postmasterOf(folder);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null]; // Node's own event
    expect([code, isRunning(database)]).toEqual([0, false]);
  });
});
