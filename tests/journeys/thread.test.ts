import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const thread = '/p/fernhollow/thread';

test('a reader stands at a factor and sees its whole thread, each step with its records', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(thread, 'Thread');
  await reader.reads('This page opens at an outcome among your priorities');
  const card = reader.page.getByRole('article', { name: 'Play and verbal exchanges' });
  const steps = card.getByRole('list').first().getByRole('listitem');
  expect(await steps.count()).toBe(8);
  expect(await steps.first().innerText()).toContain('Critical, some doubt');
  expect(await steps.nth(1).innerText()).toMatch(/\d+\.\d% in 20/);
  expect(await steps.nth(4).innerText()).toContain('Improve');
  expect(await steps.nth(6).innerText()).toMatch(/\d tests?/);

  await reader.follows('Play and verbal exchanges');
  await reader.sees('Play and verbal exchanges');
  for (const step of ['Evidence', 'Local need', 'Services', 'Priority', 'Measured change']) {
    await reader.reads(step);
  }
  await reader.follows('A story before bed');
  await reader.sees('A story before bed');
});

test('a missing link leads to the place that mends it, for whoever may', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(thread, 'Thread');
  await lead.follows(/Not chosen as a priority: choose it for Raising aspirations/);
  await lead.sees('Choose a factor');
  expect(await lead.field('Factor').inputValue()).toBe('raising-aspirations');

  await lead.page.goto(thread);
  await lead.follows(/Not known what works: rate what works for Parent mental health/);
  await lead.sees('Your own rating of what works');

  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(thread, 'Thread');
  await reader.reads('Not chosen as a priority');
  const mends = reader.page.getByRole('main').getByRole('link', { name: /choose it/ });
  expect(await mends.count()).toBe(0);
});

test('a coordinator looks at another outcome and age, and shares the address', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(thread, 'Thread');
  await coordinator.chooses('Outcome', 'Literacy and pre-literacy');
  await coordinator.chooses('Age', 'Gestation and birth');
  await coordinator.presses('Show');
  await coordinator.sees('Thread');
  const address = new URL(coordinator.page.url());
  expect(address.search).toBe('?outcome=literacy&age=gestation-and-birth');
  await coordinator.reads('No link');

  const nothing = await coordinator.page.goto(`${thread}?outcome=happiness`);
  expect(nothing?.status()).toBe(404);
});
