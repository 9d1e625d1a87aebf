import { expect, test } from 'vitest';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';
import { wordText } from '../support/word-text.ts';

const plan = '/p/fernhollow/plan';

test('a lead drafts a decision, a coordinator confirms it, and only another decision can correct it', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Governance');
  await lead.follows('Decisions and papers');
  await lead.sees('Decisions');
  await lead.follows('Record a decision');
  await lead.sees('Record a decision');
  await lead.writes('Title', 'Longer opening hours at Mill Lane');
  await lead.marks(lead.page.getByRole('radio', { name: 'Approved subject to conditions' }));
  await lead.presses('Save as a draft');
  await lead.isTold('Enter what was decided');
  await lead.writes('What was decided', 'Mill Lane opens until six on two days a week');
  await lead.presses('Save as a draft');
  await lead.isTold('Choose the group that decided, or enter another body');
  await lead.chooses('Group that decided (optional)', 'Early Years Partnership Board');
  await lead.presses('Save as a draft');
  await lead.isTold('Enter the conditions of the approval');
  await lead.writes('Conditions (optional)', 'A second person is there after five');
  await lead.presses('Save as a draft');
  await lead.hearsThat('saved as a draft');
  await lead.reads('Draft, not confirmed yet');
  const address = new URL(lead.page.url()).pathname;

  await lead.follows('Add what a partner says');
  await lead.writes('Partner body', 'Vale Community Health Trust');
  await lead.marks(lead.page.getByRole('radio', { name: 'Has not said yet' }));
  await lead.presses('Add it');
  await lead.reads('0 of 1 partner body agrees. Not said yet: 1.');
  expect(await lead.page.getByRole('button', { name: 'Confirm the decision' }).count()).toBe(0);

  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(address, 'Longer opening hours at Mill Lane');
  await coordinator.presses('Confirm the decision');
  await coordinator.hearsThat('It stays as it is');
  await coordinator.reads('Confirmed on');
  expect(await coordinator.page.getByRole('link', { name: 'Change this draft' }).count()).toBe(0);

  await lead.opens(address, 'Longer opening hours at Mill Lane');
  await lead.follows('Correct it by another decision');
  await lead.writes('Title', 'Longer opening hours, as meant');
  await lead.writes('What was decided', 'Mill Lane opens until six on three days a week');
  await lead.marks(lead.page.getByRole('radio', { name: 'Agreed', exact: true }));
  await lead.chooses('Group that decided (optional)', 'Early Years Partnership Board');
  await lead.presses('Save as a draft');
  await lead.hearsThat('saved as a draft');
  await lead.reads('Corrects Longer opening hours at Mill Lane');
  const correction = new URL(lead.page.url()).pathname;
  await lead.opens(address, 'Longer opening hours at Mill Lane');
  await lead.reads('A correction is drafted');
  await coordinator.opens(correction, 'Longer opening hours, as meant');
  await coordinator.presses('Confirm the decision');
  await lead.opens(address, 'Longer opening hours at Mill Lane');
  await lead.reads('Corrected since');
  const csv = await lead.page.request.get(`${plan}/decisions/decisions.csv`);
  expect(await csv.text()).toMatch(
    /Longer opening hours at Mill Lane.*Longer opening hours, as meant/
  );
});

test('minutes of a day are a page and a Word file, and a decision that was chosen stands on the public page', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(`${plan}/decisions`, 'Decisions');
  await coordinator.follows('A weekly programme for parents and children together');
  await coordinator.follows(/^Minutes of /);
  await coordinator.sees('Decisions: Early Years Partnership Board');
  await coordinator.reads('One decision.');
  const search = new URL(coordinator.page.url()).search;
  const word = await coordinator.page.request.get(`${plan}/decisions/minutes.docx${search}`);
  const minutes = wordText(await word.body());
  for (const words of [
    'Decisions: Early Years Partnership Board',
    'On 8 July 2026. One decision.',
    'A weekly programme for parents and children together',
    'Approved subject to conditions',
    'One programme is chosen and run twice before anybody speaks of more.',
    'To be met by 18 December 2026',
    'What the partners say',
    'Vale Community Health Trust',
    'Interests declared',
    'Chief officer, Homelink Fernhollow'
  ]) {
    expect(minutes).toContain(words);
  }
  expect(minutes).not.toContain('Talk and play before anything else');

  await coordinator.opens('/p/fernhollow/strategy/public/choose', 'What the public page shows');
  const offered = coordinator.page.getByRole('group', { name: /^Decisions/ });
  expect(await offered.innerText()).not.toContain('A third song morning'); // a draft
  await coordinator.marks(
    offered.getByLabel('A weekly programme for parents and children together')
  );
  await coordinator.presses('Save');
  await coordinator.reads('Decision added: A weekly programme for parents and children together');
  await coordinator.follows('Publish the changes');
  await coordinator.presses('Publish');
  const family = await visitor(withoutScripts);
  await family.opens('/public/fernhollow', 'What we are doing for young children in Fernhollow');
  await family.reads('One programme is chosen and run twice before anybody speaks of more.');
  await family.reads('Approved subject to conditions: Early Years Partnership Board, 8 July 2026');
  const shown = await family.page.getByRole('main').innerText();
  for (const kept of [
    'Talk and play before anything else',
    'Homelink',
    'Head of health visiting'
  ]) {
    expect(shown).not.toContain(kept);
  }
});

test('who was consulted is owed an answer, and so is whoever asked', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens('/p/fernhollow/due', 'What is due');
  await contributor.reads('How new mothers are asked how they feel');
  await contributor.opens(`${plan}/consultation`, 'Consultation');
  await contributor.follows('Change How new mothers are asked how they feel');
  const told = contributor.page.getByRole('group', { name: 'Were told on' });
  await told.getByLabel('Day').fill('20');
  await told.getByLabel('Month').fill('11');
  await told.getByLabel('Year').fill('2026');
  await contributor.presses('Save');
  await contributor.hearsThat('The consultation is saved');
  await contributor.opens('/p/fernhollow/due', 'What is due');
  const page = await contributor.page.getByRole('main').innerText();
  expect(page).not.toContain('How new mothers are asked how they feel');

  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${plan}/asks`, 'Asks and obstacles');
  await lead.follows('Registrars may hand out no library cards');
  await lead.marks(lead.page.getByRole('radio', { name: 'In part' }));
  await lead.writes('Day', '1');
  await lead.writes('Month', '1');
  await lead.writes('Year', '2099');
  await lead.presses('Save the answer');
  await lead.isTold('This day has not come yet');
  await lead.writes('Year', '2026');
  await lead.presses('Save the answer');
  await lead.hearsThat('The answer is written down');
});

test('a dispute goes up the reporting lines until it is settled', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${plan}/disputes`, 'Disputes');
  await lead.follows('Record a dispute');
  await lead.writes('What it is about', 'The key of the church hall');
  await lead.writes('Between whom', 'Family hub');
  await lead.writes('Day', '2');
  await lead.writes('Month', '11');
  await lead.writes('Year', '2026');
  await lead.chooses('Group in which it arose (optional)', 'Talk and Play Group');
  await lead.presses('Record the dispute');
  await lead.isTold('Enter at least two groups or bodies');
  await lead.writes('Between whom', 'Family hub\nChurch hall');
  await lead.presses('Record the dispute');
  await lead.hearsThat('The dispute is recorded');
  await lead.reads('Nobody deals with it yet');
  await lead.follows('Say who deals with it');
  await lead.chooses('Group', 'Talk and Play Group');
  await lead.writes('Day', '1');
  await lead.writes('Month', '11');
  await lead.writes('Year', '2026');
  await lead.presses('Add the step');
  await lead.isTold('This is before the dispute was raised');
  await lead.writes('Day', '3');
  await lead.presses('Add the step');
  await lead.reads('It is here');
  await lead.reads('the next step is Early Years Partnership Board');
});
