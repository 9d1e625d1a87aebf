import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/person.ts';

/** Presses Tab until the element with this name has the focus; refuses after 80 presses. */
async function tabsTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return '';
      const label = focused.id === '' ? null : document.querySelector(`label[for="${focused.id}"]`);
      return (label?.textContent ?? focused.textContent ?? '').trim();
    });
    if (name.test(found)) return;
  }
  throw new Error(`Nothing called ${name} was reached by Tab`);
}

test('the walk along the thread goes by keyboard alone, from the skip link to a saved form', async () => {
  const { page } = await signedIn('lead@fernhollow.example');
  await page.goto('/p/fernhollow');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    'Skip to main content'
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

  for (const part of [
    'Thread',
    'Evidence',
    'Need',
    'System',
    'Priorities',
    'Strategy',
    'Plan',
    'Improvement'
  ]) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.locator('body').focus();
    await tabsTo(page, new RegExp(`^${part}$`));
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/p/fernhollow/${part.toLowerCase()}`));
  }

  await page.goto('/p/fernhollow/plan/priorities/new');
  await tabsTo(page, /^Priority/);
  await page.keyboard.type('Typed without a mouse');
  await tabsTo(page, /^Add the priority$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/plan$/);
  expect(await page.getByRole('main').innerText()).toContain('Typed without a mouse');
});

test('the focus is always visible', async () => {
  const { page } = await signedIn('lead@fernhollow.example');
  await page.goto('/p/fernhollow/plan/priorities/new');
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'left the page';
      const style = getComputedStyle(focused);
      const inner = getComputedStyle(focused.parentElement ?? focused);
      const isShown = [style, inner].some(
        (one) => one.outlineStyle !== 'none' || one.boxShadow !== 'none'
      );
      return isShown ? 'shown' : focused.outerHTML.slice(0, 120);
    });
    if (shown === 'left the page') break;
    expect(shown).toBe('shown');
  }
});
