import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const gaps = '/p/fernhollow/system/gaps';

test('gaps and overlap are seen by factor, and lead to the services behind them', async () => {
  const person = await signedIn('reader@fernhollow.example', withoutScripts);
  await person.opens(gaps, 'Gaps and overlap');
  const play = person.page.getByRole('row', { name: /Play and verbal exchanges/ });
  expect(await play.innerText()).toContain('Overlap');
  const employment = person.page.getByRole('row', { name: /Employment that fits/ });
  expect(await employment.innerText()).toContain('Gap');
  await play
    .getByRole('link', { name: /for Play and verbal exchanges/ })
    .first()
    .click();
  await person.sees('Services');
  await person.reads('Rhyme Time');
});

test('a service tied to nothing is tied from the page of gaps', async () => {
  const name = `A new group ${randomUUID().slice(0, 8)}`;
  const person = await signedIn('contributor@fernhollow.example', withoutScripts);
  await person.page.goto('/p/fernhollow/system/services/new');
  await person.writes('Name of the service', name);
  await person.presses('Add this service');
  await person.opens(gaps, 'Gaps and overlap');
  await person.presses('Save these ties');
  await person.isTold('Choose a factor for at least one service');
  await person.sees('Gaps and overlap');
  await person.chooses(
    new RegExp(`^Factor that ${name} addresses`),
    'Employment that fits around families'
  );
  await person.presses('Save these ties');
  await person.hearsThat('One service is tied');
  const employment = person.page.getByRole('row', { name: /Employment that fits/ });
  expect(await employment.innerText()).toContain('One service');

  // Left as it was found.
  await employment.getByRole('link', { name: /^1 for/ }).click();
  await person.follows(name);
  await person.page.getByText('This service has ended').click();
  await person.presses('List it as ended');
  await person.opens(gaps, 'Gaps and overlap');
  expect(await employment.innerText()).toContain('Gap');
});
