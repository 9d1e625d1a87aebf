import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const register = '/p/fernhollow/need/governance';

test('a lead describes a data item step by step, and is asked only what the law asks', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(register, 'Information governance');
  await lead.follows('Add a data item');
  await lead.sees('Add a data item');
  await lead.writes('What is held', 'Allergies of the lunch group (made up)');
  await lead.presses('Save and continue');
  await lead.isTold('Choose whether a person can be told from it');
  await lead.marks(lead.page.getByRole('radio', { name: 'Yes' }));
  await lead.ticks('It tells something of this kind about a person');
  await lead.presses('Save and continue');

  await lead.sees('Lawful basis');
  await lead.presses('Save and continue');
  await lead.isTold('Choose the lawful basis');
  await lead.marks(lead.page.getByRole('radio', { name: /^Recognised legitimate interest/ }));
  await lead.presses('Save and continue');
  await lead.sees('Recognised legitimate interest');
  await lead.marks(lead.page.getByRole('radio', { name: /^Disclosure for somebody/ }));
  await lead.presses('Save and continue');
  await lead.isTold('Enter who asked for it, and for what task');
  await lead.marks(lead.page.getByRole('radio', { name: /^Safeguarding/ }));
  await lead.presses('Save and continue');
  await lead.sees('Special category condition');
  await lead.marks(lead.page.getByRole('radio', { name: /^Explicit consent/ }));
  await lead.presses('Save and continue');

  await lead.sees('Sharing');
  await lead.marks(lead.page.getByRole('radio', { name: 'Yes' }));
  await lead.presses('Save and continue');
  await lead.isTold('Enter with whom it is shared');
  await lead.writes('With whom (optional)', 'The hall’s kitchen');
  await lead.presses('Save and continue');

  await lead.sees('Impact assessment');
  await lead.marks(lead.page.getByRole('radio', { name: 'Needed, and not yet done' }));
  await lead.presses('Save and continue');
  await lead.sees('Complaints');
  await lead.reads('within 30 days');
  await lead.follows('Leave this for later');
  await lead.sees('Keeping and reviewing');
  await lead.follows('Leave this for later');
  await lead.sees('Why you collect it');
  await lead.presses('Save');
  await lead.hearsThat('That was the last step');
  await lead.sees('Allergies of the lunch group (made up)');
  await lead.reads('Assessment to do');
  await lead.reads('Agreement missing');
  await lead.reads('Not said where complaints go');
  const address = new URL(lead.page.url()).pathname;

  await lead.opens(register, 'Information governance');
  const rows = await lead.page.getByRole('main').getByRole('row').allInnerTexts();
  const owing = rows.findIndex((row) => row.includes('Allergies of the lunch group'));
  const settled = rows.findIndex((row) => row.includes('Nothing due'));
  expect(owing).toBeGreaterThan(0);
  expect(owing).toBeLessThan(settled);
  const csv = await lead.page.request.get(`${register}/register.csv`);
  expect(await csv.text()).toMatch(
    /Allergies of the lunch group.*Recognised legitimate interest, Article 6\(1\)\(ea\)/
  );

  await lead.opens(`${address}/what`, 'What is held');
  await lead.marks(lead.page.getByRole('radio', { name: 'No', exact: true }));
  await lead.presses('Save and continue');
  await lead.sees('Keeping and reviewing');
  const basis = await lead.page.request.get(`${address}/basis`);
  expect(basis.status()).toBe(404);
});

test('a contributor reads the register and is shown no way to change it', async () => {
  const contributor = await signedIn('contributor@fernhollow.example');
  await contributor.opens(register, 'Information governance');
  expect(await contributor.page.getByRole('link', { name: 'Add a data item' }).count()).toBe(0);
  await contributor.follows('Sign-in sheet of the family hub');
  await contributor.sees('Sign-in sheet of the family hub');
  expect(
    await contributor.page
      .getByRole('main')
      .getByRole('link', { name: /^Change/ })
      .count()
  ).toBe(0);
});
