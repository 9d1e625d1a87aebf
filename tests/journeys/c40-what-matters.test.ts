import { expect, test } from 'vitest';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

const evidence = '/p/fernhollow/evidence';

test('a reader filters what matters by outcome and age, sorts it, shares the address and takes it out', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(evidence, 'Evidence');
  await reader.reads('This page opens at');
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
  await contributor.isTold('is not in the calendar');
  await contributor.writes('Day', '20');
  await contributor.presses('Save');
  await contributor.isTold('may hold a telephone number');
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

test('two ages and two outcomes are laid side by side, with what differs in words, and the address shares it', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(`${evidence}?outcome=communication&age=months-8-36`, 'Evidence');
  await reader.chooses('Beside', 'Gestation and birth');
  await reader.presses('Show');
  await reader.sees('Evidence');
  expect(new URL(reader.page.url()).search).toContain('compare=gestation-and-birth');
  const row = (name: RegExp) => reader.page.getByRole('row', { name });
  expect(await row(/^Play and verbal exchanges/).innerText()).toContain('Matters less');
  expect(await row(/^Antenatal care/).innerText()).toContain('Matters more');
  expect(await row(/^Breastfeeding/).innerText()).toContain('One is not known');
  await reader.follows(/^What differs/);
  const first = reader.page.getByRole('main').getByRole('row').nth(1);
  await expect.poll(() => first.innerText()).toContain('Matters more');

  const file = await reader.page.request.get(
    `${evidence}.csv?outcome=communication&age=months-8-36&compare=numeracy`
  );
  const text = await file.text();
  expect(text.trim().split('\r\n')).toHaveLength(49);
  expect(text).toContain('Numeracy and pre-numeracy');

  await reader.opens(`${evidence}?outcome=all&age=months-8-36&compare=numeracy`, 'Evidence');
  await reader.reads('Nothing is laid beside it');
  const unknown = await reader.page.request.get(`${evidence}?compare=luck`);
  expect(unknown.status()).toBe(404);
});

test('the whole matrix is walked by arrow keys, and without scripts it is a table of links', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  const { page } = await reader.opens(`${evidence}?outcome=all&age=all`, 'Evidence');
  const script = await page.request.get('/matrix-grid.js');
  expect((await script.body()).length).toBeLessThan(3000);
  const grid = page.getByRole('grid', { name: 'All primary outcomes, all ages' });
  expect(await grid.getByRole('link').count()).toBe(24 * 14);
  expect(await grid.locator('a[tabindex="0"]').count()).toBe(1);

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await grid.locator('a[tabindex="0"]').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  expect(await focused()).toBe(
    'Play and verbal exchanges, Communication, speech and language, 8–36 months: Critical, some doubt'
  );
  await page.keyboard.press('End');
  expect(await focused()).toContain('Play and verbal exchanges, what works: Mixed');
  await page.keyboard.press('Control+End');
  expect(await focused()).toContain('Employment that fits around families, what works: Not known');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toContain('Employment that fits around families, what works');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/evidence\/employment-that-fits-families#numeracy-months-30-60$/);

  const unscripted = await signedIn('reader@fernhollow.example', withoutScripts);
  await unscripted.opens(`${evidence}?outcome=all&age=all`, 'Evidence');
  const table = unscripted.page.getByRole('table', { name: 'All primary outcomes, all ages' });
  expect(await table.getByRole('link').count()).toBe(24 * 14);
  await unscripted.follows('See it as plain tables');
  await unscripted.sees('Evidence');
  expect(await unscripted.page.getByRole('main').getByRole('table').count()).toBe(3);
});

test('on paper each outcome fills one side of A4 with its key and its doubt', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(`${evidence}/print`, 'Evidence on paper');
  const sheets = async () => {
    const pdf = (await reader.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = pdf.match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
    return sizes.map((box) => (box.match(/\d+(\.\d+)?/g) ?? []).map(Number).slice(2));
  };
  const three = await sheets();
  expect(three).toHaveLength(3);
  for (const [width, height] of three) expect(width).toBeGreaterThan(height ?? 0);
  await reader.reads('Nothing to go on');
  await reader.reads('a made-up place');
  await reader.follows('Literacy and pre-literacy');
  await reader.sees('Evidence on paper');
  expect(await sheets()).toHaveLength(1);
});
