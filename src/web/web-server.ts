import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLoopback, isSet } from '#ground/mode';

/**
 * The process that serves the built pages. It is started by `npm start` with the application's connection alone.
 *
 * The adapter takes every request for https, or believes a header about it. Here the scheme and the host are settled first: from
 * `ORIGIN`, the address people type, or, on loopback, from the request's own host if that is this machine. Anything else is refused,
 * so that no other site can reach a demonstration through the browser of whoever runs it.
 */
const build = path.resolve(import.meta.dirname, '../../build');
const host = process.env['HOST'] ?? '127.0.0.1';
const wantedPort = Number(process.env['PORT'] ?? '3000');
const mayTakeNextPort = process.env['CAIRN_NEXT_FREE_PORT'] === '1';
const origin = isSet(process.env['ORIGIN']) ? new URL(process.env['ORIGIN']) : null;
const portsToTry = 50;
const largestBody = 12 * 1024 * 1024; // bytes
const largestDrained = 4 * largestBody; // bytes of a body that is too large, read for politeness
const secondsOfTls = 365 * 24 * 60 * 60; // for which a browser asks by TLS alone
const farewellTime = 300; // milliseconds for the application to let go of what it holds
const drainingTime = 5000; // milliseconds for requests under way when asked to stop

process.env['PROTOCOL_HEADER'] = 'x-cairn-protocol';
process.env['HOST_HEADER'] = 'x-cairn-host';
process.env['PORT_HEADER'] = '';
process.env['BODY_SIZE_LIMIT'] = String(largestBody);

let stopping = false;

type Handler = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  next: () => void
) => void;
// The adapter writes this file; it exports the handler under this name.
const { handler } = (await import(pathToFileURL(path.join(build, 'handler.js')).href)) as {
  handler: Handler;
};

const server = http.createServer((request, response) => {
  const asked = origin === null ? ownHost(request.headers.host) : origin.host;
  if (asked === null) {
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This Cairn answers only under the address it was started with.\n');
    return;
  }
  if (origin?.protocol === 'https:') {
    // For this name alone: what else stands under a council's domain is not ours to decide.
    response.setHeader('strict-transport-security', `max-age=${secondsOfTls}`);
  }
  if (Number(request.headers['content-length'] ?? 0) > largestBody) {
    refuseTooLarge(request, response);
    return;
  }
  request.once('close', () => {
    if (stopping) server.closeIdleConnections();
  });
  request.headers['x-cairn-protocol'] = origin === null ? 'http' : origin.protocol.slice(0, -1);
  request.headers['x-cairn-host'] = asked;
  handler(request, response, () => {
    response.statusCode = 404;
    response.end();
  });
});

/**
 * Says that the body is too large. A browser only reads an answer once it has sent everything, so what it sends is read and dropped,
 * up to a point.
 */
function refuseTooLarge(request: http.IncomingMessage, response: http.ServerResponse): void {
  const answer = () => {
    response.writeHead(413, {
      'content-type': 'text/plain; charset=utf-8',
      connection: 'close'
    });
    response.end('What was sent is larger than 12 MB. Go back and choose a smaller file.\n');
  };
  if (Number(request.headers['content-length']) > largestDrained) {
    answer();
    return;
  }
  request.once('end', answer);
  request.resume();
}

/** The host a request names, if it is this machine under the port we listen on. */
function ownHost(named: string | undefined): string | null {
  if (named === undefined) return null;
  const found = /^(.*?)(?::(\d+))?$/.exec(named);
  const isOurs = isLoopback(found?.[1] ?? '') && Number(found?.[2] ?? '80') === portInUse();
  return isOurs ? named : null;
}

function portInUse(): number {
  // A server on a port has an address of this form.
  return (server.address() as AddressInfo).port;
}

function listen(port: number): void {
  server.once('error', (fault: NodeJS.ErrnoException) => {
    const next = port + 1;
    if (fault.code === 'EADDRINUSE' && mayTakeNextPort && next < wantedPort + portsToTry) {
      listen(next);
    } else {
      report({ kind: 'could-not-listen', port, code: fault.code ?? fault.message });
      process.exitCode = 1;
      process.disconnect?.();
    }
  });
  server.listen(port, host, () => {
    server.removeAllListeners('error');
    report({ kind: 'listening', port: portInUse() });
  });
}

/** What this process tells the one that started it. */
export type WebServerReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'could-not-listen'; readonly port: number; readonly code: string };

function report(news: WebServerReport): void {
  if (process.send) process.send(news);
  else process.stderr.write(`${JSON.stringify(news)}\n`);
}

/** Finishes the requests under way, tells the application, and ends. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  // Streams that would go on are ended by whoever holds them (live.server.ts); Node's types do not list the event.
  process.emit('cairn:stopping' as never);
  setTimeout(() => server.closeAllConnections(), drainingTime).unref();
  server.close(() => {
    process.emit('sveltekit:shutdown' as never); // the adapter's own event; Node's types do not list it
    setTimeout(() => process.exit(), farewellTime).unref();
    if (process.connected) process.disconnect();
  });
  server.closeIdleConnections();
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Whoever started us has gone, and its database may go too.
process.on('disconnect', stop);
listen(wantedPort);
