import { Readable } from 'node:stream';
import type pg from 'pg';
import { main } from '../../src/cli/index.ts';

/** The command line as tests call it: in this process, with what was said collected. */

/** The same connection as an address, for `DATABASE_URL`. */
export function addressOf({
  connectionString,
  host,
  user,
  password: secret,
  port,
  database
}: pg.PoolConfig) {
  const known = typeof secret === 'string' ? `:${encodeURIComponent(secret)}` : '';
  return (
    connectionString ??
    `postgres://${user ?? ''}${known}@${encodeURIComponent(host ?? '')}:${port ?? 5432}/${database ?? ''}`
  );
}

/** Calls the command line with `typed` on standard input; answers with what it said. */
export async function cairn(args: readonly string[], typed = '') {
  let [out, problems] = ['', ''];
  const into = (take: (text: string) => void) =>
    ({ write: (text: string) => (take(text), true) }) as unknown as NodeJS.WritableStream; // only written to
  const code = await main(args, {
    stdin: Readable.from([typed]),
    stdout: into((text) => (out += text)),
    stderr: into((text) => (problems += text))
  });
  return {
    code,
    answer: out.startsWith('{') || out.startsWith('[') ? (JSON.parse(out) as unknown) : out,
    problems
  };
}
