import fs from 'node:fs';
import http from 'node:http';
import { startCairn } from '../tests/support/running-cairn.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';

/**
 * What the pages of the evidence cost the server, on the demonstration: milliseconds of processor time a request, of the processes
 * that answer (the database is another), over 60 requests one after the other once it is warm. Mark: 50 ms for the matrix.
 * Where the system does not tell a process's time (`/proc`), only the time on the clock is said.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  const cairn = await startCairn({ CAIRN_DATA: folder, PORT: '0' });
  try {
    const cookie = await signIn(cairn.address, cairn.accounts);
    const pages = {
      matrix: '/p/fernhollow/evidence',
      'whole matrix': '/p/fernhollow/evidence?outcome=all&age=all',
      'on paper': '/p/fernhollow/evidence/print',
      alignment: '/p/fernhollow/evidence/alignment',
      pathways: '/p/fernhollow/evidence/pathways?to=communication'
    };
    const found: Record<string, { cpuMs: number | null; ms: number }> = {};
    for (const [name, address] of Object.entries(pages)) {
      const url = `${cairn.address}${address}`;
      for (let turn = 0; turn < 20; turn += 1) await get(url, cookie);
      const turns = 60;
      const before = cpuMsOf(cairn.process.pid);
      const begun = performance.now();
      for (let turn = 0; turn < turns; turn += 1) await get(url, cookie);
      const after = cpuMsOf(cairn.process.pid);
      const cpuMs = before === null || after === null ? null : (after - before) / turns;
      found[name] = { cpuMs, ms: (performance.now() - begun) / turns };
    }
    if (args.includes('--json'))
      process.stdout.write(`${JSON.stringify({ markMs: 50, pages: found })}\n`);
    else {
      for (const [name, { cpuMs, ms }] of Object.entries(found)) {
        const cpu =
          cpuMs === null
            ? 'processor time not told here'
            : `${cpuMs.toFixed(1)} ms of processor time`;
        process.stdout.write(
          `${name.padEnd(14)} ${cpu}, ${ms.toFixed(1)} ms on the clock (mark: 50 ms)\n`
        );
      }
    }
  } finally {
    await cairn.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/**
 * Processor time so far, user and system, in milliseconds, of a process and those it started, its database left out. The clock
 * of Linux ticks a hundred times a second.
 */
function cpuMsOf(root: number | undefined): number | null {
  if (!fs.existsSync('/proc/self/stat')) return null;
  const processes = fs.readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? readStat(name) : null;
    if (stat === null) return [];
    const begins = stat.lastIndexOf(')');
    const fields = stat.slice(begins + 2).split(' ');
    const command = stat.slice(stat.indexOf('(') + 1, begins);
    const ticks = Number(fields[11]) + Number(fields[12]);
    return [{ id: Number(name), parent: Number(fields[1]), command, ticks }];
  });
  const ofProcess = (id: number): number =>
    processes
      .filter((one) => one.id === id || one.parent === id)
      .filter((one) => one.command !== 'postgres')
      .reduce((sum, one) => sum + (one.id === id ? one.ticks : ofProcess(one.id)), 0);
  return ofProcess(root ?? 0) * 10;
}

function readStat(id: string): string | null {
  try {
    return fs.readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return null; // it ended meanwhile
  }
}

async function signIn(
  address: string,
  accounts: readonly { readonly email: string; readonly password: string }[]
): Promise<string> {
  const reader = accounts.find((one) => one.email === 'reader@fernhollow.example');
  if (reader === undefined) throw new Error('the demonstration has no reader');
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ email: reader.email, password: reader.password }).toString()
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('cairn_session='));
  if (cookie === undefined) throw new Error('signing in did not work');
  return cookie.split(';')[0] ?? '';
}

function get(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers: { cookie } }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
        answer.resume();
        answer.on('end', resolve);
      })
      .on('error', reject);
  });
}
