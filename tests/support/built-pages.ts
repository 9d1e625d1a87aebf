import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import {
  applicationConnectionValue,
  applicationConnectionVariable
} from '../../src/ground/application-connection.ts';

type Handler = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  next: () => void
) => void;

/** Somebody who asks for pages, with the cookies of their own. */
export type Asking = {
  get(address: string): Promise<{ status: number; text: string; location: string | null }>;
  send(
    address: string,
    form: Readonly<Record<string, string>>
  ): Promise<{ status: number; text: string }>;
  /** Asks, and goes away before the answer comes. */
  leaves(address: string): Promise<void>;
};

/**
 * Serves the built pages from this very process, so that a test can stand between them and the database. `app` is the connection they
 * work with.
 *
 * Assumes: the pages are built. One call a process: what is built keeps its world.
 */
export async function serveBuiltPages(
  app: pg.PoolConfig
): Promise<{ newcomer(): Asking; stop(): Promise<void> }> {
  process.env['PROTOCOL_HEADER'] = 'x-cairn-protocol';
  process.env['HOST_HEADER'] = 'x-cairn-host';
  process.env['PORT_HEADER'] = '';
  process.env['CAIRN_MODE'] = 'demonstration';
  process.env['CAIRN_DEMO'] = '1';
  process.env[applicationConnectionVariable] = applicationConnectionValue(app);
  const file = path.resolve(import.meta.dirname, '../../build/handler.js');
  // The adapter writes this file; it exports the handler under this name.
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    handler: Handler;
  };
  const server = http.createServer((request, response) => {
    request.headers['x-cairn-protocol'] = 'http';
    request.headers['x-cairn-host'] = request.headers.host ?? '';
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address of this form.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    newcomer: () => newcomer(base),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

function newcomer(base: string): Asking {
  const cookies = new Map<string, string>();
  async function ask(address: string, options: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(base + address, {
      ...options,
      redirect: 'manual',
      headers: { cookie, origin: base, accept: 'text/html' }
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  return {
    async get(address) {
      const answer = await ask(address);
      const { status, headers } = answer;
      return { status, text: await answer.text(), location: headers.get('location') };
    },
    async send(address, form) {
      const answer = await ask(address, { method: 'POST', body: new URLSearchParams(form) });
      return { status: answer.status, text: await answer.text() };
    },
    async leaves(address) {
      const goes = new AbortController();
      const asked = ask(address, { signal: goes.signal });
      setTimeout(() => goes.abort(), 3);
      await asked.catch(() => undefined); // it was left before it was answered
    }
  };
}
