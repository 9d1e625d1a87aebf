import { expect, test } from 'vitest';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

const evidence = '/p/fernhollow/evidence';

test('a reader filters what matters by outcome and age, sorts it, shares the address and takes it out', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(evidence, 'Evidence');
  await reader.reads('You have not chosen yet');
  await reader.reads('Read this matrix with care');
  await reader.chooses('Outcome', 'Numeracy and pre-numeracy');
  await reader.chooses('Age', '30–60+ months');
  await reader.presses('Show');
  await reader.sees('Evidence');
  await reader.reads('Numeracy and pre-numeracy, 30–60+ months');
  expect(new URL(reader.page.url()).search).toContain('outcome=numeracy&age=months-30-60');

  await reader.follows(/^What matters/);
  const first = reader.page.getByRole('main').getByRole('row').nth(1);
  await expect.poll(() => first.innerText()).toContain('Critical');
  const shared = reader.page.url();

  const colleague = await signedIn('lead@fernhollow.example');
  await colleague.opens(shared, 'Evidence');
  await colleague.reads('Numeracy and pre-numeracy, 30–60+ months');

  const file = await reader.page.request.get(
    '/p/fernhollow/evidence.csv?outcome=numeracy&age=months-30-60'
  );
  expect(file.status()).toBe(200);
  const text = await file.text();
  expect(text.trim().split('\r\n')).toHaveLength(25);
  expect(text).toContain('Not known');
  expect(text).toContain('CC BY-NC 4.0');
});

test('all ages stand side by side, not known is told from no link, and every cell leads to its reason', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(`${evidence}?outcome=communication&age=all`, 'Evidence');
  const row = reader.page.getByRole('row', { name: /Postnatal care/ });
  const words = await row.innerText();
  expect(words).toContain('No link');
  expect(words).toContain('Not known');
  await reader.follows(/Some doubt about Play and verbal exchanges, 8–36 months/);
  await reader.sees('Play and verbal exchanges');
  expect(new URL(reader.page.url()).hash).toBe('#communication-months-8-36');
  await reader.reads('three different marks');
  await reader.reads('matrix page 3 of 12');
});

test('a contributor rates a cell over the published one, is warned of personal details, and takes it back', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${evidence}/breastfeeding`, 'Breastfeeding');
  await contributor.follows(/Rate it for Communication.*8–36 months/);
  await contributor.sees('Your own rating of what matters');

  await contributor.presses('Save');
  await contributor.isTold('Choose how strong it is');
  await contributor.isTold('Enter the date of the source');

  await contributor.ticks('Strong');
  await contributor.ticks('Much doubt');
  await contributor.writes('Why', 'Ring 01632 960123 to hear why.');
  await contributor.writes('What it rests on', 'Agreed at the spring meeting');
  await contributor.writes('Day', '31');
  await contributor.writes('Month', '2');
  await contributor.writes('Year', '2026');
  await contributor.presses('Save');
  await contributor.isTold('this is not in the calendar');
  await contributor.writes('Day', '20');
  await contributor.presses('Save');
  await contributor.isTold('seems to hold a telephone number');
  expect(await contributor.field('Why').inputValue()).toContain('01632');
  await contributor.writes('Why', 'Health visitors have seen it for years.');
  await contributor.presses('Save');
  await contributor.hearsThat('Your own rating is saved');
  await contributor.reads('Health visitors have seen it for years.');
  await contributor.reads('Published:');

  const reader = await signedIn('reader@fernhollow.example');
  await reader.page.goto(`${evidence}?outcome=communication&age=months-8-36`);
  await reader.reads('Your own rating');
  const closed = await reader.page.goto(
    `${evidence}/breastfeeding/rating?outcome=communication&age=months-8-36`
  );
  expect(closed?.status()).toBe(403);

  await contributor.follows(/Change for Communication.*8–36 months/);
  await contributor.page.getByText('Remove this rating', { exact: true }).click();
  await contributor.presses('Remove the rating');
  await contributor.hearsThat('The published one stands again');
});

test('somebody who is not signed in finds no evidence here', async () => {
  const stranger = await visitor();
  const answer = await stranger.page.request.get(evidence, { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
});
