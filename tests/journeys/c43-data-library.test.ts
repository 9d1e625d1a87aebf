import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const sources = '/p/fernhollow/need/sources';

test('a lead adds a source, and the factor it tells of is no longer without one', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(sources, 'Data sources');
  const without = () => lead.page.getByRole('link', { name: 'Ask about Breastfeeding' }).count();
  expect(await without()).toBe(1);

  await lead.follows('Add a source');
  await lead.sees('Add a source');
  await lead.writes('Name of the source', 'Infant feeding at ten days (made up)');
  await lead.ticks('Breastfeeding');
  await lead.writes('Limitations (optional)', 'Write to clerk@feeding.example for what is missing');
  await lead.writes('Link (optional)', 'feeding');
  await lead.presses('Add the source');
  await lead.isTold('Enter an address that begins with https');
  await lead.writes('Link (optional)', 'https://feeding.example/counts');
  await lead.presses('Add the source');
  await lead.isTold('“Limitations” may hold an e-mail address');
  expect(await lead.field('Name of the source').inputValue()).toBe(
    'Infant feeding at ten days (made up)'
  );
  await lead.writes('Limitations (optional)', 'Says nothing of the weeks after');
  await lead.presses('Add the source');
  await lead.hearsThat('The source is in the library');
  await lead.sees('Infant feeding at ten days (made up)');
  await lead.reads('Says nothing of the weeks after');

  await lead.opens(`${sources}?factor=breastfeeding`, 'Data sources');
  await lead.reads('Infant feeding at ten days');
  expect(await lead.page.getByRole('link', { name: 'Language check at two' }).count()).toBe(0);
  expect(await without()).toBe(0);
  const csv = await lead.page.request.get(`${sources}/sources.csv`);
  expect(await csv.text()).toContain('Says nothing of the weeks after');
});

test('the second of two editors chooses, and the history keeps both', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(sources, 'Data sources');
  await lead.follows('Notes of the Parents’ Panel');
  await lead.follows('Change this source');
  await lead.sees('Change this source');

  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.page.goto(lead.page.url());
  await coordinator.writes('Strengths (optional)', 'Told at length, in families’ own words');
  await coordinator.presses('Save');
  await coordinator.hearsThat('The source is saved');

  await lead.writes('Strengths (optional)', 'Told by nine families');
  await lead.presses('Save');
  await lead.sees('Change this source');
  await lead.reads('Told at length, in families’ own words');
  await lead.marks(lead.page.getByRole('radio').first());
  await lead.presses('Save');
  await lead.reads('Told by nine families');
  await lead.follows('History of this source');
  await lead.sees('History');
  await lead.reads(/Told at length, in families’ own words → Told by nine families/);
});

test('published figures that are followed stand beside the library', async () => {
  const coordinator = await signedIn('coordinator@trafford.example');
  await coordinator.opens('/p/trafford/need/sources', 'Data sources');
  await coordinator.reads('Figures you follow');
  await coordinator.reads('Department for Education');
  await coordinator.reads('Published');
});

test('a reader reads the library and is shown no way to change it', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(sources, 'Data sources');
  expect(await reader.page.getByRole('link', { name: /Add a source|Ask about/ }).count()).toBe(0);
  const answer = await reader.page.request.get(`${sources}/new`);
  expect(answer.status()).toBe(403);
});
