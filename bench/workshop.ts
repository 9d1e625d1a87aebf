import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startCairn } from '../tests/support/running-cairn.ts';
import { makeTemporaryFolder } from '../tests/support/temporary-folder.ts';

/**
 * A workshop of rings with forty people in the room: whoever leads, and 39 guests. Each has a page that hears of changes and asks again as the
 * script of the page does (live.client.ts): a look after up to 150 milliseconds, the next no sooner than the last took. Everybody lists alone; then
 * somebody puts names on the sheet and places them, a change a second; then everybody puts dots; then the rings are frozen.
 *
 * Measured: from the moment before a change is sent to the moment a page that says it has come, for each change and each screen; changes that a
 * screen never showed; processor time of the server and of the database, of one processor. Drawing in the browser is not in it.
 * Marks: 95 of 100 within a second, none lost, server under one processor.
 * Assumes: Linux, which says how long each process has worked (`/proc`).
 */
const people = 40;
const names = 20;
const apart = 150; // milliseconds, as in live.client.ts
const enough = 30_000; // milliseconds after which a change that has not come counts as lost

export async function run(args: readonly string[]): Promise<void> {
  const folder = makeTemporaryFolder('bench');
  const cairn = await startCairn({ CAIRN_DATA: folder, PORT: '0' });
  try {
    const lead = await facilitator(cairn.address, cairn.accounts);
    const guests = await Promise.all(
      Array.from({ length: people - 1 }, (_, at) => guest(cairn.address, lead.code, `Guest ${at}`))
    );
    const screens = [lead, ...guests];
    await Promise.all(screens.map((one) => one.listens()));
    const processes = workersOf(cairn.process.pid ?? 0);
    const before = processes.map(workedMs);
    const begun = performance.now();
    const lags: number[] = [];
    /** Sends a change, and notes when each screen shows it. */
    const change = async (words: string, send: () => Promise<unknown>) => {
      const sentAt = performance.now();
      const seen = screens.map((one) => one.shows(words).then((at) => lags.push(at - sentAt)));
      await send();
      await Promise.all(seen);
      await pause(Math.max(0, 1000 - (performance.now() - sentAt)));
    };
    const step = (from: string, says: string) => change(says, () => lead.sends('?/on', { from }));

    await step('gather', 'Everybody lists primary stakeholders alone');
    await Promise.all(
      guests.map(async (one, at) => {
        await pause(250 * at);
        await one.sends('?/list', { names: `Alone ${at}` });
      })
    );
    await step('primary', 'The primary stakeholders together');
    await step('primary-shown', 'Everybody lists secondary stakeholders alone');
    await step('secondary', 'The secondary stakeholders together');
    await step('secondary-shown', 'Everybody lists key stakeholders alone');
    await step('key', 'The key stakeholders together');
    for (let at = 0; at < names; at += 1) {
      const name = `Talked of ${at}`;
      await change(`${name} is on the sheet.`, () => lead.sends('?/add', { name, kind: 'key' }));
    }
    await step('key-shown', 'Placing in the rings');
    const items = await lead.items();
    for (const [at, { id, name }] of items.entries()) {
      const ring = String(1 + (at % 4));
      await change(`${name} is in ring ${ring}.`, () => lead.sends('?/place', { one: id, ring }));
    }
    await step('place', 'Dots, each alone');
    await Promise.all(
      guests.map(async (one, at) => {
        await pause(250 * at);
        await one.sends('?/dot', { one: items[at % items.length]?.id ?? '' });
      })
    );
    const seconds = (performance.now() - begun) / 1000;
    const [server = 0, ...database] = processes.map((pid, at) => workedMs(pid) - (before[at] ?? 0));
    await lead.sends('?/on', { from: 'dots' });
    const ends = await Promise.all(screens.map((one) => one.ended()));
    say(args, {
      people,
      changes: lags.length / people,
      shareWithinOneSecond: lags.filter((lag) => lag <= 1000).length / lags.length,
      lost: lags.filter((lag) => lag >= enough).length,
      medianMs: quantile(lags, 0.5),
      ninetyFifthMs: quantile(lags, 0.95),
      longestMs: Math.max(...lags),
      looks: screens.reduce((sum, one) => sum + one.looks(), 0),
      seconds,
      serverProcessors: server / 1000 / seconds,
      databaseProcessors: database.reduce((sum, one) => sum + one, 0) / 1000 / seconds,
      streamsEnded: ends.filter(Boolean).length
    });
    for (const one of screens) one.leaves();
  } finally {
    await cairn.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

type Found = Readonly<Record<string, number>>;

function say(args: readonly string[], found: Found): void {
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  for (const [name, figure] of Object.entries(found)) {
    process.stdout.write(`${name.padEnd(24)} ${Math.round(1000 * figure) / 1000}\n`);
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** One person's browser at the page of a workshop. */
class Screen {
  readonly #origin: string;
  readonly #page: string;
  readonly #cookie: string;
  readonly #leaving = new AbortController();
  readonly #awaited = new Set<{ words: string; found: (at: number) => void }>();
  #text = '';
  #looks = 0;
  #isLooking = false;
  #isDue = false;
  #notBefore = 0;
  #end = Promise.withResolvers<boolean>();

  constructor(origin: string, page: string, cookie: string) {
    this.#origin = origin;
    this.#page = page;
    this.#cookie = cookie;
  }

  looks = (): number => this.#looks;
  leaves = (): void => this.#leaving.abort();
  ended = (): Promise<boolean> => Promise.race([this.#end.promise, pause(enough, false)]);

  /** Opens the stream; ready once the page has been asked for after the first look. */
  async listens(): Promise<void> {
    const stream = await fetch(`${this.#origin}${this.#page}/live`, {
      headers: { cookie: this.#cookie, accept: 'text/event-stream' },
      signal: this.#leaving.signal
    });
    if (stream.status !== 200) throw new Error(`the stream answered ${stream.status}`);
    void this.#reads(stream).catch(() => undefined);
    while (this.#looks === 0) await pause(10);
  }

  async #reads({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const part of body ?? []) {
      const said = decoder.decode(part, { stream: true });
      if (said.includes('event: look')) this.#look();
      if (said.includes('event: end')) this.#end.resolve(true);
    }
  }

  #look(): void {
    this.#isDue = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    const wait = Math.max(0, this.#notBefore - performance.now()) + apart * Math.random();
    setTimeout(() => void this.#ask().finally(() => {
      this.#isLooking = false;
      if (this.#isDue) this.#look();
    }), wait); // prettier-ignore
  }

  async #ask(): Promise<void> {
    this.#isDue = false;
    const begun = performance.now();
    this.#text = await this.#get();
    const now = performance.now();
    this.#notBefore = now + Math.max(apart, now - begun);
    this.#looks += 1;
    for (const one of this.#awaited) {
      if (!this.#text.includes(one.words)) continue;
      this.#awaited.delete(one);
      one.found(now);
    }
  }

  async #get(): Promise<string> {
    const answer = await fetch(this.#origin + this.#page, {
      headers: { cookie: this.#cookie, accept: 'text/html', 'x-cairn-looks-again': '1', 'sec-fetch-site': 'same-origin' } // prettier-ignore
    });
    if (answer.status !== 200) throw new Error(`${this.#page} answered ${answer.status}`);
    return answer.text();
  }

  /** The moment at which the page shows these words; one of long after where it never does. */
  shows(words: string): Promise<number> {
    const asked = performance.now();
    const seen = new Promise<number>((found) => this.#awaited.add({ words, found }));
    return Promise.race([seen, pause(enough, asked + enough)]);
  }

  async sends(action: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const answer = await post(this.#origin, this.#page + action, fields, this.#cookie);
    if (answer.status !== 303) throw new Error(`${action} answered ${answer.status}`);
  }

  /** What is on the sheet, by the rows of the page. */
  async items(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    const rows = (await this.#get()).matchAll(
      /id="item-([0-9a-f-]{36})"[\s\S]*?<th[^>]*>([\s\S]*?)<\/th>/g
    );
    return [...rows].map(([, id = '', cell = '']) => ({
      id,
      name: cell.replaceAll(/<[^>]*>/g, '').trim()
    }));
  }
}

function post(origin: string, path: string, fields: Readonly<Record<string, string>>, cookie = '') {
  return fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie, accept: 'text/html' },
    body: new URLSearchParams(fields)
  });
}

function cookieOf(answer: Response, name: string): string {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  if (cookie === undefined) throw new Error(`there is no cookie ${name}: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

/** Signs in, begins a workshop and comes into it. */
async function facilitator(
  origin: string,
  accounts: readonly { readonly email: string; readonly password: string }[]
): Promise<Screen & { readonly code: string }> {
  const account = accounts.find((one) => one.email === 'lead@fernhollow.example');
  if (account === undefined) throw new Error('the demonstration has no lead');
  const { email, password } = account;
  const cookie = cookieOf(await post(origin, '/sign-in', { email, password }), 'cairn_session');
  const rings = '/p/fernhollow/system/rings';
  const begun = await post(
    origin,
    `${rings}/new`,
    {
      title: 'Forty people',
      focus: 'Early learning',
      'heldOn-day': '1',
      'heldOn-month': '12',
      'heldOn-year': '2026',
      dotsEach: '1'
    },
    cookie
  );
  const page = begun.headers.get('location') ?? '';
  const text = await (await fetch(origin + page, { headers: { cookie } })).text();
  const code = /([2-9a-z]{4}) ([2-9a-z]{4}), at/.exec(text);
  if (code === null) throw new Error(`the workshop has no code: ${begun.status}`);
  return Object.assign(new Screen(origin, page, cookie), { code: `${code[1]}${code[2]}` });
}

async function guest(origin: string, code: string, called: string): Promise<Screen> {
  const answer = await post(origin, '/join', { code, called });
  return new Screen(origin, '/join/in', cookieOf(answer, 'cairn_guest'));
}

/** The process that serves pages, and after it those of the database, among all that a process has started. */
function workersOf(pid: number): readonly number[] {
  const parents = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^\d+ \(.*\) \S (\d+)/s.exec(fs.readFileSync(`/proc/${name}/stat`, 'utf8'));
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent?.[1]), command }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
  const below = (of: number): typeof parents =>
    parents.filter(({ parent }) => parent === of).flatMap((one) => [one, ...below(one.pid)]);
  const all = below(pid);
  const servers = all.filter(({ command }) => command.includes('web-server'));
  const databases = all.filter(
    ({ command }) => command.includes('postgres') && !command.includes('.ts')
  );
  return [...servers, ...databases].map((one) => one.pid);
}

/** Milliseconds of processor time of a process, all its threads, and those it has started that have ended; 0 where it has ended itself. */
function workedMs(pid: number): number {
  try {
    // proc(5): the fields after the name; the 12th to the 15th are user, system and those of children, in hundredths of a second.
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, one) => sum + 10 * Number(one), 0);
  } catch {
    return 0;
  }
}
