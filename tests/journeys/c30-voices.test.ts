import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const listening = '/p/fernhollow/need/listening';

test('what a parent said is noted, coded, quoted without identity by two people, seen in the thread, and gone when consent is taken back', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${listening}/said/new`, 'Note what was said');
  await contributor.writes('What this is a note of', 'Talk at the clothes swap');
  await contributor.marks(contributor.page.getByRole('radio', { name: 'Listening session' }));
  const heard = contributor.page.getByRole('group', { name: 'Heard on' });
  await heard.getByLabel('Day').fill('3');
  await heard.getByLabel('Month').fill('6');
  await heard.getByLabel('Year').fill('2026');
  await contributor.chooses('Kind of place', 'Community place');
  await contributor.marks(contributor.page.getByRole('radio', { name: 'Parents and carers' }));
  await contributor.writes(
    'What was said',
    'The pram does not go on the bus at five. My neighbour at M1 1AE says so too. We walk, or we do not go.'
  );
  await contributor.presses('Save the note');
  await contributor.isTold('Choose how they agreed');
  await contributor.isTold('Choose whether they may be quoted');
  await contributor.marks(
    contributor.page.getByRole('radio', { name: 'They said yes, after it was explained' })
  );
  await contributor.marks(
    contributor.page.getByRole('radio', {
      name: 'They agreed to be quoted without being recognised'
    })
  );
  await contributor.presses('Save the note');
  await contributor.isTold('“What was said” may hold a full postcode');
  await contributor.writes(
    'What was said',
    'The pram does not go on the bus at five. My neighbour says so too. We walk, or we do not go.'
  );
  await contributor.presses('Save the note');
  await contributor.hearsThat('The note is saved');
  await contributor.sees('Talk at the clothes swap');
  const note = new URL(contributor.page.url()).pathname;

  await contributor.marks(contributor.page.getByLabel('The pram does not go on the bus at five.'));
  await contributor.marks(contributor.page.getByLabel('My neighbour says so too.'));
  await contributor.ticks('Somebody to go with');
  await contributor.presses('Put them in the theme');
  await contributor.hearsThat('The sentences belong to the theme');
  await contributor.follows(/^Make a quote of it/);
  await contributor.sees('Make a quote');
  await contributor.writes('The words to be shown', 'The pram does not go on the bus […].');
  await contributor.presses('Ask for a second look');
  await contributor.hearsThat('waits for a second look by somebody else');
  await contributor.sees('A quote');
  await contributor.reads('You made this quote');
  expect(await contributor.page.getByRole('button', { name: 'It can be shown' }).count()).toBe(0);
  const quote = new URL(contributor.page.url()).pathname;

  const thread = '/p/fernhollow/thread/social-capital-and-supports';
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(quote, 'A quote');
  await lead.presses('It can be shown');
  await lead.isTold('Say that nobody can be recognised');
  await lead.ticks('Nobody can be recognised by these words');
  await lead.presses('It can be shown');
  await lead.hearsThat('ready to be shown');
  await lead.opens(thread, 'Social capital and supports');
  await lead.reads('What people say');
  await lead.reads('The pram does not go on the bus');
  await lead.opens(`${thread}/brief`, 'Social capital and supports: evidence brief');
  await lead.reads('The pram does not go on the bus');

  await contributor.opens(note, 'Talk at the clothes swap');
  await contributor.page.getByText('They have taken back their consent').click();
  await contributor.presses('Erase what was said');
  await contributor.hearsThat('What was said is erased, and every quote of it');
  await contributor.sees('Erased');
  for (const [address, title] of [
    [thread, 'Social capital and supports'],
    [`${thread}/brief`, 'Social capital and supports: evidence brief']
  ] as const) {
    await lead.opens(address, title);
    expect(await lead.page.content()).not.toContain('The pram');
  }
  const gone = await lead.page.request.get(quote);
  expect(gone.status()).toBe(404);
  const id = note.split('/').at(-1) ?? '';
  await lead.opens(`/p/fernhollow/administration/history?table=voice&record=${id}`, 'History');
  await lead.reads('characters, not kept in the history');
  expect(await lead.page.content()).not.toContain('pram');
});
