import fs from 'node:fs';
import pg from 'pg';
import { openDatabase } from '#ground/connection';
import { serveBuiltPages, type Asking } from '../tests/support/built-pages.ts';
import { startCairn } from '../tests/support/running-cairn.ts';
import { statementsSent } from '../tests/support/statements.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';

/**
 * What a page of the demonstration costs, asked for by a coordinator, warm: milliseconds of processor time of the server and of the database,
 * the statements it sends, how many of them are sent twice, and the size of what comes. The pages are served from this process over one
 * connection, so that the server's time holds that of asking, about what the bare page costs.
 * Assumes: Linux, which says how long each process has worked (`/proc`).
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  const settings = { CAIRN_DATA: folder, CAIRN_MODE: 'demonstration' };
  try {
    const { accounts, stop } = await startCairn({ ...settings, PORT: '0' });
    await stop();
    const database = await openDatabase(settings);
    const pages = await serveBuiltPages({ ...database.app, max: 1 });
    try {
      const asking = pages.newcomer();
      const account = accounts.find((one) => one.email === 'coordinator@fernhollow.example');
      if (account === undefined) throw new Error('the demonstration has no coordinator');
      await asking.send('/sign-in', { email: account.email, password: account.password });
      const backend = await backendOf(database.owner, database.app);
      const found: Record<string, Cost> = {};
      for (const [name, address] of Object.entries(await addresses(asking))) {
        found[name] = await costOf(asking, address, backend);
      }
      process.stdout.write(args.includes('--json') ? `${JSON.stringify(found)}\n` : table(found));
    } finally {
      await pages.stop();
      await database.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

type Cost = {
  readonly statements: number;
  readonly repeated: number;
  readonly transactions: number;
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly kilobytes: number;
};

/** The pages of the table, by name. Of a kind with many records the first that is linked is taken. */
async function addresses(asking: Asking): Promise<Record<string, string>> {
  const here = '/p/fernhollow';
  const first = async (on: string, form: RegExp): Promise<string> => {
    const { text } = await asking.get(on);
    const link = form.exec(text)?.[1];
    if (link === undefined) throw new Error(`${on} has no link of the form ${form}`);
    return link.replaceAll('&amp;', '&');
  };
  return {
    'a bare page': '/about',
    home: here,
    thread: `${here}/thread`,
    'thread of a factor': await first(`${here}/thread`, /href="(\/p\/fernhollow\/thread\/[^"#]+)/),
    plan: `${here}/plan`,
    strategy: `${here}/strategy`,
    improvement: `${here}/improvement`,
    project: await first(
      `${here}/improvement`,
      /href="(\/p\/fernhollow\/improvement\/[0-9a-f-]{36})"/
    ),
    'all tests': `${here}/improvement/tests`,
    due: `${here}/due`,
    evidence: `${here}/evidence`,
    services: `${here}/system`,
    need: `${here}/need`,
    settings: `${here}/administration`
  };
}

/** The process of the database that works for the pages' one connection. */
async function backendOf(owner: pg.PoolConfig, app: pg.PoolConfig): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where usename = $1',
      [app.user]
    );
    const [one] = rows;
    if (one === undefined || rows.length > 1) throw new Error('the pages have no one connection');
    return one.pid;
  } finally {
    await client.end();
  }
}

const warming = 20;
const turns = 40;

async function costOf(asking: Asking, address: string, backend: number): Promise<Cost> {
  let text = '';
  for (let turn = 0; turn < warming; turn += 1) {
    const answer = await asking.get(address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    text = answer.text;
  }
  const sent = await statementsSent(() => asking.get(address));
  const beforeThere = workedMs(backend);
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) await asking.get(address);
  const { user, system } = process.cpuUsage(before);
  const asked = sent.filter((one) => !/^(begin|start transaction|commit|rollback)/.test(one));
  return {
    statements: sent.length,
    repeated: asked.length - new Set(asked).size,
    transactions: sent.filter((one) => /^(begin|start transaction)/.test(one)).length,
    serverMs: (user + system) / 1000 / turns,
    databaseMs: (workedMs(backend) - beforeThere) / turns,
    kilobytes: Buffer.byteLength(text) / 1000
  };
}

/** proc(5): the first figure of schedstat is the time on a processor, in nanoseconds. */
function workedMs(pid: number): number {
  return Number(fs.readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function table(found: Readonly<Record<string, Cost>>): string {
  const lines = Object.entries(found).map(([name, cost]) => {
    const { statements, repeated, transactions, serverMs, databaseMs, kilobytes } = cost;
    const ms = `${serverMs.toFixed(1)} + ${databaseMs.toFixed(1)}`;
    return `| ${name} | ${statements} (${repeated}) | ${transactions} | ${ms} | ${kilobytes.toFixed(0)} |`;
  });
  return [
    '| page | statements (repeated) | transactions | ms server + database | kB |',
    '|---|---|---|---|---|',
    ...lines,
    ''
  ].join('\n');
}
