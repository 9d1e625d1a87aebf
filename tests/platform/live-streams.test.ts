import { afterAll, describe, expect, test, vi } from 'vitest';
import {
  applicationConnectionValue,
  applicationConnectionVariable
} from '#ground/application-connection';
import {
  beginWorkshop,
  joinByCode,
  joinWorkshop,
  stopWorkshop,
  viewWorkshop
} from '#modules/actors/server';
import { permissionsOf } from '#platform/permissions';
import { testDatabase } from '../support/database.ts';
import { good } from '../support/good.ts';
import { testPlace, testWorld, type TestPlace } from '../support/world.ts';

const world = await testWorld();
const { app } = await testDatabase();
process.env[applicationConnectionVariable] = applicationConnectionValue(app);
const { GET: ofMember } =
  await import('../../src/routes/p/[partnership]/system/rings/[workshop]/live/+server.ts');
const { GET: ofGuest } = await import('../../src/routes/join/in/live/+server.ts');
// As web-server.ts says it when the process is asked to stop; the connection that listens ends with it.
const stop = () => process.emit('cairn:stopping' as never);
afterAll(stop);

type Handler = (event: never) => Promise<Response>;

/** What a stream answers: its status, and a way to read what it says. */
async function opened(handler: unknown, event: object) {
  const request = new Request('http://here.example/live');
  // The parts of an event that these routes read.
  const answer = await (handler as Handler)({ request, ...event } as never).catch(
    (refused: unknown) => new Response(null, { status: (refused as { status: number }).status })
  );
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    answer,
    /** Reads until the stream has said this, or ends. */
    async until(words: string) {
      while (reader !== undefined && !heard.includes(words)) {
        const { value, done } = await reader.read();
        if (done) return 'ended';
        heard += value;
      }
      return 'heard';
    },
    heard: () => heard,
    leave: () => reader?.cancel()
  };
}

async function workshop() {
  const place = await testPlace(world);
  const { lead } = place.people;
  const given = { title: 'Spring', focus: 'Children', heldOn: '2026-03-02', dotsEach: '2' };
  const { id } = await good(beginWorkshop.run(lead, place.id, given, world));
  const { code } = (await good(viewWorkshop.run(lead, place.id, { id }, world))).workshop;
  const called = { code: code ?? '', called: 'Parent', address: place.slug };
  const guest = await joinByCode(world, called);
  if (!guest.ok) throw new Error(guest.error.kind);
  const as = (role: 'lead' | 'reader', where: TestPlace | null = place) => ({
    params: { workshop: id },
    locals: {
      world,
      person: { id: (where ?? place).people[role].personId },
      place: where === null ? null : { id: where.id, role, permissions: permissionsOf(role) }
    }
  });
  const withKey = (key: string) => ({ locals: { world }, cookies: { get: () => key } });
  return { place, lead, id, key: guest.value.key, as, withKey };
}

describe('the stream of a workshop', () => {
  test('tells members and guests that something changed and nothing else, and ends with the workshop', async () => {
    const { place, lead, id, key, as, withKey } = await workshop();
    const streams = [await opened(ofMember, as('lead')), await opened(ofGuest, withKey(key))];
    for (const stream of streams) {
      expect(Object.fromEntries(stream.answer.headers)).toEqual({
        'content-type': 'text/event-stream',
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no'
      });
      await stream.until('event: look');
    }
    await good(joinWorkshop.run(place.people.reader, place.id, { id }, world));
    await good(stopWorkshop.run(lead, place.id, { id }, world));
    for (const stream of streams) {
      expect(await stream.until('nothing more')).toBe('ended');
      expect(stream.heard()).toMatch(/^retry: \d+\n\n(event: look\ndata:\n\n)+event: end\ndata:\n\n$/); // prettier-ignore
    }
    // Whoever comes back to it finds nothing: not the members, and not the guest, who is forgotten.
    expect((await opened(ofMember, as('lead'))).answer.status).toBe(404);
    expect((await opened(ofGuest, withKey(key))).answer.status).toBe(404);
  });

  test('is not there for whoever may not open the workshop, as if there were none', async () => {
    const { as, withKey } = await workshop();
    const elsewhere = await testPlace(world, 'Elmham');
    for (const [handler, event] of [
      [ofMember, as('lead', elsewhere)],
      [ofMember, as('lead', null)],
      [ofGuest, withKey('')],
      [ofGuest, withKey('0'.repeat(64))]
    ] as const) {
      expect((await opened(handler, event)).answer.status).toBe(404);
    }
  });

  test('is held four times by one person, of whom the oldest goes, and lasts five minutes', async () => {
    const { as } = await workshop();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const streams = [];
      for (let count = 0; count < 5; count++) streams.push(await opened(ofMember, as('reader')));
      const [oldest, ...others] = streams;
      expect(await oldest?.until('nothing more')).toBe('ended');
      expect(oldest?.heard()).toContain('event: many');
      vi.advanceTimersByTime(15_000);
      for (const stream of others) expect(await stream.until('event: beat')).toBe('heard');
      await others[0]?.leave();
      vi.advanceTimersByTime(300_000);
      for (const stream of others.slice(1)) {
        expect(await stream.until('nothing more')).toBe('ended');
        expect(stream.heard()).not.toMatch(/event: (many|end)/);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends when the server is stopped, and none begins any more', async () => {
    const { as } = await workshop();
    const stream = await opened(ofMember, as('lead'));
    stop();
    expect(await stream.until('nothing more')).toBe('ended');
    expect((await opened(ofMember, as('lead'))).answer.status).toBe(503);
  });
});
