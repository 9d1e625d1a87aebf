import { expect, test } from 'vitest';
import { signedIn, type Person } from '../support/person.ts';
import { goesOffline, kept, onAPhone, opensToKeep, tooSmallForAFinger } from '../support/phone.ts';

const improvement = '/p/fernhollow/improvement';
const addData = `${improvement}/add-data`;

/** Begins a project with a measure of shares; answers the identifier of the measure. */
async function measures(person: Person, title: string): Promise<string> {
  await person.page.goto(`${improvement}/new`);
  await person.writes('Title', `Project of ${title}`);
  await person.presses('Begin the project');
  await person.follows('Add a measure');
  await person.writes('What is measured', title);
  await person.ticks('Outcome');
  await person.ticks('So many of so many');
  await person.ticks('More is better');
  await person.presses('Add the measure');
  await person.sees(title);
  return new URL(person.page.url()).pathname.split('/').at(-1) ?? '';
}

async function writesAValue(person: Person, day: string, numerator: string): Promise<void> {
  await person.writes('Day', day);
  await person.writes('Month', '1');
  await person.writes('Year', '2026');
  await person.writes('Numerator', numerator);
  await person.writes('Denominator', '20');
}

/** The values of a measure as they were entered, by their dates. */
async function valuesOf(person: Person, measure: string): Promise<string[]> {
  const file = await person.page.request.get(
    `${improvement}/measures/${measure}/values-as-entered.csv`
  );
  expect(file.status()).toBe(200);
  return (await file.text()).split('\n').filter((line) => /^"?2026-01-/.test(line));
}

test('a value typed on a phone survives a lost connection and a reload, and is added once', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  const measure = await measures(practitioner, 'Stories on the rug');
  const form = `${addData}?measure=${measure}`;
  await opensToKeep(practitioner, form, 'Add a value');
  expect(await tooSmallForAFinger(practitioner)).toEqual([]);

  // The connection goes between two fields, and somebody reloads.
  await practitioner.writes('Numerator', '12');
  await goesOffline(practitioner, true);
  await practitioner.writes('Denominator', '20');
  await practitioner.page.reload();
  await practitioner.sees('Add data');
  await practitioner.reads('There is no connection');
  await practitioner.reads('Stories on the rug');
  expect(await practitioner.field('Numerator').inputValue()).toBe('12');
  expect(await practitioner.field('Denominator').inputValue()).toBe('20');
  await writesAValue(practitioner, '5', '12');
  await practitioner.writes(/^Note/, 'Snow');
  await practitioner.presses('Add the value');
  await practitioner.reads('Kept on this phone, not sent yet');
  expect(await practitioner.field('Numerator').inputValue()).toBe('');
  // A second one waits beside it, known by its date.
  await writesAValue(practitioner, '12', '14');
  await practitioner.presses('Add the value');
  await practitioner.page.reload();
  await practitioner.reads('Stories on the rug, 5/1/2026');
  await practitioner.reads('Stories on the rug, 12/1/2026');

  await goesOffline(practitioner, false);
  await practitioner.reads(/Stories on the rug, 5\/1\/2026 Sent at \d\d:\d\d/);
  await practitioner.reads(/Stories on the rug, 12\/1\/2026 Sent at \d\d:\d\d/);
  expect(await kept(practitioner)).toEqual([]);
  expect(await valuesOf(practitioner, measure)).toEqual([
    expect.stringMatching(/12.*20.*Snow/) as string,
    expect.stringMatching(/14.*20/) as string
  ]);
  await practitioner.follows(/5\/1\/2026/);
  await practitioner.sees('Stories on the rug');
});

test('a value whose answer was lost is not added twice, and one that cannot be comes back to be mended', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  const measure = await measures(practitioner, 'Songs at the door');
  await opensToKeep(practitioner, `${addData}?measure=${measure}`, 'Add a value');
  await practitioner.page.route('**/record/send', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await writesAValue(practitioner, '5', '11');
  await practitioner.presses('Add the value');
  await practitioner.reads('Kept on this phone, not sent yet');
  expect(await valuesOf(practitioner, measure)).toHaveLength(1);
  await practitioner.page.unroute('**/record/send');
  await practitioner.presses('Send now: Songs at the door, 5/1/2026');
  await practitioner.reads(/Songs at the door, 5\/1\/2026 Sent at/);
  expect(await valuesOf(practitioner, measure)).toHaveLength(1);

  // Without a connection nobody sees that 21 of 20 cannot be; the server says it on the page itself.
  await goesOffline(practitioner, true);
  await writesAValue(practitioner, '12', '21');
  await practitioner.presses('Add the value');
  await practitioner.reads('Kept on this phone, not sent yet');
  await goesOffline(practitioner, false);
  await practitioner.reads('Something in it must be mended');
  await practitioner.presses('Open: Songs at the door, 12/1/2026');
  await practitioner.reads('What you wrote is still here');
  await practitioner.presses('Add the value');
  await practitioner.isTold('21 of only 20 cannot be');
  await practitioner.writes('Numerator', '12');
  await practitioner.presses('Add the value');
  await practitioner.sees('Songs at the door');
  expect(await valuesOf(practitioner, measure)).toHaveLength(2);
  expect(await kept(practitioner)).toEqual([]);
});

test('both pages open without a connection, and each date is that of the day', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  await opensToKeep(practitioner, `${improvement}/record`, 'Record a test');
  await opensToKeep(practitioner, addData, 'Add data');
  await practitioner.page.clock.install({ time: '2027-02-03T10:00:00Z' });
  await goesOffline(practitioner, true);
  await practitioner.page.goto(addData);
  await practitioner.reads('There is no connection');
  await practitioner.findsNoFault();
  await practitioner.page
    .getByRole('navigation', { name: 'Measures' })
    .getByRole('link')
    .first()
    .click();
  await practitioner.reads('Add the value');
  const day = ['Day', 'Month', 'Year'].map((part) => practitioner.field(part).inputValue());
  expect((await Promise.all(day)).map(Number)).toEqual([3, 2, 2027]);
  await practitioner.page.goto(`${improvement}/record`);
  await practitioner.sees('Record a test');
  await practitioner.reads('There is no connection');
});
