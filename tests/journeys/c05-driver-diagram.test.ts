import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const improvement = '/p/fernhollow/improvement';

/** Begins a project with this title; answers the address of its driver diagram. */
async function begins(person: Person, title: string): Promise<string> {
  await person.opens(`${improvement}/new`, 'Begin a project');
  await person.writes('Title', title);
  await person.writes(/^What will be better/, 'Children choose a book to take home');
  await person.presses('Begin the project');
  await person.sees(title);
  return `${new URL(person.page.url()).pathname}/drivers`;
}

async function addsDriver(person: Person, title: string): Promise<void> {
  await person.writes('Driver', title);
  await person.presses('Add the driver');
  await person.sees('Driver diagram');
}

test('a practitioner builds a driver diagram on a phone, without scripts, and sees what is missing', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  const diagram = await begins(practitioner, 'Books by the door');
  await practitioner.opens(diagram, 'Driver diagram');
  await practitioner.reads('No driver yet');
  await practitioner.follows('Add a primary driver');
  await practitioner.sees('Add a primary driver');
  await practitioner.presses('Add the driver');
  await practitioner.isTold('Enter the driver in a few words');
  await addsDriver(practitioner, 'Books within reach');
  await practitioner.follows('Add a primary driver');
  await addsDriver(practitioner, 'Time to choose');
  await practitioner.reads('Nothing hangs under “Time to choose”');

  await practitioner.follows('Add a secondary driver under Books within reach');
  await practitioner.sees('Add a secondary driver');
  await addsDriver(practitioner, 'A basket by the door');
  await practitioner.reads('No change idea serves “A basket by the door”.');
  await practitioner.follows('Add an idea under A basket by the door');
  await practitioner.sees('Add an idea to the diagram');
  await practitioner.writes('Change idea', 'Fill the basket on Fridays');
  await practitioner.presses('Add the idea');
  await practitioner.sees('Driver diagram');
  await practitioner.reads('The idea “Fill the basket on Fridays” has not been tested yet.');

  // One idea, two drivers: a graph, not a tree.
  await practitioner.follows('Fill the basket on Fridays');
  await practitioner.sees('Fill the basket on Fridays');
  await practitioner.presses('Hang it there');
  await practitioner.isTold('Choose the driver it hangs under');
  await practitioner.chooses('Hang it under another driver too', 'Time to choose (primary driver)');
  await practitioner.presses('Hang it there');
  await practitioner.hearsThat('It now hangs there too.');
  await practitioner.opens(diagram, 'Driver diagram');
  await practitioner.reads('Also under “A basket by the door”');

  await practitioner.presses('Move up: Time to choose');
  await practitioner.hearsThat('Moved up.');
  const outline = practitioner.page.getByRole('list', { name: 'Drivers of the aim' });
  expect(await outline.innerText()).toMatch(/Time to choose[\s\S]*Books within reach/);
  const drawing = practitioner.page.locator('svg.cairn-layers');
  expect(await drawing.getByRole('link', { name: /Fill the basket/ }).count()).toBe(1);

  // What rests on a driver alone goes with it, and comes back.
  await practitioner.follows('Books within reach');
  await practitioner.follows('Archive this driver');
  await practitioner.sees('Archive a driver');
  await practitioner.reads('With “Books within reach” goes “A basket by the door”');
  await practitioner.presses('Archive it');
  await practitioner.sees('Driver diagram');
  await practitioner.page.getByText('Archived drivers (1)').click();
  await practitioner.presses('Bring back Books within reach');
  await practitioner.hearsThat('It is back in the diagram, where it hung.');
  await practitioner.reads('A basket by the door');
});

test('of two people at one diagram, the second is told, and nothing is lost', async () => {
  const first = await signedIn('contributor@fernhollow.example');
  const second = await signedIn('lead@fernhollow.example');
  const diagram = await begins(first, 'Songs at the gate');
  for (const title of ['Everybody knows a song', 'Somebody begins']) {
    await first.opens(`${diagram}/new?level=primary`, 'Add a primary driver');
    await addsDriver(first, title);
  }
  await first.page.goto(diagram);
  await second.opens(diagram, 'Driver diagram');
  await first.presses('Move up: Somebody begins');
  await first.hearsThat('Moved up.');
  await second.presses('Move down: Everybody knows a song');
  await second.isTold('changed this diagram');
  const outline = second.page.getByRole('list', { name: 'Drivers of the aim' });
  expect(await outline.innerText()).toMatch(/Somebody begins[\s\S]*Everybody knows a song/);

  await first.follows('Somebody begins');
  await first.sees('Somebody begins');
  await second.follows('Somebody begins');
  await second.sees('Somebody begins');
  await first.writes('Driver', 'A grown-up begins');
  await first.presses('Save the driver');
  await first.sees('Driver diagram');
  await second.writes('Driver', 'A child begins');
  await second.presses('Save the driver');
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('A grown-up begins');
});

test('a diagram is kept under a name, and what changed since is told; another begins from a published one', async () => {
  const lead = await signedIn('lead@fernhollow.example');
  await lead.opens(improvement, 'Improvement');
  await lead.follows('A story before bed');
  await lead.sees('A story before bed');
  await lead.follows('Open the driver diagram');
  await lead.sees('Driver diagram');
  await lead.reads('3 tests: the latest helped');
  await lead.reads('1 test: it did not help');
  await lead.reads('No measure watches “Something good to hand”');
  await lead.follows('1. As the project began');
  await lead.sees('Version 1: As the project began');
  await lead.reads(
    'Added the idea “A shelf for swapping books at the door” under “Books change often”.'
  );
  const here = new URL(lead.page.url()).pathname.replace(/\/versions.*$/, '');
  const csv = await lead.page.request.get(`${here}/diagram.csv`);
  expect(await csv.text()).toContain('Story bag with a two-minute show at pick-up');
  const svg = await lead.page.request.get(`${here}/diagram.svg`);
  expect(await svg.text()).toContain('<svg');

  // The thread shows the driver at its factor.
  await lead.opens('/p/fernhollow/thread/learning-resources-in-the-home', /Learning resources/);
  await lead.reads('A driver of “A story before bed”');

  const diagram = await begins(lead, 'Poverty, to begin with');
  await lead.opens(`${diagram}/begin`, 'Begin with another diagram');
  await lead.marks(lead.page.getByLabel(/What drives child poverty directly/));
  await lead.presses('Take it over');
  await lead.sees('Driver diagram');
  await lead.reads('Begun from another diagram');
  await lead.reads('https://www.gov.scot/');
  await lead.follows('Save a version');
  await lead.sees('Save a version');
  await lead.writes('Name of the version', 'As it was published');
  await lead.presses('Save the version');
  await lead.sees('Driver diagram');
  await lead.reads('1. As it was published');

  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(diagram, 'Driver diagram');
  expect(await reader.page.getByRole('button', { name: /Move/ }).count()).toBe(0);
});

test('the outline is moved by keyboard alone', async () => {
  const lead = await signedIn('lead@fernhollow.example');
  const diagram = await begins(lead, 'By keyboard');
  for (const title of ['First', 'Second']) {
    await lead.opens(`${diagram}/new?level=primary`, 'Add a primary driver');
    await lead.field('Driver').focus();
    await lead.page.keyboard.type(title);
    await lead.page.keyboard.press('Enter');
    await lead.sees('Driver diagram');
  }
  const up = lead.page.getByRole('button', { name: 'Move up: Second' });
  for (let presses = 0; presses < 80; presses++) {
    if (await up.evaluate((button) => button === document.activeElement)) break;
    await lead.page.keyboard.press('Tab');
  }
  await lead.page.keyboard.press('Enter');
  await lead.hearsThat('Moved up.');
  expect(new URL(lead.page.url()).hash).toMatch(/^#entry-/);
  const outline = lead.page.getByRole('list', { name: 'Drivers of the aim' });
  expect(await outline.innerText()).toMatch(/Second[\s\S]*First/);
});

test('published work says on every page that it is a collection', async () => {
  const keeper = await signedIn('coordinator@published-examples.example');
  await keeper.opens('/p/published-examples/improvement', 'Improvement');
  await keeper.page.getByText('A collection of published work').first().waitFor();
  await keeper.follows('Assessing health needs of children in protection');
  await keeper.sees('Assessing health needs of children in protection');
  await keeper.reads('studylib.net');
  await keeper.follows('Open the driver diagram');
  await keeper.sees('Driver diagram');
  await keeper.reads('8 ideas serve no driver of the diagram');
});
