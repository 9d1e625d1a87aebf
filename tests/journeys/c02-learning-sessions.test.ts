import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const learning = '/p/fernhollow/learning';

async function writesDay(person: Person, which: number, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await person.page.getByLabel('Day', { exact: true }).nth(which).fill(date);
  await person.page.getByLabel('Month', { exact: true }).nth(which).fill(month);
  await person.page.getByLabel('Year', { exact: true }).nth(which).fill(year);
}

test('a session goes into the diary with its away team, what is taken back becomes a test, and its answer is seen where it came from', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  await practitioner.opens(learning, 'Learning');
  await practitioner.reads('Learning session 1: talk in every room');
  await practitioner.follows('Add a session');
  await practitioner.sees('Add a learning session');
  await practitioner.presses('Save the session');
  await practitioner.isTold('Enter a title');
  await practitioner.isTold('Enter the day on which it begins');
  await practitioner.writes('Title', 'Morning at Longmere');
  await writesDay(practitioner, 0, '2026-11-03');
  await writesDay(practitioner, 1, '2026-11-02');
  await practitioner.writes(/^Role 1/, 'Room leader');
  await practitioner.writes(/^Speaks for 1/, 'the two-year-old rooms');
  await practitioner.writes(/^What happens 1/, 'Walk round the storyboards');
  await practitioner.presses('Save the session');
  await practitioner.isTold('The last day is before the first');
  expect(await practitioner.field(/^Role 1/).inputValue()).toBe('Room leader');
  await writesDay(practitioner, 1, '2026-11-03');
  await practitioner.presses('Save the session');
  await practitioner.sees('Morning at Longmere');
  await practitioner.reads('the two-year-old rooms');
  await practitioner.reads('The action period began on 3 November 2026');

  await practitioner.follows('Write down something taken back');
  await practitioner.sees('Write down something taken back');
  await practitioner.writes(
    'What we noticed',
    'Children carry the book home themselves. Ring 07700 900123.'
  );
  await practitioner.presses('Save');
  await practitioner.isTold('may hold a telephone number');
  await practitioner.writes('What we noticed', 'Children carry the book home themselves');
  await practitioner.writes(/^The change it suggests/, 'A bag a child can carry');
  await practitioner.presses('Save');
  await practitioner.sees('Children carry the book home themselves');
  await practitioner.reads('Not followed up yet');

  await practitioner.opens('/p/fernhollow', 'Fernhollow');
  await practitioner.reads('What is owed');

  await practitioner.opens(learning, 'Learning');
  await practitioner.follows('Children carry the book home themselves');
  await practitioner.follows('Plan a test of it');
  await practitioner.sees('Plan a test of change');
  if ((await practitioner.page.getByLabel('In which project is it tested?').count()) > 0) {
    await practitioner.chooses('In which project is it tested?', 'A story before bed');
    await practitioner.presses('Go on');
    await practitioner.sees('Plan a test of change');
  }
  expect(await practitioner.field('What we will try').inputValue()).toBe('A bag a child can carry');
  await practitioner.presses('Save the plan');
  await practitioner.isTold('Enter what you think will happen');
  await practitioner.writes('Prediction 1', 'One bag of two comes back on Monday');
  await practitioner.presses('Save the plan');
  await practitioner.sees(/A bag a child can carry/);
  await practitioner.follows('Report the whole test on one page');
  await practitioner.sees('Say what came of it');
  await practitioner.writes('What came of it', 'None of two');
  await practitioner.ticks('It did not help');
  await practitioner.writes(/^What we learnt/, 'Small bags get lost');
  await practitioner.ticks('Abandon: leave it, and try something else');
  await practitioner.presses('Save the report');
  await practitioner.hearsThat('counts as learning');

  await practitioner.opens(learning, 'Learning');
  await practitioner.follows('Morning at Longmere');
  await practitioner.sees('Morning at Longmere');
  await practitioner.reads('1 thing was taken back: 1 tested at home');
  await practitioner.reads('It did not help');
  await practitioner.reads('Small bags get lost');
  const csv = await practitioner.page.request.get(`${learning}/takeaways.csv`);
  expect(await csv.text()).toMatch(/Morning at Longmere,2026-11-03,.*It did not help/);
});

test('a storyboard is filled from the records, printed on the paper chosen, and kept as it was shown', async () => {
  const lead = await signedIn('lead@fernhollow.example');
  await lead.opens(learning, 'Learning');
  await lead.follows('Make a storyboard');
  await lead.sees('Make a storyboard');
  await lead.writes('Title', 'What the bags taught us');
  await lead.chooses(/^What it shows/, 'A story before bed');
  await lead.marks(lead.page.getByLabel('A3, to hang up'));
  await lead.presses('Make the storyboard');
  await lead.sees('What the bags taught us');
  await lead.reads('One bag with a leaflet');
  await lead.reads('It did not help');
  expect(await lead.page.locator('.board svg').count()).toBeGreaterThan(0);
  await lead.page.emulateMedia({ media: 'print' });
  expect(await lead.page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  expect(
    await lead.page.locator('.board--a3').evaluate((board) => getComputedStyle(board).page)
  ).toBe('a3sheet');
  await lead.page.emulateMedia({ media: 'screen' });
  await lead.presses('Keep this version');
  await lead.hearsThat('Version 1 is kept');
  await lead.follows('Version 1');
  await lead.sees('What the bags taught us');
  await lead.reads('It stays as it was shown');
});

test('what nobody will try is set aside with a reason, and a reader cannot change any of it', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(learning, 'Learning');
  await lead.follows('Learning session 1: talk in every room');
  await lead.follows(/^Parents choose the book/);
  await lead.page.getByText('It will not be tried here').click();
  await lead.presses('Set it aside');
  await lead.isTold('Say why it will not be tried here');
  await lead.writes('Why it is set aside', 'The library chooses with them already');
  await lead.presses('Set it aside');
  await lead.hearsThat('It is set aside');
  await lead.presses('Take it up again');
  await lead.reads('Not followed up yet');
  const address = lead.page.url();

  const reader = await signedIn('reader@fernhollow.example');
  await reader.page.goto(address);
  await reader.findsNoFault();
  expect(await reader.page.getByRole('button', { name: 'Set it aside' }).count()).toBe(0);
  const refused = await reader.page.request.post(`${address}?/aside`, {
    form: { setAsideWhy: 'x', version: '1' },
    headers: { origin: new URL(address).origin }
  });
  expect(refused.status()).toBe(403);
});
