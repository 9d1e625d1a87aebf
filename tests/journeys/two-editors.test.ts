import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const settings = '/p/fernhollow/administration/partnership';

test('the second of two editors sees both versions, must choose, and nothing is lost', async () => {
  const first = await signedIn('coordinator@fernhollow.example', withoutScripts);
  const second = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await first.opens(settings, 'Change the details');
  await second.opens(settings, 'Change the details');
  const about = await first.field(/^About this partnership/).inputValue();
  const vision = await first.field('Vision (optional)').inputValue();

  await first.writes(/^About this partnership/, 'Written by the first');
  await first.presses('Save');
  await first.hearsThat('The details are saved');

  await second.writes(/^About this partnership/, 'Written by the second');
  await second.presses('Save');
  await second.sees('Change the details');
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('Written by the first');
  await second.reads('Written by the second');

  // Saving without having chosen asks again.
  await second.presses('Save');
  await second.reads('Written by the first');

  await second.ticks('Keep yours');
  await second.presses('Save');
  await second.hearsThat('The details are saved');
  await second.reads('Written by the second');
  await second.reads(vision);

  await second.page.goto(settings);
  await second.writes(/^About this partnership/, about);
  await second.presses('Save');
  expect(await second.page.getByRole('main').innerText()).toContain(about);
});
