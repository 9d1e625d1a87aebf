import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { apiExamples, asCurl } from '../../src/routes/api/v1/examples.ts';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';
import { baseAddress } from '../support/server.ts';

const tokens = '/p/fernhollow/administration/tokens';

/** Makes a token as a coordinator does; answers its secret. */
async function aToken(wanted: { name: string; mayRecord: boolean }): Promise<string> {
  const coordinator = await signedIn('coordinator@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  await coordinator.opens(tokens, 'API tokens');
  await coordinator.presses('Make the token');
  await coordinator.isTold('Enter a name');
  await coordinator.writes('Name', wanted.name);
  await coordinator.writes('What it is for', 'A made-up report');
  if (wanted.mayRecord) await coordinator.ticks('It may add values of measures');
  await coordinator.presses('Make the token');
  await coordinator.reads('It is not stored and cannot be shown again');
  const secret = await coordinator.page.locator('[data-secret]').innerText();
  expect(secret).toMatch(/^cairn_[\w-]{43}$/);
  await coordinator.opens(tokens, 'API tokens');
  expect(await coordinator.page.content()).not.toContain(secret);
  return secret;
}

type Measures = { measures: { id: string; title: string }[] };

test('a coordinator makes a token, and another program does everything the page about the API shows', async () => {
  const secret = await aToken({ name: 'Board report', mayRecord: true });
  const address = baseAddress();
  const authorization = `Bearer ${secret}`;
  const asked = await fetch(`${address}/api/v1/fernhollow/measures`, {
    headers: { authorization }
  });
  const { measures } = (await asked.json()) as Measures;
  const measure = measures[0]?.id ?? '';
  const reader = await visitor();
  await reader.opens('/about/api', 'The API');
  for (const example of apiExamples) {
    await reader.reads(asCurl(example, address).split('\n')[0] ?? '');
    const below = example.path.replace('{place}', 'fernhollow').replace('{measure}', measure);
    const answer = await fetch(`${address}/api/v1/${below}`, {
      method: example.method,
      headers: { ...example.headers, authorization },
      body: example.body === null ? null : JSON.stringify(example.body)
    });
    expect({ title: example.title, status: answer.status }).toEqual({
      title: example.title,
      status: example.status
    });
  }
  const described = await fetch(`${address}/api/v1/openapi.json`);
  expect(await described.json()).toMatchObject({ openapi: '3.1.0' });
});

test('a token opens nothing elsewhere, and nothing once it is revoked', async () => {
  const secret = await aToken({ name: 'Short-lived', mayRecord: false });
  const get = (below: string) =>
    fetch(`${baseAddress()}/api/v1/${below}`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await get('fernhollow/tests')).status).toBe(200);
  const elsewhere = await get('trafford/tests');
  expect(elsewhere.status).toBe(404);
  expect(elsewhere.headers.get('content-type')).toBe('application/problem+json');
  expect((await fetch(`${baseAddress()}/api/v1/fernhollow/tests`)).status).toBe(401);
  const coordinator = await signedIn('coordinator@fernhollow.example');
  await coordinator.opens(tokens, 'API tokens');
  await coordinator.presses('Revoke Short-lived');
  await coordinator.hearsThat('The token is revoked');
  expect((await get('fernhollow/tests')).status).toBe(401);
});

test('a coordinator takes everything out as one file, which stays on record; a lead is not offered it', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens('/p/fernhollow/administration', 'Administration');
  await coordinator.follows('Take everything out');
  await coordinator.sees('Take everything out');
  const [download] = await Promise.all([
    coordinator.page.waitForEvent('download'),
    coordinator.page.getByRole('button', { name: 'Take everything out' }).click()
  ]);
  expect(download.suggestedFilename()).toMatch(/^fernhollow-.*\.json$/);
  const document: unknown = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  expect(document).toMatchObject({ cairn: 'place', version: 1, slug: 'fernhollow' });
  await coordinator.opens('/p/fernhollow/administration/whole-place', 'Take everything out');
  await coordinator.reads('Taken out before');
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens('/p/fernhollow/administration', 'Administration');
  expect(await lead.page.getByRole('link', { name: 'Take everything out' }).count()).toBe(0);
});

test('the guide to the API shows addresses that exist', async () => {
  const guide = await readFile(
    path.resolve(import.meta.dirname, '../../docs/how-to/use-the-api.md'),
    'utf8'
  );
  for (const example of apiExamples.slice(0, 2)) {
    expect(guide).toContain(example.path.replace('{place}', 'fernhollow'));
  }
});
