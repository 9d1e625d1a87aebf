import http from 'node:http';
import net from 'node:net';
import type { Outside } from '#platform/outside.server';

/** What the fake server answers; null: nothing, ever. */
export type FakeAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
} | null;

/**
 * An internet of one server on this machine: every name leads to one public address, and every connection to the server. Nothing leaves
 * the machine. Whoever begins it stops it.
 */
export async function fakeOutside(answer: (path: string) => FakeAnswer) {
  const heard: { readonly path: string; readonly headers: http.IncomingHttpHeaders }[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    heard.push({ path, headers: request.headers });
    const said = answer(path);
    if (said === null) return;
    response.writeHead(said.status ?? 200, said.headers);
    response.end(said.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo; // of a server that listens on a port
  const outside: Outside = {
    resolve: () => Promise.resolve(['8.8.8.8']),
    connect: () => net.connect(port, '127.0.0.1')
  };
  return {
    outside,
    heard,
    /** A connection that is refused: the port is the server's own address turned away at once. */
    nobody: () => new net.Socket().destroy(new Error('ECONNREFUSED')),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}
