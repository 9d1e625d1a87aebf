import fs from 'node:fs';
import http from 'node:http';
import { startCairn } from '../tests/support/running-cairn.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';

/**
 * How quickly pages come, on the demonstration: seconds from a second start to the first page; and requests a second of a
 * signed-in list page with row-level security beside a page that does one query, in the same run.
 * Marks: 5 seconds; at least half of the plain page's requests.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  try {
    await (await startCairn({ CAIRN_DATA: folder, PORT: '0' })).stop();
    const begun = performance.now();
    const cairn = await startCairn({ CAIRN_DATA: folder, PORT: '0' });
    try {
      await fetch(`${cairn.address}/sign-in`);
      const secondsToFirstPage = (performance.now() - begun) / 1000;
      const account = cairn.accounts.find((one) => one.email === 'reader@fernhollow.example');
      if (account === undefined) throw new Error('the demonstration has no reader');
      const cookie = await signIn(cairn.address, account);
      const plain = '/about';
      const paths = [
        '/p/fernhollow/system',
        '/p/fernhollow/plan',
        '/p/fernhollow/thread',
        '/p/fernhollow/need'
      ];
      const figures: Record<string, number> = {};
      for (const one of [plain, ...paths]) {
        await requestsPerSecond(cairn.address, one, cookie, 40);
        figures[one] = await requestsPerSecond(cairn.address, one, cookie, 400);
      }
      const ratios = Object.fromEntries(
        paths.map((one) => [one, (figures[one] ?? 0) / (figures[plain] ?? 1)])
      );
      if (args.includes('--json')) {
        process.stdout.write(
          `${JSON.stringify({ secondsToFirstPage, requestsPerSecond: figures, ratios })}\n`
        );
        return;
      }
      process.stdout.write(
        `second start to first page: ${secondsToFirstPage.toFixed(2)} s (mark: 5 s)\n`
      );
      for (const [address, rate] of Object.entries(figures)) {
        const ratio = ratios[address];
        const beside =
          ratio === undefined ? 'a page with one query' : `${ratio.toFixed(2)} of it (mark: 0.5)`;
        process.stdout.write(
          `${address.padEnd(24)} ${rate.toFixed(0).padStart(6)} requests a second, ${beside}\n`
        );
      }
    } finally {
      await cairn.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function signIn(
  address: string,
  account: { email: string; password: string }
): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ email: account.email, password: account.password }).toString()
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('cairn_session='));
  if (cookie === undefined) throw new Error('signing in did not work');
  return cookie.split(';')[0] ?? '';
}

/** Asks for one page `count` times, eight at a time over connections that stay open. */
async function requestsPerSecond(
  address: string,
  path: string,
  cookie: string,
  count: number
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  let left = count;
  const asker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await get(`${address}${path}`, cookie, agent);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: 8 }, asker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return count / seconds;
}

function get(url: string, cookie: string, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie } }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
        answer.resume();
        answer.on('end', resolve);
      })
      .on('error', reject);
  });
}
