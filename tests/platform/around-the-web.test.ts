import { isRedirect } from '@sveltejs/kit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressHere } from '#core/address-here';
import {
  applicationConnectionValue,
  applicationConnectionVariable
} from '#ground/application-connection';
import { addSession } from '#modules/learning/server';
import type { World } from '#platform/command';
import { connect, inTransaction } from '#platform/database';
import { DatabaseTrouble } from '#platform/database-trouble';
import { formAction } from '#web/page.server';
import { servingFrom, servingWarnings } from '#web/serving';
import { testDatabase } from '../support/database.ts';
import { testPlace, testWorld } from '../support/world.ts';
import { patience } from '../support/patience.ts';

/** What the web side answers when something around it is wrong. */

const { app, owner } = await testDatabase();
const world = await testWorld();
const place = await testPlace(world); // somebody has an account, so nobody is sent to set Cairn up
process.env[applicationConnectionVariable] = applicationConnectionValue(app);
const { handle, handleError } = await import('../../src/hooks.server.ts');
const { GET: health } = await import('../../src/routes/health/+server.ts');
const { GET: saving } = await import('../../src/routes/health/saving/+server.ts');
const { log } = await import('#web/log.server');
const { theWorld } = await import('#web/world.server');
const asOwner = connect(owner);

beforeAll(() => vi.spyOn(log, 'warn').mockImplementation(() => undefined));
afterAll(async () => {
  vi.restoreAllMocks();
  await asOwner.destroy();
  await theWorld().database.destroy();
});

function eventOf(
  address: string,
  request: RequestInit = {},
  cookie: string | undefined = undefined
) {
  const url = new URL(address, 'http://here.example');
  return {
    url,
    request: new Request(url, request),
    params: {},
    route: { id: '/about' },
    locals: {},
    isDataRequest: false,
    cookies: { get: () => cookie }
  };
}

/** What a visitor is answered while `resolve` does its work. */
function answered(event: ReturnType<typeof eventOf>, resolve: () => Promise<Response>) {
  // The parts of an event that the hook reads.
  return handle({ event, resolve } as unknown as Parameters<typeof handle>[0]);
}

describe('a page while the database is in trouble', () => {
  test.each(['away', 'unsure', 'cannot-save'] as const)(
    'is answered with 503 and a page that sends what was typed again: %s',
    async (trouble) => {
      const form = new URLSearchParams({ title: 'Nine <families>' });
      const event = eventOf('/about?x=1', { method: 'POST', body: form });
      const answer = await answered(event, () =>
        Promise.reject(new DatabaseTrouble(trouble, new Error('gone')))
      );
      const page = await answer.text();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(page).toContain('Nine &lt;families&gt;');
    }
  );
});

/** Ends every connection of the application but its own, as a server does that is started again, and waits until they have ended. */
async function endConnections(): Promise<void> {
  const another = connect(app);
  await sql`select pg_terminate_backend(pid, ${patience}) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`.execute(
    another
  );
  await another.destroy();
}

/** The request's world, whose database ends every connection of the application at the moment of saving, once: as a restart does. */
function restartingAtSaving(before: World): World {
  let isOver = false;
  const database = new Proxy(before.database, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown;
      return () => ({
        setAccessMode: (mode: 'read only' | 'read write') => ({
          execute: async (work: (tx: unknown) => Promise<unknown>) => {
            const transaction = await target.startTransaction().setAccessMode(mode).execute();
            try {
              const value = await work(transaction);
              if (mode === 'read write' && !isOver) {
                isOver = true;
                await endConnections();
              }
              await transaction.commit().execute();
              return value;
            } catch (fault) {
              await transaction
                .rollback()
                .execute()
                .catch(() => undefined);
              throw fault;
            }
          }
        })
      });
    }
  });
  return { ...before, database };
}

/** What a page would send of its hidden fields. */
function sentAgain(page: string): URLSearchParams {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const fields = page.matchAll(/<textarea hidden name="([^"]*)">\n([^<]*)<\/textarea>/g);
  return new URLSearchParams(
    [...fields].map(([, name = '', value = '']) => [plain(name), plain(value)])
  );
}

test('a form that is sent while the database starts again comes back as it was typed, and is saved once when it is sent again', async () => {
  const save = formAction(addSession, { to: () => 'learning', explain: () => '' });
  const typed = {
    title: 'Nine <families> & "one" more',
    startsOn: '2026-02-20',
    purpose: 'First line\nSecond line'
  };
  const post = async (
    form: URLSearchParams,
    around: (before: World) => World,
    who = place.people.lead
  ) => {
    const event = eventOf(`/p/${place.slug}/learning/sessions/new`, { method: 'POST', body: form });
    // The hook asks an address like this for a session; the action below is who and where it is sent by.
    event.route = { id: '/about' };
    Object.assign(event.cookies, { set: () => undefined });
    return answered(event, async () => {
      const locals = event.locals as Record<string, unknown>;
      locals['person'] = { id: who.personId };
      locals['place'] = { id: place.id, slug: place.slug };
      locals['world'] = around(locals['world'] as World);
      try {
        await save(event as unknown as Parameters<typeof save>[0]); // the parts of an event that the action reads
      } catch (thrown) {
        if (isRedirect(thrown)) return new Response(null, { status: thrown.status });
        throw thrown;
      }
      return new Response('refused', { status: 400 });
    });
  };
  const saved = () =>
    inTransaction(world, { partnershipId: place.id, now: world.clock() }, 'read', async (tx) => {
      const rows = await tx
        .selectFrom('learningSession')
        .select('id')
        .where('title', '=', typed.title)
        .execute();
      return rows.length;
    });

  const lost = await post(new URLSearchParams(typed), restartingAtSaving);
  const page = await lost.text();
  expect(lost.status).toBe(503);
  expect(page).toContain('What you sent has not been saved. It is kept on this page');
  expect(page).toContain(`action="/p/${place.slug}/learning/sessions/new"`);
  expect(Object.fromEntries(sentAgain(page))).toEqual(typed);
  expect(await saved()).toBe(0);

  // A form that is refused had nothing to save but the record that it was: nobody is told to wonder.
  const refused = await post(new URLSearchParams(typed), restartingAtSaving, place.people.reader);
  expect([refused.status, await refused.text()]).toEqual([503, page]);
  expect(await saved()).toBe(0);

  expect((await post(sentAgain(page), (world) => world)).status).toBe(303);
  expect(await saved()).toBe(1);
});

describe('what a browser sends', () => {
  const well = () => Promise.resolve(new Response('well'));

  test.each(['', 'x', '%00', '\u0000', '%zz', '𓀀'.repeat(400), "' or 1=1 --"])(
    'as a cookie of a session is nobody’s, and no fault: %j',
    async (cookie) => {
      const answer = await answered(eventOf('/about', {}, cookie), well);
      expect([answer.status, await answer.text()]).toEqual([200, 'well']);
    }
  );

  test.each(['/a%00b', '/%zz', '/a%0ab'])(
    'as an address with what no name holds is not found: %s',
    async (address) => {
      expect((await answered(eventOf(address), well)).status).toBe(404);
    }
  );

  test.each([
    null,
    '',
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/a\u0000b',
    '/a\r\nSet-Cookie: x',
    '/%zz',
    'javascript:alert(1)',
    '/\t/evil.example'
  ])('as the page to go to next is a page of ours that a header can carry: %j', (next) => {
    const here = addressHere(next);
    expect(new URL(here, 'http://here.example').origin).toBe('http://here.example');
    expect(() => new Headers({ location: here })).not.toThrow();
  });

  test('and breaks off in the middle is no fault in the log', () => {
    const gone = new AbortController();
    gone.abort();
    const faults = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const told = (signal: AbortSignal) => {
      const event = eventOf('/about', { signal });
      const given = { kind: 'unknown', error: new Error('terminated'), event };
      // The parts that the hook reads.
      return handleError(given as unknown as Parameters<typeof handleError>[0]);
    };
    expect(told(gone.signal)).toMatchObject({ status: 400 });
    expect(faults).not.toHaveBeenCalled();
    expect(told(new AbortController().signal)).toMatchObject({
      reference: expect.any(String) as string
    });
    expect(faults).toHaveBeenCalledOnce();
  });
});

describe('whether Cairn is well', () => {
  test('is told apart from whether it can save: a full disk leaves it alive', async () => {
    const said = async (answer: Promise<Response>) => {
      const { status, headers } = await answer;
      return [status, headers.get('cache-control')];
    };
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T10:00:00Z') });
    expect(await said(health())).toEqual([200, 'no-store']);
    expect(await said(saving())).toEqual([200, 'no-store']);
    // What PostgreSQL raises where its disk has no room.
    await sql`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(
      asOwner
    );
    await sql`create trigger full_disk before insert or update on saving_probe
      for each row execute function no_room()`.execute(asOwner);
    vi.setSystemTime(new Date('2026-03-02T10:00:30Z'));
    expect(await said(health())).toEqual([200, 'no-store']);
    expect(await (await health()).text()).toContain('reads only');
    expect(await said(saving())).toEqual([503, 'no-store']);
    await sql`drop function no_room() cascade`.execute(asOwner);
    vi.setSystemTime(new Date('2026-03-02T10:01:00Z'));
    expect(await said(saving())).toEqual([200, 'no-store']);
    vi.useRealTimers();
  });
});

describe('behind a proxy', () => {
  const served = (environment: Record<string, string>) =>
    servingWarnings(servingFrom(environment), environment);

  test('without the header that names the visitor, whoever starts Cairn is warned', () => {
    const [warning] = served({ ORIGIN: 'https://cairn.example' });
    expect(warning).toContain('ADDRESS_HEADER');
    expect(served({ ORIGIN: 'https://cairn.example', ADDRESS_HEADER: 'X-Forwarded-For' })).toEqual(
      []
    );
    expect(served({})).toEqual([]);
    expect(served({ ORIGIN: 'http://localhost:3000' })).toEqual([]);
  });
});
