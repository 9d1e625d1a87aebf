import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts } from '../support/person.ts';

const tests = '/p/fernhollow/improvement/tests';

test('tests are found by their words, filtered, and counted with those that did not help beside those that did', async () => {
  const reader = await signedIn('reader@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  await reader.opens(tests, 'All tests of change');
  await reader.writes(/^With the words/, 'texting');
  await reader.presses('Show');
  await reader.sees('All tests of change');
  await reader.reads('the best match first');
  await reader.reads('Bag and show for 25, with texts for some');
  await reader.reads('It did not help');

  await reader.opens(`${tests}?by=idea`, 'All tests of change');
  await reader.reads('by change idea, in the order of the names');
  await reader.follows(/^Story bag/);
  await reader.sees(/^Story bag/);
  await reader.reads('In which settings');
  await reader.reads('One bag with a leaflet');

  await reader.opens(`${tests}?by=setting&result=no`, 'All tests of change');
  const counts = await reader.page.request.get(`${tests}/counts.csv?by=setting&result=no`);
  const text = await counts.text();
  expect(text).toContain(
    'Setting,Helped,Did not help,Cannot tell yet,Not said yet,Tried,Not tried yet'
  );
  const workbook = await reader.page.request.get(
    `${tests.replace('/tests', '/tests.xlsx')}?result=no`
  );
  expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a person joins two ideas that are the same, and their tests are counted together', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example');
  await practitioner.opens(`${tests}?by=idea`, 'All tests of change');
  await practitioner.follows(/^Reminder by text/);
  await practitioner.sees(/^Reminder by text/);
  await practitioner.follows('Join it with others');
  await practitioner.sees('Join ideas that are the same');
  await practitioner.writes('Name they are counted under', '');
  await practitioner.presses('Count them together');
  await practitioner.isTold('Enter the name under which they are counted together');
  await practitioner.writes('Name they are counted under', 'Nudges in the evening');
  await practitioner.presses('Count them together');
  await practitioner.sees('Nudges in the evening');
  await practitioner.opens(`${tests}?by=idea`, 'All tests of change');
  await practitioner.reads('Nudges in the evening');
});

test('words search only one’s own place', async () => {
  const elsewhere = await signedIn('coordinator@trafford.example');
  await elsewhere.opens('/p/trafford/improvement/tests?words=bag', 'All tests of change');
  await elsewhere.reads('No test matches');
});
