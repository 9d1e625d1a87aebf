import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const improvement = '/p/published-examples/improvement';
const example = 'More bedtime reading';
const coordinator = 'coordinator@published-examples.example';

test('a coordinator changes what was taken from a publication, and the second of two sees what the first saved', async () => {
  const first = await signedIn(coordinator, withoutScripts);
  const second = await signedIn(coordinator, withoutScripts);
  await first.opens(improvement, 'Improvement');
  await first.follows(example);
  await first.sees(example);
  const project = new URL(first.page.url()).pathname;
  const table = first.page.getByRole('table', { name: 'Measures as published' });
  const measure = (await table.getByRole('link').first().getAttribute('href')) ?? '';
  await first.page.goto(measure);
  await second.page.goto(measure);
  await first.findsNoFault();
  const publication = await first.field('Publication').inputValue();
  expect(publication).toContain('slideum.com');

  await first.writes('Publication', '');
  await first.presses('Save');
  await first.isTold('Enter the publication it was taken from');
  await first.writes('Publication', `As read in March, page 4 ${publication}`);
  await first.writes(/^Note/, 'Two years later');
  await first.presses('Save');
  await first.hearsThat('What the publication says is saved');
  await first.sees(example);
  await first.reads('As read in March, page 4 slideum.com');
  await first.reads('Two years later');

  await second.writes(/^Note/, 'Three years later');
  await second.presses('Save');
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('Two years later');
  await second.reads('Three years later');
  await second.findsNoFault();
  for (const choice of await second.page.getByLabel('Keep theirs').all())
    await second.marks(choice);
  await second.presses('Save');
  await second.reads('Two years later');

  // A test told there, added, numbered once, and taken out again.
  await first.page.goto(project);
  await first.follows('Add a test from a publication');
  await first.sees('Add a test of change from a publication');
  await first.writes('What was tried', 'One nurse, one family');
  await first.presses('Add the test of change');
  await first.sees(example);
  await first.reads('1. One nurse, one family');
  await first.follows('Add a test from a publication');
  await first.writes('Number of the cycle', '1');
  await first.writes('What was tried', 'Another nurse');
  await first.presses('Add the test of change');
  await first.isTold('There is a cycle 1 already');
  await first.page.goto(project);
  await first.follows('1. One nurse, one family');
  await first.sees('1. One nurse, one family');
  await first.presses('Take out of what was published');
  await first.hearsThat('no longer stands here');

  // Where the project itself was taken from.
  await first.opens(`${project}/edit`, 'Change the project');
  await first.writes(/^Source/, 'Board report 2019 https://example.org/report');
  await first.presses('Save');
  await first.reads('Board report 2019 example.org');
});
