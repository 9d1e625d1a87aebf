import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const evidence = '/p/fernhollow/evidence';

test('a reader finds what works beside what matters, with dated sources that lead to the guidebooks', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(`${evidence}?outcome=communication&age=months-8-36&sort=works`, 'Evidence');
  const first = reader.page.getByRole('main').getByRole('row').nth(1);
  expect(await first.innerText()).toContain('Strong');

  await reader.opens(`${evidence}/play-and-verbal-exchanges`, 'Play and verbal exchanges');
  await reader.reads('Sources, each with its date');
  await reader.reads('Education Endowment Foundation, June 2018');
  const guidebook = reader.page
    .getByRole('main')
    .getByRole('link', { name: /Early Years Toolkit, June 2018/ });
  expect(await guidebook.getAttribute('href')).toMatch(/^https:\/\//);
  await reader.reads('What it leads to');
  await reader.reads('What leads to it');
  await reader.reads(/Overcrowded accommodation\s+↓ lowers/);
});

test('a contributor rates what works, and a second editor chooses between two versions', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${evidence}/parent-stress`, 'Parent stress');
  await contributor.follows('Rate what works yourself');
  await contributor.sees('Your own rating of what works');
  await contributor.ticks('Mixed');
  await contributor.ticks('Much doubt');
  await contributor.writes('Why', 'Two programmes, one trial each.');
  await contributor.writes('What it rests on', 'A reading of the guidebooks');
  await contributor.writes('Day', '20');
  await contributor.writes('Month', '1');
  await contributor.writes('Year', '2026');
  await contributor.presses('Save');
  await contributor.hearsThat('Your own rating is saved');

  const rating = `${evidence}/parent-stress/rating?works=yes`;
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(rating, 'Your own rating of what works');
  await contributor.opens(rating, 'Your own rating of what works');
  await contributor.ticks('Strong');
  await contributor.writes('Day', '21');
  await contributor.presses('Save');
  await contributor.hearsThat('Your own rating is saved');

  await lead.writes('Why', 'Three programmes now.');
  await lead.presses('Save');
  await lead.isTold('Somebody else saved this');
  await lead.findsNoFault();
  for (const part of ['How strong', 'Date of the source']) {
    await lead.marks(lead.page.getByRole('group', { name: part }).getByLabel('Keep theirs'));
  }
  await lead.marks(lead.page.getByRole('group', { name: 'Why' }).getByLabel('Keep yours'));
  await lead.presses('Save');
  await lead.hearsThat('Your own rating is saved');
  await lead.reads('Three programmes now.');
  await lead.reads('21 January 2026');
});

test('a contributor notes what was noticed here, and changes it', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${evidence}/domestic-abuse`, 'Domestic abuse');
  await contributor.follows('Note something you noticed');
  await contributor.sees('Note something you noticed');
  await contributor.writes('What was noticed', 'Families ask for help at the food bank first.');
  await contributor.writes('Who noticed it, by role', 'Family support worker');
  await contributor.writes('Day', '3');
  await contributor.writes('Month', '2');
  await contributor.writes('Year', '2026');
  await contributor.presses('Save');
  await contributor.hearsThat('Your note is kept');
  await contributor.reads('Family support worker, 3 February 2026');
  await contributor.follows(/Change the note Families ask/);
  await contributor.sees('Change what was noticed');
  await contributor.writes(/^Where/, 'Food bank');
  await contributor.presses('Save');
  await contributor.hearsThat('The note is saved');
  await contributor.reads('Family support worker, Food bank');
});
