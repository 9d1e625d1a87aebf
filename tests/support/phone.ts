import { expect } from 'vitest';
import { phone } from './browser.ts';
import type { Person } from './person.ts';
import { demonstrationAccounts } from './server.ts';

/** Somebody with a phone in a place with poor signal. */

export const onAPhone = { viewport: phone, hasTouch: true } as const;

/** Opens a page that a phone keeps, and waits until this phone could open it without a connection. */
export async function opensToKeep(person: Person, path: string, heading: string): Promise<void> {
  await person.opens(path, heading);
  await expect
    .poll(() =>
      person.page.evaluate(async () => {
        const worker = await navigator.serviceWorker.getRegistration(location.pathname);
        const page = await caches.match(location.pathname);
        const here = document.querySelector<HTMLElement>('[data-kept-for]')?.dataset;
        const isOwn = (await page?.text())?.includes(here?.['keptFor'] ?? 'nobody') ?? false;
        const isFromServer = here?.['offline'] !== undefined;
        return worker?.active?.state === 'activated' && isOwn && isFromServer;
      })
    )
    .toBe(true);
}

export async function goesOffline(person: Person, isOffline: boolean): Promise<void> {
  await person.page.context().setOffline(isOffline);
}

export async function signsIn(person: Person, email: string): Promise<void> {
  const account = demonstrationAccounts().find((one) => one.email === email);
  await person.writes('E-mail address', email);
  await person.writes('Password', account?.password ?? '');
  await person.presses('Sign in');
  await person.page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** The names under which this phone keeps anything. */
export const kept = (person: Person) =>
  person.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cairn-')));

/** What is too small for a finger in the main part of the page that is open. */
export async function tooSmallForAFinger(person: Person): Promise<string[]> {
  return person.page
    .getByRole('main')
    .locator('form :is(button, select, textarea, summary, label:has(input)), form + * a')
    .evaluateAll((targets) =>
      targets
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 30)}`)
    );
}
