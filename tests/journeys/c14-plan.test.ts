import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';
import { wordText } from '../support/word-text.ts';

const plan = '/p/fernhollow/plan';

test('a lead adds a priority, an aim and an action, and a contributor says how it is getting on', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Add a priority');
  await lead.sees('Add a priority');
  await lead.writes('Priority', 'Quiet places to play');
  await lead.ticks('Safe places for children to play');
  await lead.presses('Add the priority');
  await lead.hearsThat('The priority is in the plan');

  await lead.page.goto(`${plan}/aims/new`);
  await lead.chooses('Priority', 'Quiet places to play');
  await lead.writes('Aim', 'A safe corner in every park');
  const byWhen = lead.page.getByRole('group', { name: /^By when/ });
  await byWhen.getByLabel('Day', { exact: true }).fill('31');
  await byWhen.getByLabel('Month', { exact: true }).fill('2');
  await byWhen.getByLabel('Year', { exact: true }).fill('2027');
  await lead.presses('Add the aim');
  await lead.isTold('is not in the calendar');
  expect(await lead.field('Aim').inputValue()).toBe('A safe corner in every park');
  expect(await byWhen.getByLabel('Day', { exact: true }).inputValue()).toBe('31');
  await byWhen.getByLabel('Day', { exact: true }).fill('28');
  await lead.presses('Add the aim');
  await lead.sees('A safe corner in every park');
  await lead.reads('28 February 2027');
  const aim = new URL(lead.page.url()).pathname;

  await lead.follows('Add an action');
  await lead.writes('What will be done', 'Ask families which corners');
  await lead.presses('Add the action');
  await lead.sees('Ask families which corners');
  const address = new URL(lead.page.url()).pathname;

  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(address, 'Ask families which corners');
  expect(await contributor.page.getByRole('link', { name: 'Change this action' }).count()).toBe(0);
  await contributor.ticks('Under way');
  await contributor.writes(/^How it is getting on/, 'Nine families answered.');
  await contributor.presses('Save the progress');
  await contributor.hearsThat('The progress is saved');
  await contributor.reads('Nine families answered.');
  // The aim has a status and progress of its own.
  await contributor.opens(aim, 'A safe corner in every park');
  await contributor.ticks('Held up');
  await contributor.writes(/^How it is getting on/, 'The council has to agree.');
  await contributor.presses('Save the progress');
  await contributor.hearsThat('The progress is saved');
  await contributor.reads('The council has to agree.');
  await contributor.opens(`${plan}?view=attention`, 'Plan');
  await contributor.reads('A safe corner in every park');
  await contributor.findsNoFault();
  await contributor.opens(address, 'Ask families which corners');
  await contributor.follows('History of this action');
  await contributor.sees('History');
  await contributor.reads(/not-started → under-way/);
});

test('the theme sheet of an aim names its policy and what it is judged by, as links, on the page and in Word', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('Books reach families who have few');
  await lead.follows('Change this aim');
  await lead.page.locator('summary', { hasText: 'Theme sheet' }).click();
  await lead.writes(
    'National policy that it serves (optional)',
    'Strategy for libraries https://policy.example/libraries'
  );
  await lead.marks(lead.page.getByRole('radio', { name: 'For some (targeted)' }));
  await lead.marks(
    lead.page
      .getByRole('group', { name: /^Measures that it is judged by/ })
      .getByRole('checkbox')
      .first()
  );
  await lead.presses('Save');
  await lead.sees('Books reach families who have few');
  await lead.reads('Judged by');
  await lead.follows('Theme sheet, for print');
  await lead.sees('Books reach families who have few');
  const sheet = lead.page.getByRole('main');
  const policy = sheet.getByRole('link', { name: 'Strategy for libraries' });
  expect(await policy.getAttribute('href')).toBe('https://policy.example/libraries');
  const figure = sheet.getByRole('link', { name: 'Under-fives borrowing library books' });
  expect(await figure.getAttribute('href')).toMatch(/^\/p\/fernhollow\/need\//);
  expect(await sheet.locator('a[href^="/p/fernhollow/improvement/measures/"]').count()).toBe(1);
  const address = new URL(lead.page.url()).pathname;
  const word = await lead.page.request.get(`${address}.docx`);
  const said = wordText(await word.body());
  for (const words of [
    'Lead',
    'Collaborators here',
    'Strategy for libraries',
    'Target group',
    'Actions'
  ]) {
    expect(said).toContain(words);
  }
  expect(said).toContain('Under-fives borrowing library books');
});

test('Tayside’s plan of 2018 stands with every numbered aim, its timescale and who supports it', async () => {
  const coordinator = await signedIn('coordinator@tayside.example');
  await coordinator.opens('/p/tayside/plan', 'Plan');
  const headings = coordinator.page.getByRole('main').getByRole('heading', { level: 2 });
  expect(await headings.count()).toBe(5);
  await coordinator.reads('Apr 2018');
  // The aim that stands under two priorities is one, and each heading says who leads it and who supports it.
  const early = coordinator.page.getByRole('region', { name: 'Pre-Birth and Early Years' });
  await expect.poll(() => early.innerText()).toContain('Led by Health and Well-Being');
  expect(await early.innerText()).toContain('The same aim as under 3. Health and Well-Being');
  const taken = await coordinator.page.request.get('/p/tayside/plan/aims.csv');
  expect(await taken.text()).toContain('New health visiting pathway');
  await coordinator.follows('The plan as a log-frame');
  await coordinator.sees('Log-frame');
  await coordinator.reads('New health visiting pathway');
  await coordinator.findsNoFault();
  for (const file of [
    'log-frame/log-frame.csv?file=xlsx',
    'log-frame/log-frame.docx',
    'actions.csv?file=xlsx'
  ]) {
    const answer = await coordinator.page.request.get(`/p/tayside/plan/${file}`);
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  }
  const drawn = await coordinator.page.request.get(
    '/p/tayside/administration/groups/governance.svg?file=png'
  );
  expect((await drawn.body()).subarray(1, 4).toString()).toBe('PNG');
  await coordinator.page.goto('/p/tayside/plan');
  await coordinator.follows(/^What needs attention/);
  await coordinator.reads('New health visiting pathway and more family nurses');
  await coordinator.findsNoFault();
  await coordinator.page.goto('/p/tayside/administration/groups');
  await coordinator.sees('Groups');
});
