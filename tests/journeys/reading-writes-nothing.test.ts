import { afterAll, describe, expect, inject, test, vi } from 'vitest';
import { connect, openDatabase } from '../../src/ground/connection.ts';
import { applyGrants, grantsFile } from '../../src/ground/migrations.ts';
import { serveBuiltPages, type Asking } from '../support/built-pages.ts';
import { fingerprints } from '../support/fingerprints.ts';
import { formOf, routeOf } from '../support/page-forms.ts';
import { demonstrationAccounts } from '../support/server.ts';
import { statementsSent, untilConnectionsAreBack } from '../support/statements.ts';

/**
 * Pages are served from this process, on the demonstration, with a single connection to the database: a page that asked for a second
 * would get no answer. The clock stands still, so that the visit is noted once and no page of the walk has to.
 */
vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });

const worker = Number(process.env['VITEST_POOL_ID']) - 1;
const database = await openDatabase({
  CAIRN_DATA: inject('journeyFolders')[worker],
  CAIRN_MODE: 'demonstration'
});
const owner = await connect(database.owner);
const pages = await serveBuiltPages({ ...database.app, max: 1 });
const nobody = pages.newcomer();
const coordinator = await signedIn('coordinator@fernhollow.example');

afterAll(async () => {
  await pages.stop();
  await owner.end();
  await database.stop();
});

async function signedIn(email: string): Promise<Asking> {
  const account = demonstrationAccounts().find((one) => one.email === email);
  if (account === undefined) throw new Error(`Nobody has the address ${email}.`);
  const somebody = pages.newcomer();
  const answer = await somebody.send('/sign-in', { email, password: account.password });
  expect(answer.status).toBe(303);
  return somebody;
}

const unhurried = 600_000; // milliseconds; there are many pages

const beginnings = (sent: readonly string[]) =>
  sent.filter((text) => /^(begin|start transaction)/.test(text));
const changes = (sent: readonly string[]) =>
  sent.filter((text) => /^\s*(insert|update|delete|merge|truncate)\b/i.test(text));

function linksIn(text: string, here: string, below: string): string[] {
  return [...text.matchAll(/<a\s[^>]*href="([^"#]*)[^"]*"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://here${here}`))
    .filter(({ host, pathname }) => host === 'here' && `${pathname}/`.startsWith(`${below}/`))
    .map(({ pathname, search }) => pathname + search);
}

/** What a page may send to the database, with the words that begin, set and end its transaction: 23 at most in December 2026. */
const mostStatements = 25;
/** Pages that bring the records of many modules together, each with what it sent in December 2026 and two more. */
const manyStatements: Readonly<Record<string, number>> = {
  '/p/[partnership]': 57,
  '/p/[partnership]/due': 52,
  '/p/[partnership]/due/calendar.ics': 52,
  '/p/[partnership]/improvement/[project]': 41,
  '/p/[partnership]/improvement/[project]/charter': 36,
  '/p/[partnership]/plan/annual': 60,
  '/p/[partnership]/plan/check': 54,
  '/p/[partnership]/plan/check/[pack]': 49,
  '/p/[partnership]/plan/check/[pack]/[line]': 49,
  '/p/[partnership]/plan/check/[pack]/check.csv': 49,
  '/p/[partnership]/plan/check/[pack]/check.docx': 49,
  '/p/[partnership]/strategy': 51,
  '/p/[partnership]/strategy/[section]': 49,
  '/p/[partnership]/strategy/public': 44,
  '/p/[partnership]/strategy/public/choose': 44,
  '/p/[partnership]/strategy/versions/compare': 51,
  '/p/[partnership]/thread': 47,
  '/p/[partnership]/thread/[factor]': 57,
  '/p/[partnership]/thread/[factor]/brief': 47
};

/** Opens one page of each form below `start`; answers how each began its transactions, what it changed, and how much it asked. */
async function walk(asking: Asking, start: string) {
  const waiting = [start];
  const seen = new Map<
    string,
    { address: string; begun: number; changed: number; statements: number }
  >();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const form = formOf(address);
    if (seen.has(form)) continue;
    let text = '';
    const sent = await statementsSent(async () => {
      const answer = await asking.get(address);
      expect({ address, status: answer.status }).toEqual({ address, status: 200 });
      text = answer.text;
    });
    const [begun, changed] = [beginnings(sent).length, changes(sent).length];
    seen.set(form, { address, begun, changed, statements: sent.length });
    if (text.startsWith('<!doctype html>')) waiting.push(...linksIn(text, address, start));
  }
  return [...seen.values()];
}

/** The statements of one request, and of what is noted after it. */
async function statementsOf(ask: () => Promise<unknown>): Promise<string[]> {
  return statementsSent(async () => {
    await ask();
    // A visit is noted after the page, and nobody waits for it.
    await untilConnectionsAreBack();
  });
}

/** Waits until no transaction but the owner's own looks at any table of this database: every one holds a lock as long as it is open. */
async function untilNobodyReads(): Promise<void> {
  const held = async () =>
    (
      await owner.query(
        `select relation::regclass from pg_locks
          where pid <> pg_backend_pid()
            and database = (select oid from pg_database where datname = current_database())`
      )
    ).rows;
  await expect.poll(held).toEqual([]);
}

describe('opening a page', () => {
  test(
    'of any form leaves the database as it was, and reads in one transaction',
    async () => {
      await statementsOf(() => coordinator.get('/p/fernhollow'));
      const before = await fingerprints(owner);
      expect(Object.keys(before).length).toBeGreaterThan(60);
      const seen = await walk(coordinator, '/p/fernhollow');
      expect(seen.length).toBeGreaterThan(100);
      expect(seen.filter(({ begun }) => begun !== 1)).toEqual([]);
      expect(seen.filter(({ changed }) => changed !== 0)).toEqual([]);
      const asked = seen.map(({ address, statements }) => {
        const route = routeOf(new URL(address, 'http://here').pathname) ?? '';
        return { address, route, statements, most: manyStatements[route] ?? mostStatements };
      });
      expect(asked.filter(({ statements, most }) => statements > most)).toEqual([]);
      const met = new Set(asked.map(({ route }) => route));
      expect(Object.keys(manyStatements).filter((route) => !met.has(route))).toEqual([]);
      expect(await fingerprints(owner)).toEqual(before);
    },
    unhurried
  );

  test('that is there for anybody, or for nobody, does so too', async () => {
    await statementsOf(() => coordinator.get('/p/fernhollow'));
    const before = await fingerprints(owner);
    const never = '00000000-0000-4000-8000-000000000000';
    for (const [asking, address, status] of [
      [nobody, '/about', 200],
      [nobody, '/public/fernhollow', 200],
      [nobody, '/public/nowhere', 404],
      [nobody, '/invitation/never-made', 200],
      [nobody, '/s/never-made-never-made-never-made', 404],
      [nobody, '/calendar/never-made.ics', 404],
      [coordinator, '/places', 200],
      [coordinator, '/p/trafford', 404],
      [coordinator, `/p/fernhollow/improvement/${never}`, 404],
      [coordinator, '/p/fernhollow/improvement/nonsense', 404],
      [coordinator, '/p/fernhollow/need/nonsense/map.csv', 404]
    ] as const) {
      const sent = await statementsSent(async () => {
        const answer = await asking.get(address);
        expect({ address, status: answer.status }).toEqual({ address, status });
      });
      expect({ address, more: beginnings(sent).slice(1) }).toEqual({ address, more: [] });
      expect({ address, changed: changes(sent) }).toEqual({ address, changed: [] });
    }
    expect(await fingerprints(owner)).toEqual(before);
  });

  test('gives its connection back when whoever asked has gone, and when it leads elsewhere', async () => {
    for (let time = 0; time < 5; time += 1) {
      await coordinator.leaves('/p/fernhollow/thread');
      expect((await nobody.get('/p/fernhollow')).status).toBe(303);
    }
    expect((await coordinator.get('/p/fernhollow/plan')).status).toBe(200);
    await untilNobodyReads();
  });

  test('notes the visit and the use of the session once in five minutes, and of neither what was opened', async () => {
    vi.setSystemTime(Date.now() + 5 * 60_000);
    const ask = () => coordinator.get('/p/fernhollow/plan');
    const before = await fingerprints(owner);
    const first = await statementsOf(ask);
    expect(changes(first).map((text) => /"(\w+)"/.exec(text)?.[1])).toEqual(['session', 'visit']);
    expect(beginnings(first)).toHaveLength(2);
    expect(changes(await statementsOf(ask))).toEqual([]);
    const after = await fingerprints(owner);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(['session', 'visit']);
  });

  test('needs no database that can be written to', async () => {
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await owner.query(
      'revoke insert, update, delete on all tables in schema public from cairn_application'
    );
    try {
      for (const address of ['/p/fernhollow', '/p/fernhollow/thread', '/places']) {
        const sent = await statementsOf(async () => {
          const answer = await coordinator.get(address);
          expect({ address, status: answer.status }).toEqual({ address, status: 200 });
        });
        // It is tried, and nobody hears of it but the log.
        expect({ address, tried: changes(sent).length }).toEqual({ address, tried: 1 });
      }
    } finally {
      await applyGrants(owner, grantsFile, true);
    }
  });
});

describe('sending a form that is refused', () => {
  test('is answered with the page, read anew, on the same one connection', async () => {
    await statementsOf(() => coordinator.get('/p/fernhollow'));
    const form = { title: '' };
    const sent = await statementsSent(async () => {
      const answer = await coordinator.send('/p/fernhollow/plan/aims/new', form);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('There is a problem');
    });
    const ways = beginnings(sent).map((text) => (/read only/.test(text) ? 'reads' : 'writes'));
    // Who sends it; the command; the record of its refusal; the page.
    expect(ways).toEqual(['reads', 'writes', 'writes', 'reads']);
  });
});
