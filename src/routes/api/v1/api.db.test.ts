import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ownValuesTable } from '#modules/indicators';
import { addIndicator, addValue, viewValuesToTake } from '#modules/indicators/server';
import { addMeasure, addProject, viewMeasure } from '#modules/improvement/server';
import {
  makeApiToken,
  removeMember,
  revokeApiToken,
  viewApiTokens
} from '#modules/partnerships/server';
import { requestPace } from '#modules/partnerships';
import { inTransaction } from '#platform/database';
import { clockAt } from '#platform/clock';
import { good } from '../../../../tests/support/good.ts';
import { at, somebody, testPlace, testWorld } from '../../../../tests/support/world.ts';
import { answerRequest } from './answer.server.ts';
import { endpoints } from './endpoints.server.ts';
import { openApi } from './openapi.ts';

/** The API on a real database, in made-up places. Today is 2 March 2026. */

type Parts = { mayRecord?: boolean; showsCounts?: boolean };

async function aCaller(parts: Parts = {}) {
  const world = await testWorld();
  const place = await testPlace(world);
  const coordinator = place.people.coordinator;
  const { id: tokenId, secret } = await good(
    makeApiToken.run(
      coordinator,
      place.id,
      { name: 'Report', purpose: 'A test', life: '30', ...parts },
      world
    )
  );
  const { id: projectId } = await good(
    addProject.run(coordinator, place.id, { title: 'Bedtime stories' }, world)
  );
  const { id: measureId } = await good(
    addMeasure.run(
      coordinator,
      place.id,
      { projectId, title: 'Read to', kind: 'outcome', valueForm: 'share', direction: 'increase' },
      world
    )
  );
  const send = (
    path: string,
    init: RequestInit = {},
    { token = secret, slug = place.slug, in: there = world } = {}
  ) => {
    const url = new URL(`http://here/api/v1/${slug}/${path}`);
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    const request = new Request(url, { ...init, headers });
    const below = url.pathname.split('/').slice(4).join('/');
    return answerRequest(there, request, slug, below, url.searchParams);
  };
  const post = (values: object, headers: Record<string, string> = {}) =>
    send(`measures/${measureId}/values`, {
      method: 'POST',
      body: JSON.stringify(values),
      headers: { 'content-type': 'application/json', ...headers }
    });
  return { world, place, coordinator, tokenId, secret, measureId, send, post };
}

const twenty = { date: '2026-02-02', numerator: 14, denominator: 40 };

describe('a token', () => {
  test('opens the records of its place, and nothing of another', async () => {
    const { send } = await aCaller();
    const other = await aCaller();
    expect((await send('tests')).status).toBe(200);
    expect((await send('tests', {}, { slug: other.place.slug })).status).toBe(404);
    expect((await send(`measures/${other.measureId}/values`)).status).toBe(404);
  });

  test('opens nothing when it is missing, unknown, expired, revoked, or its maker has left', async () => {
    const { world, place, coordinator, tokenId, send } = await aCaller();
    const unknown = await send(
      'tests',
      {},
      { token: 'cairn_0123456789012345678901234567890123456789' }
    );
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get('www-authenticate')).toContain('Bearer');
    expect((await send('tests', {}, { token: 'short' })).status).toBe(401);
    const later = at(world, '2026-04-02T10:00:00Z');
    expect((await send('tests', {}, { in: later })).status).toBe(401);
    await good(revokeApiToken.run(coordinator, place.id, { tokenId }, world));
    expect((await send('tests')).status).toBe(401);

    const maker = await aCaller();
    const { world: there, place: home } = maker;
    const settings = {
      partnershipId: home.id,
      personId: maker.coordinator.personId,
      now: there.clock()
    };
    await inTransaction(there, settings, 'write', (tx) =>
      tx
        .updateTable('membership')
        .set({ role: 'coordinator' })
        .where('partnershipId', '=', home.id)
        .where('personId', '=', home.people.lead.personId)
        .execute()
    );
    const leaves = { personId: maker.coordinator.personId };
    await good(removeMember.run(home.people.lead, home.id, leaves, there));
    expect((await maker.send('tests')).status).toBe(401);
  });

  test('is stored as a hash, and its uses are seen', async () => {
    const { world, place, coordinator, secret, send } = await aCaller();
    const stored = async () => good(viewApiTokens.run(coordinator, place.id, {}, world));
    expect((await stored())[0]?.lastUsedAt).toBeNull();
    await send('tests');
    expect((await stored())[0]?.lastUsedAt).toEqual(world.clock());
    expect(JSON.stringify(await stored())).not.toContain(secret);
  });

  test('may ask so often within a minute, and again in the next', async () => {
    const { world, tokenId, send } = await aCaller();
    for (let used = 0; used < requestPace.most; used += 1) {
      world.throttle.take(`token ${tokenId}`, requestPace, world.clock());
    }
    const refused = await send('tests');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const next = { ...world, clock: clockAt('2026-03-02T10:01:00.000Z') };
    expect((await send('tests', {}, { in: next })).status).toBe(200);
  });

  test('is made by nobody but a coordinator', async () => {
    const { world, place } = await aCaller();
    const stranger = await somebody(world, 'api-stranger@example.org');
    const wanted = { name: 'x', purpose: 'y', life: '30' };
    expect(await makeApiToken.run(stranger, place.id, wanted, world)).toMatchObject({
      error: { kind: 'not-found' }
    });
    expect(await makeApiToken.run(place.people.lead, place.id, wanted, world)).toMatchObject({
      error: { kind: 'not-allowed' }
    });
  });
});

describe('values that are sent', () => {
  test.each([
    '"numerator":14,"denominator":1e308',
    '"numerator":14,"denominator":1e999',
    '"numerator":-1e999,"denominator":40',
    '"numerator":1e-320,"denominator":40',
    '"value":1e999'
  ])('beyond any number that is written down are refused: %s', async (figure) => {
    const { measureId, send } = await aCaller({ mayRecord: true, showsCounts: true });
    const answer = await send(`measures/${measureId}/values`, {
      method: 'POST',
      body: `{"values":[{"date":"2026-02-02",${figure}}]}`,
      headers: { 'content-type': 'application/json' }
    });
    expect([400, 422]).toContain(answer.status);
    const { values } = (await (await send(`measures/${measureId}/values`)).json()) as {
      values: unknown[];
    };
    expect(values).toEqual([]);
  });

  test('need a token that may record', async () => {
    const { post } = await aCaller();
    const answer = await post({ values: [twenty] });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: '/about/api#not-allowed', status: 403 });
  });

  test('are saved once: the same again changes nothing', async () => {
    const { post } = await aCaller({ mayRecord: true, showsCounts: true });
    const first = await post({
      values: [twenty, { date: '2026-02-09', missing: 'not-collected' }]
    });
    expect(await first.json()).toEqual({ added: 2, changed: 0, unchanged: 0 });
    const again = await post({ values: [twenty] });
    expect(await again.json()).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });

  test.each(['1e999', '1e308', '-1e308', '"4\u0000"', '[]', '{}'])(
    'that are no numbers to keep (%s) are refused as the form refuses them, and are no fault',
    async (written) => {
      const { measureId, send } = await aCaller({ mayRecord: true, showsCounts: true });
      const sent = (body: string) =>
        send(`measures/${measureId}/values`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' }
        });
      const of = (numerator: string, note: string) =>
        sent(
          `{"values":[{"date":"2026-02-02","numerator":${numerator},"denominator":40,"note":"${note}"}]}`
        );
      const answer = await of(written, '');
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect((await of('14', 'Snow\\u0000')).status).toBeLessThan(500);
    }
  );

  test('tell a token that sees no counts nothing of a guess, right or wrong', async () => {
    const { post } = await aCaller({ mayRecord: true });
    await post({ values: [twenty] });
    const answers = await Promise.all(
      [twenty, { ...twenty, numerator: twenty.numerator + 1 }].map(async (guess) => {
        const answer = await post({ values: [guess] });
        return { status: answer.status, said: await answer.json() };
      })
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 422 });
    // Over the version that was read, the right one is saved as any other, and takes a new version.
    const right = await post({ values: [twenty] }, { 'if-match': '"1"' });
    expect(await right.json()).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const next = await post({ values: [twenty] }, { 'if-match': '"2"' });
    expect(await next.json()).toEqual({ added: 0, changed: 1, unchanged: 0 });
  });

  test('replace a value only over the version that was read', async () => {
    const { post, world, place, coordinator, measureId } = await aCaller({ mayRecord: true });
    await post({ values: [twenty] });
    const other = { ...twenty, numerator: 20 };
    const without = await post({ values: [other] });
    expect(without.status).toBe(422);
    expect(await without.json()).toMatchObject({ errors: [{ row: 1, field: 'version' }] });
    const replaced = await post({ values: [other] }, { 'if-match': '"1"' });
    expect(await replaced.json()).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const stale = await post({ values: [{ ...twenty, version: 1 }] });
    expect(stale.status).toBe(412);
    const { values } = await good(viewMeasure.run(coordinator, place.id, { measureId }, world));
    expect(values).toMatchObject([{ figure: { numerator: 20 }, version: 2 }]);
  });

  test('are all saved or none, every wrong row named by its number', async () => {
    const { post, world, place, coordinator, measureId } = await aCaller({ mayRecord: true });
    const answer = await post({
      values: [
        twenty,
        { date: '2026-02-30', numerator: 1, denominator: 2 },
        { date: '2026-03-20', numerator: 1, denominator: 2 },
        { date: '2026-02-02', numerator: 1, denominator: 2 },
        { date: '2026-02-10', numerator: 9, denominator: 8 },
        { date: '2026-02-11', value: 4 },
        { date: '2026-02-12' }
      ]
    });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { row: number; field: string }[] };
    expect(errors.map(({ row, field }) => `${row} ${field}`)).toEqual([
      '2 date',
      '3 date',
      '4 date',
      '5 numerator',
      '6 value',
      '7 value'
    ]);
    const { values } = await good(viewMeasure.run(coordinator, place.id, { measureId }, world));
    expect(values).toEqual([]);
  });

  test('are refused when they are no JSON, too large, or not as described', async () => {
    const { send, post, measureId } = await aCaller({ mayRecord: true });
    const path = `measures/${measureId}/values`;
    const json = { 'content-type': 'application/json' };
    expect((await send(path, { method: 'POST', body: '{', headers: json })).status).toBe(400);
    expect((await send(path, { method: 'POST', body: 'a=b' })).status).toBe(415);
    expect((await post({ values: [twenty], more: 1 })).status).toBe(400);
    expect((await post({ values: [] })).status).toBe(400);
    const large = { values: [{ ...twenty, note: 'x'.repeat(300_000) }] };
    expect((await post(large)).status).toBe(413);
    expect((await post({ values: [{ ...twenty, note: 'ring 07700 900123' }] })).status).toBe(422);
  });

  test('carry the token into the record of what was done', async () => {
    const { post, world, place, coordinator, tokenId } = await aCaller({ mayRecord: true });
    await post({ values: [twenty] });
    const settings = {
      partnershipId: place.id,
      personId: coordinator.personId,
      now: world.clock()
    };
    const runs = await inTransaction(world, settings, 'read', (tx) =>
      tx
        .selectFrom('commandRun')
        .select(['command', 'outcome'])
        .where('apiTokenId', '=', tokenId)
        .execute()
    );
    expect(runs).toEqual([{ command: 'improvement.put-measure-values', outcome: 'done' }]);
  });
});

describe('values that are read', () => {
  test('are protected unless the token may see counts, and say by which rule', async () => {
    const { post, send, measureId } = await aCaller({ mayRecord: true });
    await post({
      values: [twenty, { date: '2026-02-09', numerator: 3, denominator: 40, note: 'three' }]
    });
    const answer = await send(`measures/${measureId}/values`);
    expect(await answer.json()).toMatchObject({
      rule: expect.stringContaining('Counts 1 to 7 are hidden') as string,
      values: [
        { date: '2026-02-02', numerator: 15, denominator: 40, value: 37.5 },
        { date: '2026-02-09', numerator: null, value: null, missing: 'small-number', note: '' }
      ]
    });
    const csv = await send(`measures/${measureId}/values.csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).not.toContain('three');

    const open = await aCaller({ mayRecord: true, showsCounts: true });
    await open.post({ values: [{ ...twenty, numerator: 3 }] });
    const raw = await open.send(`measures/${open.measureId}/values`);
    expect(await raw.json()).toMatchObject({
      values: [{ numerator: 3, denominator: 40, value: 7.5 }]
    });
  });

  test('of an indicator of the place’s own are those of its file, and no group gives another away', async () => {
    const { send, place, coordinator, world } = await aCaller();
    const indicator = {
      title: 'Reviewed in time',
      unit: 'percent',
      betterWhen: 'high',
      frequency: 'calendar-year',
      groups: 'Eligible\nNot eligible'
    };
    const { id } = await good(addIndicator.run(coordinator, place.id, indicator, world));
    const of = (period: string, breakdown: string, numerator: string, denominator: string) => ({
      period,
      breakdown,
      numerator,
      denominator
    });
    const values = [
      of('2022', 'all', '23', '58'),
      of('2023', 'all', '3', '40'),
      of('2024', 'all', '25', '60'),
      of('2024', 'eligible', '5', '20'),
      of('2024', 'not-eligible', '20', '40')
    ];
    for (const value of values) {
      await good(addValue.run(coordinator, place.id, { indicatorId: id, ...value }, world));
    }
    const answer = (await (await send(`indicators/${id}/values`)).json()) as {
      values: { period: string; value: number | null; missing: string | null }[];
    };
    // By hand from the default rule: 23 of 58 leaves as 25 of 60, which is 41.7 %; 3 is a small number.
    expect(answer.values.slice(0, 2)).toMatchObject([
      { period: '2022', value: 41.7, missing: null },
      { period: '2023', value: null, missing: 'small-number' }
    ]);
    const file = await good(viewValuesToTake.run(coordinator, place.id, { id }, world));
    const wholes = ownValuesTable(
      file.values,
      file.indicator,
      file.sight,
      [],
      (value) => value.breakdown === 'all'
    );
    expect(answer.values.map(({ value }) => value)).toEqual(
      wholes.rows.map((row) => row.values[0])
    );
  });

  test('come as CSV to whoever asks for it', async () => {
    const { send } = await aCaller();
    const csv = await send('tests', { headers: { accept: 'text/csv' } });
    expect(await csv.text()).toContain('id,project,number');
    expect(
      (await send('tests', { headers: { accept: 'text/csv, application/json' } })).headers.get(
        'content-type'
      )
    ).toBe('application/json');
  });
});

test('what is asked otherwise than described is malformed, an unknown address is not found, another method is named', async () => {
  const { send } = await aCaller();
  expect((await send('tests?result=maybe')).status).toBe(400);
  expect((await send('tests?page=0')).status).toBe(400);
  expect((await send('tests?colour=red')).status).toBe(400);
  expect((await send('nothing')).status).toBe(404);
  const other = await send('tests', { method: 'DELETE' });
  expect(other.status).toBe(405);
  expect(other.headers.get('allow')).toBe('GET');
});

test('the description names every address, and every answer has a schema', () => {
  const described = openApi(endpoints, 'https://cairn.example') as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };
  for (const { method, path } of endpoints) {
    const operation = described.paths[`/{place}${path}`]?.[method.toLowerCase()];
    expect(Object.keys(operation?.responses ?? {})).toContain('200');
  }
  expect(JSON.stringify(described)).toContain(
    '{"anyOf":[{"enum":["yes","no","cannot-tell"],"type":"string"},{"type":"null"}]'
  );
  // A page number arrives as text and is described as the number it stands for.
  expect(JSON.stringify(described)).toContain('"type":"integer","minimum":1,"maximum":10000');
});

test('what the description has no words for is refused, not passed over', () => {
  const [first] = endpoints;
  if (first === undefined) throw new Error('There is no endpoint.');
  const answer = v.object({ people: v.map(v.string(), v.string()) });
  expect(() => openApi([{ ...first, answer }], 'https://cairn.example')).toThrow(/"map"/);
});
