import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts } from '../support/person.ts';

test('someone who visits once a month, on a phone, sees first what is owed, what changed and what was learnt', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone,
    hasTouch: true
  });
  await contributor.opens('/p/fernhollow', 'Fernhollow');
  const headings = await contributor.page
    .getByRole('main')
    .getByRole('heading', { level: 2 })
    .allInnerTexts();
  expect(headings[0]).toBe('What is owed, and what is due soon');
  expect(headings[1]).toMatch(/^What (changed since your last visit|was recorded lately)$/);
  expect(headings[2]).toBe('What was learnt');
  // A test that did not help stands among the lessons, and leads to its record.
  await contributor.reads(/did not help|Did not help/);

  const shortcuts = contributor.page.getByRole('navigation', { name: 'Shortcuts' });
  expect(await shortcuts.getByRole('link').allInnerTexts()).toEqual([
    'Home',
    'Record a test',
    'Add data',
    'Menu'
  ]);
  await shortcuts.getByRole('link', { name: 'Menu' }).click();
  await contributor.page.getByRole('link', { name: 'Thread', exact: true }).click();
  await contributor.page.waitForURL(/\/thread/);
});

test('a place with nothing recorded is shown where to begin', async () => {
  const coordinator = await signedIn('coordinator@tayside.example');
  await coordinator.opens('/p/angus', 'Angus');
  await coordinator.reads('What is owed');
});
