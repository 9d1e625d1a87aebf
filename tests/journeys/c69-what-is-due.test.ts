import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

test('what is due is read by a calendar program at a secret address, until it is withdrawn', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  await contributor.opens('/p/fernhollow/improvement/record', 'Record a test');
  await contributor.writes('What we will try', 'A song, then a book; both');
  await contributor.writes('What do you think will happen?', 'Two stay for both');
  await contributor.presses('Save');
  await contributor.sees('A song, then a book; both');

  await contributor.opens('/p/fernhollow', 'Fernhollow');
  await contributor.follows('All dates, for your calendar too');
  await contributor.sees('What is due');
  await contributor.reads('A song, then a book; both');
  const once = await contributor.page.request.get('/p/fernhollow/due/calendar.ics');
  expect(once.headers()['content-type']).toContain('text/calendar');

  await contributor.presses('Make an address');
  await contributor.reads('It is shown this once');
  await contributor.findsNoFault();
  const address = await contributor.field('Address of your calendar').inputValue();
  expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);

  // A program that is not signed in, as calendars are.
  const program = await visitor();
  const feed = await program.page.request.get(address);
  expect(feed.status()).toBe(200);
  const text = (await feed.text()).replaceAll('\r\n ', '');
  expect(text).toMatch(/SUMMARY:Test \d+: A song\\, then a book\\; both\r\n/);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());
  expect(text).toContain(`DTSTART;VALUE=DATE:${today.replaceAll('-', '')}`);
  expect(text).toMatch(/URL:http:\/\/[^\r]+\/p\/fernhollow\/improvement\/[0-9a-f-]+\/cycles\//);
  expect((await program.page.request.get('/calendar/guessed.ics')).status()).toBe(404);

  // The address is shown once, and withdrawn for good.
  await contributor.opens('/p/fernhollow/due', 'What is due');
  expect(await contributor.page.getByText(address).count()).toBe(0);
  await contributor.presses('Withdraw the address');
  await contributor.hearsThat('The address no longer opens anything');
  expect((await program.page.request.get(address)).status()).toBe(404);
});
