import { expect, test } from 'vitest';
import { signedIn, type Person } from '../support/person.ts';
import {
  goesOffline,
  kept,
  onAPhone,
  opensToKeep,
  signsIn,
  tooSmallForAFinger
} from '../support/phone.ts';

const record = '/p/fernhollow/improvement/record';
const opensRecording = (person: Person) => opensToKeep(person, record, 'Record a test');

async function writesATest(
  person: Person,
  change: string,
  result = 'Three sat down'
): Promise<void> {
  await person.writes('What we will try', change);
  await person.writes('What do you think will happen?', 'Two children sit down');
  await person.ticks('Yes: say what came of it');
  await person.writes('What came of it', result);
  await person.ticks('It did not help');
  await person.ticks('Abandon: leave it, and try something else');
}

/** How often a test of this name stands in the list of all tests. */
async function countOf(person: Person, change: string): Promise<number> {
  const list = await person.page.request.get(
    `/p/fernhollow/improvement/tests.csv?words=${encodeURIComponent(change)}`
  );
  return (await list.text()).split('\n').filter((line) => line.includes(change)).length;
}

test('what is recorded on a phone survives a lost connection and a reload, and is saved once', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  await opensRecording(practitioner);
  expect(await tooSmallForAFinger(practitioner)).toEqual([]);

  // The connection goes in the middle of a sentence, and somebody reloads.
  await practitioner.writes('What we will try', 'A cushion in the den');
  await goesOffline(practitioner, true);
  await practitioner.writes('What do you think will happen?', 'Two children');
  await practitioner.page.reload();
  await practitioner.sees('Record a test');
  await practitioner.reads('There is no connection');
  expect(await practitioner.field('What we will try').inputValue()).toBe('A cushion in the den');
  await writesATest(practitioner, 'A cushion in the den');
  await practitioner.presses('Save');
  await practitioner.reads('Kept on this phone, not sent yet');
  expect(await practitioner.field('What we will try').inputValue()).toBe('');
  await practitioner.page.reload();
  await practitioner.reads('A cushion in the den');
  await practitioner.reads('Kept on this phone, not sent yet');

  await goesOffline(practitioner, false);
  await practitioner.reads(/A cushion in the den Sent at \d\d:\d\d/);
  expect(await kept(practitioner)).toEqual([]);
  expect(await countOf(practitioner, 'A cushion in the den')).toBe(1);
  await practitioner.follows('A cushion in the den');
  await practitioner.sees('A cushion in the den');
  await practitioner.reads('Three sat down');

  // The server saves, but its answer is lost on the way; sent again, nothing is saved twice.
  await opensRecording(practitioner);
  await practitioner.page.route('**/record/send', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await writesATest(practitioner, 'A lamp in the den');
  await practitioner.presses('Save');
  await practitioner.reads('Kept on this phone, not sent yet');
  await practitioner.page.unroute('**/record/send');
  await practitioner.presses('Send now: A lamp in the den');
  await practitioner.reads(/A lamp in the den Sent at/);
  expect(await countOf(practitioner, 'A lamp in the den')).toBe(1);

  // The server has a question: what was written comes back to be mended.
  await goesOffline(practitioner, true);
  await writesATest(practitioner, 'A rug in the den', 'Ask 07700 900123');
  await practitioner.presses('Save');
  await practitioner.reads('Kept on this phone, not sent yet');
  await goesOffline(practitioner, false);
  await practitioner.reads('Something in it must be mended');
  await practitioner.presses('Open: A rug in the den');
  await practitioner.reads('What you wrote is still here');
  await practitioner.presses('Save');
  await practitioner.isTold('may hold a telephone number');
  expect(await practitioner.field('What we will try').inputValue()).toBe('A rug in the den');
  await practitioner.writes('What came of it', 'Three sat on it');
  await practitioner.presses('Save');
  await practitioner.sees('A rug in the den');
  expect(await countOf(practitioner, 'A rug in the den')).toBe(1);
  expect(await kept(practitioner)).toEqual([]);
});

test('a planned test is reported without a connection, and is completed when it is back', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  await practitioner.opens(record, 'Record a test');
  await practitioner.writes('What we will try', 'Two stools by the window');
  await practitioner.writes('What do you think will happen?', 'One child looks out');
  await practitioner.presses('Save');
  await practitioner.sees('Two stools by the window');
  await opensRecording(practitioner);
  await goesOffline(practitioner, true);
  await practitioner.page.reload();
  await practitioner.follows('Two stools by the window');
  await practitioner.reads('One child looks out');
  await practitioner.writes('What came of it', 'Four looked out');
  await practitioner.ticks('It helped');
  await practitioner.ticks('Adopt: keep it, and try it with more');
  await practitioner.presses('Save the report');
  await practitioner.reads('Kept on this phone, not sent yet');
  await goesOffline(practitioner, false);
  await practitioner.reads(/Two stools by the window Sent at/);
  await practitioner.follows('Two stools by the window');
  await practitioner.reads('Four looked out');
});

test('what is kept belongs to one person: it outlives a session, is hidden from others, and ends with signing out', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', onAPhone);
  await opensRecording(practitioner);
  await practitioner.writes('What we will try', 'A tent of sheets');
  // Signed out by the passing of time: what was begun is there after signing in again.
  await practitioner.page.context().clearCookies({ name: 'cairn_session' });
  await practitioner.page.goto(record);
  await practitioner.sees('Sign in');
  await signsIn(practitioner, 'contributor@fernhollow.example');
  await practitioner.sees('Record a test');
  expect(await practitioner.field('What we will try').inputValue()).toBe('A tent of sheets');
  await writesATest(practitioner, 'A tent of sheets');
  await practitioner.page.context().clearCookies({ name: 'cairn_session' });
  await practitioner.presses('Save');
  await practitioner.reads('you were signed out');

  // Somebody else takes the phone, with and without a connection.
  await practitioner.page.goto('/sign-in');
  await signsIn(practitioner, 'lead@fernhollow.example');
  await goesOffline(practitioner, true);
  await practitioner.page.goto(record);
  await practitioner.reads('nobody is signed in on this phone');
  await goesOffline(practitioner, false);
  await opensRecording(practitioner);
  for (const isOffline of [false, true]) {
    await goesOffline(practitioner, isOffline);
    await practitioner.page.reload();
    await practitioner.sees('Record a test');
    expect(await practitioner.page.getByRole('main').innerText()).not.toContain('A tent of sheets');
    expect(await practitioner.field('What we will try').inputValue()).toBe('');
  }
  await goesOffline(practitioner, false);
  await practitioner.page.goto('/sign-in');
  expect(await countOf(practitioner, 'A tent of sheets')).toBe(0);

  // The first person again: it is sent at last.
  await practitioner.page.context().clearCookies({ name: 'cairn_session' });
  await practitioner.page.goto(`/sign-in?next=${record}`);
  await signsIn(practitioner, 'contributor@fernhollow.example');
  await practitioner.reads(/A tent of sheets Sent at/);
  expect(await countOf(practitioner, 'A tent of sheets')).toBe(1);

  await practitioner.writes('What we will try', 'Half a thought');
  expect(await kept(practitioner)).toHaveLength(1);
  await practitioner.page.locator('form[action="/sign-out"] button').first().dispatchEvent('click');
  await practitioner.page.waitForURL(/sign-in/);
  expect(await kept(practitioner)).toEqual([]);
  expect(await practitioner.page.evaluate(() => caches.keys())).toEqual([]);
});
