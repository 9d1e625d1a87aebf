import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { desk, newVisit, phone, theBrowser } from './browser.ts';
import { demonstrationAccounts } from './server.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that a machine can find wrong with a page for people who do not see, hear or point. */
export async function accessibilityProblems(page: Page, isScripted = true): Promise<string[]> {
  const examined = isScripted ? page : await scriptedCopyOf(page);
  // Our pages have no frames: examining the one page in place takes a quarter of the time.
  const found = await new AxeBuilder({ page: examined })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .setLegacyMode(true)
    .analyze();
  return found.violations.map(
    (one) => `${one.id}: ${one.help} (${one.nodes.map((node) => node.target.join(' ')).join(', ')})`
  );
}

let examiner: Promise<Page> | undefined;

/** The same markup where scripts may run: the examination is one, and would wait for ever on a page without them. */
async function scriptedCopyOf(page: Page): Promise<Page> {
  examiner ??= theBrowser().then(async (browser) => (await browser.newContext()).newPage());
  const copy = await examiner;
  const markup = await page.content();
  await copy.unrouteAll();
  await copy.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: markup, contentType: 'text/html; charset=utf-8' })
      : route.continue()
  );
  await copy.setViewportSize(page.viewportSize() ?? desk);
  await copy.goto(page.url());
  return copy;
}

/** How far a page can be pushed sideways, in CSS pixels; a page that fits answers 0. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** Somebody at a browser. Every page they open is looked at on a desk and on a phone, and must be free of faults. */
export class Person {
  readonly page: Page;
  readonly #complaints: readonly string[];
  readonly #isScripted: boolean;

  constructor(page: Page, complaints: readonly string[], isScripted = true) {
    this.page = page;
    this.#complaints = complaints;
    this.#isScripted = isScripted;
  }

  /** Goes to an address and expects a page with this heading, fit for everyone at both widths. */
  async opens(path: string, heading: string | RegExp): Promise<this> {
    await this.page.goto(path);
    return this.sees(heading);
  }

  /** Expects the page that is open to have this heading, and to be fit for everyone at both widths. */
  async sees(heading: string | RegExp): Promise<this> {
    const title = this.page.getByRole('heading', { level: 1 });
    await expect
      .poll(() => title.textContent().catch(() => ''), { timeout: 10_000 })
      .toMatch(heading);
    await this.findsNoFault();
    return this;
  }

  async findsNoFault(): Promise<void> {
    const before = this.page.viewportSize() ?? desk;
    for (const size of [phone, desk]) {
      await this.page.setViewportSize(size);
      const where = `${new URL(this.page.url()).pathname} at ${size.width}`;
      expect({ where, overflow: await sidewaysOverflow(this.page) }).toEqual({
        where,
        overflow: 0
      });
      expect({ where, problems: await accessibilityProblems(this.page, this.#isScripted) }).toEqual(
        {
          where,
          problems: []
        }
      );
    }
    await this.page.setViewportSize(before);
    expect(this.#complaints).toEqual([]);
  }

  async follows(link: string | RegExp): Promise<this> {
    await this.page.getByRole('main').getByRole('link', { name: link }).first().click();
    return this;
  }

  async presses(button: string | RegExp): Promise<this> {
    await this.page.getByRole('button', { name: button }).first().click();
    return this;
  }

  async writes(label: string | RegExp, text: string): Promise<this> {
    await this.field(label).fill(text);
    return this;
  }

  async ticks(label: string | RegExp): Promise<this> {
    await this.field(label).check();
    return this;
  }

  async chooses(label: string | RegExp, option: string): Promise<this> {
    await this.field(label).selectOption({ label: option });
    return this;
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Expects these words somewhere in the main part of the page. */
  async reads(words: string | RegExp): Promise<this> {
    const main = this.page.getByRole('main');
    await expect.poll(() => main.innerText(), { timeout: 10_000 }).toMatch(words);
    return this;
  }

  /** Expects the summary of problems, with this sentence in it, linked to its field. */
  async isTold(sentence: string | RegExp): Promise<this> {
    const summary = this.page.getByRole('alert');
    await expect.poll(() => summary.innerText(), { timeout: 10_000 }).toMatch(sentence);
    return this;
  }

  /** Expects to be told that something was done. */
  async hearsThat(sentence: string | RegExp): Promise<this> {
    const status = this.page.getByRole('status');
    await expect.poll(() => status.first().innerText(), { timeout: 10_000 }).toMatch(sentence);
    return this;
  }
}

/** Somebody who is not signed in. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Person> {
  const visit = await newVisit(options);
  onTestFinished(() => visit.end());
  return new Person(visit.page, visit.complaints, options.javaScriptEnabled !== false);
}

/** Without scripts, as on an old phone or behind a strict firewall. */
export const withoutScripts: BrowserContextOptions = { javaScriptEnabled: false };

/** Somebody of the demonstration, signed in: `coordinator@fernhollow.example`. */
export async function signedIn(
  email: string,
  options: BrowserContextOptions = {}
): Promise<Person> {
  const account = demonstrationAccounts().find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
  const person = await visitor(options);
  await person.page.goto('/sign-in');
  await person.writes('E-mail address', account.email);
  await person.writes('Password', account.password);
  await person.presses('Sign in');
  await person.page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return person;
}
