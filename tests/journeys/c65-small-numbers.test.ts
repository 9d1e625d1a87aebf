import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts, type Person } from '../support/person.ts';

const administration = '/p/fernhollow/administration';

test('a coordinator sets the rule of a way out with its reason, never weaker than the floor, and everybody can read it', async () => {
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(administration, 'Administration');
  await coordinator.follows('Small numbers');
  await coordinator.sees('Small numbers');
  await coordinator.reads('Counts from 1 to 7 are hidden; others are rounded to the nearest 5');
  await coordinator.follows('Change the rule: Read by programs');
  await coordinator.sees('Rule: Read by programs');
  await coordinator.writes(/^Hide counts up to/, '4');
  await coordinator.writes(/^Round the others/, '1');
  await coordinator.writes(/^Why this rule/, '');
  await coordinator.presses('Set the rule');
  await coordinator.isTold('Counts of 1 to 5 are always hidden: enter 5 or more');
  await coordinator.isTold('Counts are always rounded to the nearest 5 at least');
  await coordinator.isTold('Say why');
  expect(await coordinator.field(/^Hide counts up to/).inputValue()).toBe('4');

  await coordinator.writes(/^Hide counts up to/, '9');
  await coordinator.writes(/^Round the others/, '10');
  await coordinator.writes(
    /^Why this rule/,
    'As agreed with the made-up health board of Fernhollow.'
  );
  await coordinator.presses('Set the rule');
  await coordinator.hearsThat('The rule is set: read by programs');
  await coordinator.reads('Counts from 1 to 9 are hidden; others are rounded to the nearest 10');
  await coordinator.reads('As agreed with the made-up health board of Fernhollow.');
  await coordinator.reads('The rules differ');
  await coordinator.follows('History');
  await coordinator.sees('History');

  const reader = await signedIn('reader@fernhollow.example', { viewport: phone });
  await reader.opens(`${administration}/small-numbers`, 'Small numbers');
  await reader.reads('As agreed with the made-up health board of Fernhollow.');
  expect(await reader.page.getByRole('link', { name: /^Change/ }).count()).toBe(0);
  const refused = await reader.page.request.get(`${administration}/small-numbers/api`);
  expect(refused.status()).toBe(403);
});

async function counts(lead: Person, title: string): Promise<string> {
  await lead.opens('/p/fernhollow/need/add', 'Add an indicator of your own');
  await lead.writes('Name', title);
  await lead.chooses('How often', 'Every quarter of the financial year');
  await lead.writes(/^Groups/, 'Free school meals\nNo free school meals');
  await lead.writes(/^Better-off group/, 'No free school meals');
  await lead.writes(/^Poorer group/, 'Free school meals');
  await lead.presses('Add the indicator');
  await lead.hearsThat('The indicator is added');
  return new URL(lead.page.url()).pathname.replace(/\/values$/, '');
}

test('what leaves cannot be put together: one group more is hidden, in the file and not on the screen', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const address = await counts(lead, 'Talking at two, by group');
  // 38 of 80 in all. 7 of 20 is small; beside 31 of 60 it could be worked out to be 6 or 7.
  for (const [group, counted, all] of [
    ['All', '38', '80'],
    ['Free school meals', '7', '20'],
    ['No free school meals', '31', '60']
  ] as const) {
    await lead.page.goto(`${address}/values`);
    await lead.writes('Period', '2025/26 Q1');
    await lead.chooses('Group', group);
    await lead.writes(/^Numerator/, counted);
    await lead.writes(/^Denominator/, all);
    await lead.presses('Save the value');
    await lead.hearsThat('The value is saved');
  }
  await lead.reads('7 of 20');
  const file = await lead.page.request.get(`${address}/values.csv`);
  const text = await file.text();
  expect(text).toContain('2025/26 Q1,50,40,80,From rounded counts');
  expect(text).toContain('"2025/26 Q1, Free school meals",,,20,Hidden: a small number');
  expect(text).toContain('"2025/26 Q1, No free school meals",,,,Hidden: protects another number');
  expect(text).toContain(
    '2 of 3 figures are hidden, 1 of them so that others cannot be worked out.'
  );
  expect(text).not.toMatch(/\b31\b/);
});

test('small numbers of a measure stay with those who record them', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto('/p/fernhollow/improvement/new');
  await lead.writes('Title', 'Small weeks');
  await lead.presses('Begin the project');
  await lead.follows('Add a measure');
  await lead.writes('What is measured', 'Small weeks: children');
  await lead.ticks('Outcome');
  await lead.ticks('So many of so many');
  await lead.ticks('More is better');
  await lead.presses('Add the measure');
  await lead.sees('Small weeks: children');
  const measure = new URL(lead.page.url()).pathname;
  await lead.page.goto(`${measure}/many`);
  await lead.writes(/^Paste rows here/, '5/1/2026\t11\t20\n12/1/2026\t3\t20\n19/1/2026\t20\t20');
  await lead.presses('Look before saving');
  await lead.presses('Save 3 values');
  await lead.hearsThat('3 values added');
  await lead.opens(measure, 'Small weeks: children');
  await lead.reads('have small numbers hidden');
  const shared = await (await lead.page.request.get(`${measure}/values.csv`)).text();
  expect(shared).toContain('2026-01-05,10,20');
  expect(shared).toContain('2026-01-12,suppressed,');
  expect(shared).toContain('2026-01-19,suppressed,');
  const entered = await lead.page.request.get(`${measure}/values-as-entered.csv`);
  expect(await entered.text()).toContain('2026-01-12,3,20');
  expect(entered.headers()['content-disposition']).toContain('not-for-sharing');

  const reader = await signedIn('reader@fernhollow.example');
  const refused = await reader.page.request.get(`${measure}/values-as-entered.csv`);
  expect(refused.status()).toBe(403);
  const nobody = await visitor();
  const away = await nobody.page.request.get(`${measure}/values.csv`, { maxRedirects: 0 });
  expect(away.status()).not.toBe(200);
});

test('a text in which a family may be recognised is warned about, kept, and saved once somebody has looked', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens('/p/fernhollow/plan/actions/new', 'Add an action');
  expect(await lead.page.getByRole('group', { name: /be recognised/ }).count()).toBe(0);
  await lead.page.getByLabel('Aim', { exact: true }).selectOption({ index: 1 });
  await lead.writes('What will be done', 'Bring the story bags round');
  await lead.writes(/^Lead/, 'Library lead, Fernhollow Council');
  await lead.page.getByText('Where it differs from the theme sheet of its aim').click();
  await lead.writes(/^Target group/, 'Families near the hub at M33 7ZF');
  await lead.presses('Add the action');
  await lead.sees('Add an action');
  await lead.isTold('“Target group” may hold a full postcode.');
  await lead.isTold('or tick that you have checked');
  const beside = lead.page.getByRole('main').getByText('may hold a full postcode');
  expect(await beside.count()).toBe(2); // in the summary, and beside the field
  expect(await lead.field(/^Target group/).inputValue()).toBe('Families near the hub at M33 7ZF');
  expect(await lead.field(/^Lead/).inputValue()).toBe('Library lead, Fernhollow Council');

  await lead.presses('Add the action'); // not looked again: asked again
  await lead.isTold('“Target group” may hold a full postcode.');
  await lead.ticks('I have checked: nobody can be recognised');
  await lead.presses('Add the action');
  await lead.hearsThat('The action is in the plan');
  await lead.sees('Bring the story bags round');
  await lead.reads('Families near the hub at M33 7ZF');

  await lead.follows('Change this action');
  await lead.sees('Change this action');
  await lead.presses('Save');
  await lead.isTold('“Target group” may hold a full postcode.');
  await lead.writes(/^Target group/, 'Families near the hub');
  await lead.presses('Save');
  await lead.sees('Bring the story bags round');
  await lead.reads('Families near the hub');
});
