import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { examine } from './accessibility.ts';
import { desk, newVisit, phone } from './browser.ts';
import { baseAddress, demonstrationAccounts } from './server.ts';

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
    await expect.poll(() => title.textContent().catch(() => '')).toMatch(heading);
    await this.findsNoFault();
    return this;
  }

  /** Expects the page that is open to be fit for everyone at both widths. `staysAsItIs`: at the width looked at last. */
  async findsNoFault({ staysAsItIs = false } = {}): Promise<void> {
    // A page whose heading is there may still wait for its styles.
    await this.page.waitForLoadState('load');
    const before = this.page.viewportSize() ?? desk;
    // The width it has first: what is shown at both is examined as it was opened.
    const other = before.width === phone.width ? desk : phone;
    for (const size of [before, other]) {
      if (size !== before) await this.page.setViewportSize(size);
      const where = `${new URL(this.page.url()).pathname} at ${size.width}`;
      let found = await examine(this.page, this.#isScripted);
      // A part that has just come may lie across for a moment, until it is laid out.
      for (let looks = 0; found.overflow > 0 && looks < 20; looks++) {
        await this.page.waitForTimeout(100);
        found = await examine(this.page, this.#isScripted);
      }
      expect({ where, ...found }).toEqual({ where, overflow: 0, problems: [] });
    }
    if (!staysAsItIs) await this.page.setViewportSize(before);
    expect(this.#complaints).toEqual([]);
  }

  async follows(link: string | RegExp): Promise<this> {
    const target = this.page.getByRole('main').getByRole('link', { name: link }).first();
    const before = this.page.url();
    // A pointer can reach it; then by keyboard, for a click may fall between two layouts of a page that has just come, and open nothing.
    await target.click({ trial: true });
    await target.press('Enter');
    await this.page.waitForURL((address) => address.href !== before);
    return this;
  }

  async presses(button: string | RegExp): Promise<this> {
    await this.page.getByRole('button', { name: button }).first().click();
    // The page that answers may have come in part.
    await this.page.waitForLoadState('load');
    return this;
  }

  async writes(label: string | RegExp, text: string): Promise<this> {
    await this.field(label).fill(text);
    return this;
  }

  async ticks(label: string | RegExp): Promise<this> {
    return this.marks(this.field(label));
  }

  /** Marks a radio button or a box by keyboard: on a long page that has just come, a click may fall between two layouts. */
  async marks(choice: Locator): Promise<this> {
    if (!(await choice.isChecked())) await choice.press('Space');
    expect(await choice.isChecked()).toBe(true);
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
    await expect.poll(() => main.innerText()).toMatch(words);
    return this;
  }

  /** Expects the summary of problems, with this sentence in it, linked to its field. */
  async isTold(sentence: string | RegExp): Promise<this> {
    const summary = this.page.getByRole('alert');
    await expect.poll(() => summary.innerText()).toMatch(sentence);
    return this;
  }

  /** Expects to be told that something was done. */
  async hearsThat(sentence: string | RegExp): Promise<this> {
    const status = this.page.getByRole('status');
    await expect.poll(() => status.first().innerText()).toMatch(sentence);
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

/**
 * Somebody of the demonstration, signed in: `coordinator@fernhollow.example`. No page is open yet.
 * The form of the sign-in page is sent without opening it; journeys about signing in fill it in.
 */
export async function signedIn(
  email: string,
  options: BrowserContextOptions = {}
): Promise<Person> {
  const account = demonstrationAccounts().find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
  const person = await visitor(options);
  const answer = await person.page.request.post('/sign-in', {
    form: { email: account.email, password: account.password },
    headers: { accept: 'text/html', origin: baseAddress() },
    maxRedirects: 0
  });
  expect(answer.status()).toBe(303);
  return person;
}
