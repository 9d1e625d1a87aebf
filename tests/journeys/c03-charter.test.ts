import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts } from '../support/person.ts';

test('a team writes its aim and charter without scripts, on a phone, and scores its progress', async () => {
  const lead = await signedIn('lead@fernhollow.example', { ...withoutScripts, viewport: phone });
  await lead.opens('/p/fernhollow/improvement/new', 'Begin a project');
  await lead.writes('Title', 'Rhymes at the gate');
  await lead.writes(/^What will be better/, 'Children hear a rhyme at pick-up');
  await lead.writes(/^How much/, '20 families');
  await lead.writes(/^For whom/, 'All families');
  await lead.writes(/^From what baseline/, '40% in May 2026');
  await lead.presses('Begin the project');
  await lead.sees('Rhymes at the gate');
  const project = new URL(lead.page.url()).pathname;

  // The aim is read as it was typed, beside the form.
  await lead.follows('Complete the aim');
  await lead.sees('Change the project');
  await lead.reads('It does not say by when.');
  await lead.reads('“All families” has no edge');
  await lead.reads('“How much” is a plain number and the baseline a percentage');
  await lead.writes(/^How much/, '60%');
  await lead.writes(/^For whom/, 'the families of Mill Lane');
  await lead.writes('Day', '31');
  await lead.writes('Month', '3');
  await lead.writes('Year', '2099');
  await lead.presses('Save and check the aim');
  await lead.sees('Change the project');
  await lead.reads('It says what, how much, for whom, by when and from what baseline.');

  await lead.opens(`${project}/charter`, 'Charter');
  await lead.reads('Nobody is recorded in the team yet.');
  await lead.follows('Write the charter');
  await lead.sees('Write the charter');
  await lead.writes(
    /^Why this project/,
    'Parents asked for something to sing. Ring 0161 496 0000.'
  );
  await lead.presses('Save the charter');
  await lead.isTold('may hold a telephone number');
  await lead.writes(/^Why this project/, 'Parents asked for something to sing.');
  await lead.presses('Save the charter');
  await lead.sees('Charter');
  await lead.reads('Parents asked for something to sing.');

  await lead.follows('Add to the team');
  await lead.sees('Add to the team');
  await lead.presses('Add to the team');
  await lead.isTold('Enter a role');
  await lead.writes('Role', 'Head of centre');
  await lead.ticks('Sponsor');
  await lead.presses('Add to the team');
  await lead.sees('Charter');
  await lead.reads('No parent or carer is in the team.');

  await lead.follows('Add a milestone');
  await lead.sees('Add a milestone');
  await lead.writes('What will be reached', 'First rhyme with one family');
  await lead.page.locator('[name="dueOn-day"]').fill('1');
  await lead.page.locator('[name="dueOn-month"]').fill('12');
  await lead.page.locator('[name="dueOn-year"]').fill('2098');
  await lead.presses('Add the milestone');
  await lead.sees('Charter');
  await lead.reads('Due on 1 December 2098');

  await lead.follows('Progress score and its history');
  await lead.sees('Progress score');
  await lead.reads('The records suggest 0.5');
  await lead.presses('Keep the score');
  await lead.isTold('Enter why');
  await lead.chooses('Progress score', '1: A team and an aim');
  await lead.writes('Why this score', 'Aim and sponsor are there');
  await lead.presses('Keep the score');
  await lead.hearsThat('The score is kept, with your reason.');
  await lead.reads('Scored once: 1 of 5');
  await lead.reads('Aim and sponsor are there');
});

test('progress over time is drawn and listed, and a project is found from the plan and the priority it serves', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens('/p/fernhollow/improvement', 'Improvement');
  await reader.follows('A story before bed');
  await reader.sees('A story before bed');
  const project = new URL(reader.page.url()).pathname;
  await reader.opens(`${project}/progress`, 'Progress score');
  await reader.reads('Scored 4 times: from 1.5 on 13 April 2026 to 4 of 5');
  await reader.reads('The records suggest 4.5');
  expect(await reader.page.getByRole('button', { name: 'Keep the score' }).count()).toBe(0);
  await reader.opens(`${project}/charter`, 'Charter');
  await reader.reads('Two-year-old rooms of the three nurseries');
  await reader.reads('Was due on 31 October 2026');
  await reader.page
    .getByRole('main')
    .getByRole('link', { name: 'Play and verbal exchanges' })
    .last()
    .click();
  await reader.reads('Improvement projects');
  await reader.findsNoFault();
  await reader.follows('A story before bed');
  await reader.sees('A story before bed');
});
