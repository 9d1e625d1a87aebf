import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn } from '../support/person.ts';

/** Counts what a person does: a press on a link, a button or a choice, and a field that is written in. */
class Counted {
  readonly #page: Page;
  presses = 0;
  fields = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(role: 'link' | 'button' | 'radio', name: string | RegExp): Promise<void> {
    this.presses += 1;
    await this.#page.getByRole(role, { name }).first().click();
  }

  async write(label: string, text: string): Promise<void> {
    this.fields += 1;
    await this.#page.getByLabel(label, { exact: true }).fill(text);
  }
}

/** As written in docs/how-to/first-test-of-change.md. Raise neither without a reason that is written there. */
const mostPresses = 5;
const mostFields = 3;

test('a first complete test of change takes no more steps than the guide says', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', {
    viewport: phone,
    hasTouch: true
  });
  await practitioner.page.goto('/p/fernhollow');
  const steps = new Counted(practitioner.page);
  await steps.press('link', 'Record a test');
  await steps.write('What we will try', 'A bell before tidying up');
  await steps.write('What do you think will happen?', 'Three children stop at once');
  await steps.press('radio', 'Yes: say what came of it');
  await steps.write('What came of it', 'Two stopped, five did not');
  await steps.press('radio', 'It did not help');
  await steps.press('radio', /^Abandon/);
  await steps.press('button', 'Save');
  await practitioner.sees('A bell before tidying up');
  await practitioner.hearsThat('The test is complete');
  for (const words of ['Three children stop at once', 'Two stopped, five did not', 'Abandon'])
    await practitioner.reads(words);
  expect({ presses: steps.presses, fields: steps.fields }).toEqual({
    presses: mostPresses,
    fields: mostFields
  });
});
