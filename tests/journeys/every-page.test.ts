import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { formOf } from '../support/page-forms.ts';
import { signedIn, visitor, type Person } from '../support/person.ts';

async function linksOf(page: Page, below: string): Promise<string[]> {
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')
  );
  const here = page.url();
  return hrefs
    .map((href) => new URL(href, here))
    .filter((address) => address.origin === new URL(here).origin)
    .filter((address) => address.pathname === below || address.pathname.startsWith(`${below}/`))
    .map((address) => address.pathname + address.search);
}

const isFile = (address: string): boolean =>
  /\.(csv|xlsx|svg|png|json|geojson|docx|ics)($|\?)/.test(address);
const mostPages = 150;
/** In a second and third place only what may differ there: their forms are the same pages. */
const fewerPages = 30;

/** Follows every link below `start`, one page of each form, and finds no fault on any. Answers the addresses seen. */
async function walks(person: Person, start: string, most = mostPages): Promise<string[]> {
  const waiting = [start];
  const seen = new Map<string, string>();
  while (waiting.length > 0 && seen.size < most) {
    const address = waiting.shift() ?? '';
    const form = formOf(address);
    if (seen.has(form)) continue;
    seen.set(form, address);
    if (isFile(address)) {
      const answer = await person.page.request.get(address);
      expect({ address, status: answer.status() }).toEqual({ address, status: 200 });
      continue;
    }
    const answer = await person.page.goto(address);
    expect({ address, status: answer?.status() }).toEqual({ address, status: 200 });
    expect({ address, headings: await person.page.locator('h1').count() }).toEqual({
      address,
      headings: 1
    });
    // The next page is opened as wide as this was looked at last: every other page first on a phone.
    await person.findsNoFault({ staysAsItIs: true });
    waiting.push(...(await linksOf(person.page, start)));
  }
  return [...seen.values()];
}

const unhurried = 1_200_000; // milliseconds; there are many pages

describe('every page', () => {
  test(
    'of the made-up place is fit for everyone, and none of it is there for a coordinator of another place',
    async () => {
      const coordinator = await signedIn('coordinator@fernhollow.example');
      const addresses = await walks(coordinator, '/p/fernhollow');
      expect(addresses.length).toBeGreaterThan(40);

      const stranger = await signedIn('coordinator@trafford.example');
      for (const address of addresses) {
        const answer = await stranger.page.request.get(address, { maxRedirects: 0 });
        expect({ address, status: answer.status() }).toEqual({ address, status: 404 });
        expect(await answer.text()).not.toContain('Fernhollow');
      }
      const nobody = await visitor();
      for (const address of addresses.filter((one) => !isFile(one)).slice(0, 10)) {
        const answer = await nobody.page.request.get(address, { maxRedirects: 0 });
        expect({ address, status: answer.status() }).toEqual({ address, status: 303 });
      }
    },
    unhurried
  );

  test(
    'of Trafford is fit for everyone',
    async () => {
      await walks(await signedIn('coordinator@trafford.example'), '/p/trafford', fewerPages);
    },
    unhurried
  );

  test(
    'of the Tayside collaborative is fit for everyone',
    async () => {
      await walks(await signedIn('coordinator@tayside.example'), '/p/tayside', fewerPages);
    },
    unhurried
  );

  test('that needs no sign-in is fit for everyone', async () => {
    const anyone = await visitor();
    await anyone.opens('/sign-in', 'Sign in');
    await anyone.opens('/about', 'About Cairn');
    await anyone.opens('/public/fernhollow', /./);
    await anyone.opens('/nowhere', /not found/i);
    await anyone.opens('/invitation/never-made', 'This link no longer works');
  });
});
