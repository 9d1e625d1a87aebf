import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';
import { baseAddress } from '../support/server.ts';

const heading = 'What we are doing for young children in Fernhollow';
const preview = '/p/fernhollow/strategy/public';

test('a family reads on a phone, without signing in, what is tried and what changed', async () => {
  const family = await visitor({ ...withoutScripts, viewport: phone });
  await family.opens('/public/fernhollow', heading);
  await family.reads('Talking and playing together');
  await family.reads('A story before bed');
  await family.reads(/Published on \d+ \w+ 2026/);
  await family.reads('So that no family can be recognised');
  expect(await family.page.getByText('Fernhollow is a made-up place').count()).toBe(1);
  expect(await family.page.locator('script').count()).toBe(0);
});

test('the page holds no small number, and no count that was not made safe', async () => {
  const answer = await fetch(`${baseAddress()}/public/fernhollow/page.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  const page = (await answer.json()) as {
    projects: { series: { unit: string; points: { value: number | null }[] } | null }[];
  }; // the shape is of this Cairn's own
  const series = page.projects.flatMap((project) => project.series ?? []);
  expect(series.length).toBeGreaterThan(0);
  const values = series.flatMap((one) => one.points.map((point) => point.value));
  expect(values.filter((value) => value !== null).length).toBeGreaterThan(2);
  // The last months of the demonstration leave too few families over: they are hidden.
  expect(values).toContain(null);
  for (const value of values) if (value !== null) expect(value).toBeGreaterThan(7);
  const text = JSON.stringify(page);
  expect(text).not.toMatch(/numerator|denominator|"part"|"whole"/);
});

test('what was published stays until it is published again, and goes when it is withdrawn', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(preview, 'Public page');
  await lead.follows('Choose what it shows');
  await lead.sees('What the public page shows');
  await lead.writes(/^Introduction/, 'Write to someone@fernhollow.example to join.');
  await lead.presses('Save');
  await lead.isTold('may hold an e-mail address');
  await lead.writes(/^Introduction/, 'Come and share a story with us.');
  await lead.presses('Save');
  await lead.hearsThat('Nothing new is public until you publish the page');
  await lead.reads('The introduction is different.');
  await lead.findsNoFault();

  const family = await visitor(withoutScripts);
  await family.opens('/public/fernhollow', heading);
  expect(await family.page.getByRole('main').innerText()).not.toContain('Come and share a story');

  await lead.follows('Publish the changes');
  await lead.presses('Publish');
  await lead.hearsThat('Everybody can read it now');
  await lead.reads('What is public is what your records say now.');
  await family.page.reload();
  await family.reads('Come and share a story with us.');

  await lead.follows('Withdraw the page');
  await lead.presses('Withdraw');
  await lead.hearsThat('no longer public');
  const gone = await fetch(`${baseAddress()}/public/fernhollow/page.json`);
  expect(gone.status).toBe(404);

  await lead.follows('Publish this page');
  await lead.presses('Publish');
  await lead.hearsThat('Everybody can read it now');
});

test('an address with nothing published does not tell whether there is such a place', async () => {
  const [nothing, nowhere] = await Promise.all(
    ['dundee', 'no-such-place'].map(async (slug) => {
      const answer = await fetch(`${baseAddress()}/public/${slug}`);
      const text = await answer.text();
      return { status: answer.status, text: text.replaceAll(slug, 'here') };
    })
  );
  expect(nothing?.status).toBe(404);
  const withoutNonce = (text: string | undefined) => text?.replaceAll(/nonce="[^"]*"/g, '');
  expect(withoutNonce(nothing?.text)).toBe(withoutNonce(nowhere?.text));
});

test('a contributor may look at the page but not publish it', async () => {
  const contributor = await signedIn('contributor@fernhollow.example');
  await contributor.opens(preview, 'Public page');
  expect(
    await contributor.page.getByRole('link', { name: /^(Publish|Withdraw|Choose)/ }).count()
  ).toBe(0);
});
