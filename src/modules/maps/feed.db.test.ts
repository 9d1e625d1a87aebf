import { describe, expect, test } from 'vitest';
import {
  allowFeedHost,
  addAccount,
  feedHosts,
  withdrawFeedHost
} from '#modules/partnerships/server';
import { inTransaction } from '#platform/database';
import type { PersonId } from '#platform/ids';
import { whenTheFileEnds } from '../../../tests/support/end-of-file.ts';
import { fakeOutside, type FakeAnswer } from '../../../tests/support/fake-outside.ts';
import { good, valueOf } from '../../../tests/support/good.ts';
import { goodPassword, testPlace, testWorld } from '../../../tests/support/world.ts';
import { answerFeed } from './feed.ts';
import { feedIds } from './feed-ids.server.ts';
import { publishedService } from './feed-service.ts';
import { aService, fewWords, stageAt } from './import/builders.ts';
import { confirmImport, exportServices, previewFeed, viewImport } from './index.server.ts';

/** What the fake server answers now; set by each test. */
let answers: (url: URL) => FakeAnswer = () => ({ status: 404 });
const there = await fakeOutside((path) => answers(new URL(path, 'https://feeds.example.org')));
whenTheFileEnds(() => there.stop());

const world = { ...(await testWorld()), outside: there.outside };
const administrator = valueOf(
  await addAccount(world, {
    name: 'Ada',
    email: 'ada@keeper.example',
    password: goodPassword,
    siteAdministrator: true
  })
).id;
await good(allowFeedHost(world, administrator, 'https://feeds.example.org/services'));

const json = (value: unknown): FakeAnswer => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value)
});

/** Reads a feed as the coordinator of a new place and confirms it; what is there afterwards. */
async function taken(address: string) {
  const place = await testPlace(world);
  const who = place.people.coordinator;
  const { id } = await good(previewFeed.run(who, place.id, { address }, world));
  const view = valueOf(await viewImport.run(who, place.id, { id }, world));
  if (view.step !== 'preview') throw new Error(`It waits for its ${view.step}.`);
  const { fingerprint } = view;
  const counts = await good(confirmImport.run(who, place.id, { id, fingerprint }, world));
  const { services } = await good(exportServices.run(who, place.id, {}, world));
  return { counts, services };
}

const refused = async (address: string) => {
  const place = await testPlace(world);
  const answer = await previewFeed.run(place.people.coordinator, place.id, { address }, world);
  return answer.ok ? null : answer.error;
};

const many = Array.from({ length: 7 }, (_, index) =>
  aService({
    name: `Group ${index}`,
    organisation: 'Fernhollow Libraries',
    times: 'Tuesdays, 10:00 to 11:30',
    address: `${index + 1} Mill Lane, Fernhollow, FE1 1AA`,
    type: 'Group',
    stage: stageAt(0)
  })
);
const feed = {
  services: many.map((one) => publishedService(one, fewWords, { place: true })),
  idOf: feedIds('elsewhere')
};
/** A Cairn elsewhere, below `/public/elsewhere/open-referral`. */
const anotherCairn = (url: URL): FakeAnswer => {
  const path = url.pathname.replace('/public/elsewhere/open-referral', '').split('/').filter(Boolean);
  const answer = answerFeed(feed, path, url.searchParams);
  return answer.ok ? json(answer.value) : { status: 404 };
}; // prettier-ignore

describe('the feed at an address', () => {
  test.each(['', '/', '/services', '/services?per_page=3', '/services?per_page=3&page=2'])(
    'is read whole from its base or its list, page by page: “%s”',
    async (end) => {
      answers = anotherCairn;
      const base = 'https://feeds.example.org/public/elsewhere/open-referral';
      const { counts, services } = await taken(`${base}${end}`);
      expect(counts).toMatchObject({ added: 7, refused: 0 });
      expect(services.map(({ name, address, times, type, stage, externalId }) => ({ name, address, times, type, stage, externalId }))).toEqual(
        many.map(({ name, address, times, type, stage, id }) => ({ name, address, times, type, stage, externalId: id }))
      ); // prettier-ignore
    }
  );

  test('is asked for each service by itself where its list leaves out what belongs to them', async () => {
    answers = (url) => {
      const id = url.pathname.replace('/services/', '');
      const all = anotherCairn(new URL('/services', url));
      if (url.pathname !== '/services') return id === many[3]?.id ? { status: 500 } : anotherCairn(url);
      const page = JSON.parse(all?.body ?? '') as { contents: Record<string, unknown>[] }; // as the feed gives it
      const contents = page.contents.map(({ id, name, status, last_modified }) => ({ id, name, status, last_modified }));
      return json({ ...page, contents });
    }; // prettier-ignore
    const { services } = await taken('https://feeds.example.org/services');
    // One of them could not be had by itself, and stays as the list has it.
    expect(services.map(({ times }) => times !== '')).toEqual(many.map((_, index) => index !== 3));
  });

  test('counts pages from nothing where the server does', async () => {
    answers = (url) => {
      const number = Number(url.searchParams.get('page') ?? 0);
      const content = [{ id: `s${number}`, name: `Group ${number}`, regular_schedules: [] }];
      return json({ totalPages: 3, number, content });
    };
    const { services } = await taken('https://feeds.example.org/o/v2/services');
    expect(services.map(({ name }) => name)).toEqual(['Group 0', 'Group 1', 'Group 2']);
  });

  test('is refused where every page is the same, where it is no feed, and where it is none of JSON', async () => {
    const one = { id: 'a', name: 'Group', schedules: [] };
    answers = () => json({ total_pages: 3, page_number: 1, contents: [one] });
    expect(await refused('https://feeds.example.org/services')).toEqual({ kind: 'pages-repeat', page: 2 });
    answers = () => json({ total_pages: 10_000, page_number: 1, contents: [one] });
    expect(await refused('https://feeds.example.org/services')).toMatchObject({ kind: 'feed-too-long' });
    answers = () => json({ hello: 'there' });
    expect(await refused('https://feeds.example.org/')).toEqual({ kind: 'no-feed' });
    answers = () => ({ body: '<html>' });
    expect(await refused('https://feeds.example.org/')).toEqual({ kind: 'no-feed' });
  }); // prettier-ignore

  test('is not asked for at hosts that nobody allowed, nor by whoever may not import', async () => {
    answers = anotherCairn;
    const before = there.heard.length;
    const other = await refused('https://other.example.org/services');
    expect(other).toEqual({ kind: 'host-not-allowed', host: 'other.example.org' });
    const place = await testPlace(world);
    const address = 'https://feeds.example.org/public/elsewhere/open-referral';
    const lead = await previewFeed.run(place.people.lead, place.id, { address }, world);
    expect(lead).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    expect(there.heard.length).toBe(before);
  });

  test('is asked for ten times in ten minutes, and no more', async () => {
    answers = () => json({ hello: 'there' });
    const place = await testPlace(world);
    const ask = async () => {
      const address = 'https://feeds.example.org/';
      const answer = await previewFeed.run(place.people.coordinator, place.id, { address }, world);
      return answer.ok ? null : answer.error.kind;
    };
    const asked: (string | null)[] = [];
    for (let time = 0; time < 11; time += 1) asked.push(await ask());
    expect(asked).toEqual([...Array.from({ length: 10 }, () => 'no-feed'), 'too-many-feeds']);
  });
});

describe('the hosts that may be asked', () => {
  const names = async () => (await feedHosts(world)).map(({ host }) => host);

  test('are allowed, withdrawn and allowed again by whoever administers the installation', async () => {
    await good(allowFeedHost(world, administrator, 'Council.example.org'));
    await good(allowFeedHost(world, administrator, 'council.example.org'));
    expect(await names()).toEqual(['council.example.org', 'feeds.example.org']);
    expect(await withdrawFeedHost(world, administrator, 'council.example.org')).toBe(true);
    expect(await withdrawFeedHost(world, administrator, 'council.example.org')).toBe(false);
    expect(await names()).toEqual(['feeds.example.org']);
    await good(allowFeedHost(world, administrator, 'council.example.org'));
    expect(await names()).toContain('council.example.org');
  });

  test('are written by nobody else, whatever the pages let through', async () => {
    const place = await testPlace(world);
    const { personId } = place.people.coordinator;
    await expect(allowFeedHost(world, personId, 'mine.example.org')).rejects.toThrow(/row-level security/);
    expect(await withdrawFeedHost(world, personId, 'feeds.example.org')).toBe(false);
    const nobody = { partnershipId: place.id, personId: null, now: world.clock() };
    const insert = inTransaction(world, nobody, 'write', (tx) =>
      tx
        .insertInto('feedHost')
        .values({ host: 'mine.example.org', allowedBy: personId as PersonId, allowedAt: world.clock() })
        .execute()
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  }); // prettier-ignore

  test.each(['10.0.0.1', 'localhost', 'a.example:80', ''])('are none like “%s”', async (text) => {
    const answer = await allowFeedHost(world, administrator, text);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-a-host' } });
  });
});
