import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const improvement = '/p/fernhollow/improvement';

/** Begins a project with this title; answers its address. */
async function begins(person: Person, title: string): Promise<string> {
  await person.opens(`${improvement}/new`, 'Begin a project');
  await person.writes('Title', title);
  await person.writes(/^What will be better/, 'Children choose a book to take home');
  await person.writes(/^How much/, '20 families a week');
  await person.ticks('Play and verbal exchanges');
  await person.presses('Begin the project');
  await person.sees(title);
  return new URL(person.page.url()).pathname;
}

test('a practitioner records a whole test on a phone, without scripts, and the next one carries on from it', async () => {
  const practitioner = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: phone
  });
  const project = await begins(practitioner, 'Books to choose');
  await practitioner.reads('It does not say for whom.');
  await practitioner.reads('It does not say by when.');
  await practitioner.reads('It does not say from what baseline.');

  // From the bar at the foot of the phone.
  await practitioner.page.getByRole('link', { name: 'Record a test' }).first().click();
  await practitioner.sees('Record a test');
  await practitioner.chooses('Project', 'Books to choose');
  await practitioner.writes('What we will try', 'A basket of books by the door');
  await practitioner.page.getByText('More, if you have a minute').click();
  await practitioner.writes('Day', '31');
  await practitioner.writes('Month', '2');
  await practitioner.presses('Save');
  await practitioner.isTold('Enter what you think will happen');
  await practitioner.isTold('is not in the calendar');
  expect(await practitioner.field('What we will try').inputValue()).toBe(
    'A basket of books by the door'
  );
  const today = new Date();
  await practitioner.writes('Day', String(today.getUTCDate()));
  await practitioner.writes('Month', String(today.getUTCMonth() + 1));
  await practitioner.writes('What do you think will happen?', 'Two of five families take one');
  await practitioner.presses('Save');
  await practitioner.sees('Test 1: A basket of books by the door');
  await practitioner.hearsThat('The test is planned');

  // In two steps, from the list of what waits.
  await practitioner.page.getByRole('link', { name: 'Record a test' }).first().click();
  await practitioner.follows('A basket of books by the door');
  await practitioner.sees('Say what came of it');
  await practitioner.reads('Two of five families take one');
  await practitioner.ticks('It helped');
  await practitioner.ticks('Adopt: keep it, and try it with more');
  await practitioner.writes(/^What we learnt/, 'Books in sight are taken. Ask 07700 900123.');
  await practitioner.writes('What came of it', 'Four of five');
  await practitioner.presses('Save the report');
  await practitioner.isTold('may hold a telephone number');
  await practitioner.writes('What came of it', '');
  await practitioner.writes(/^What we learnt/, 'Books in sight are taken');
  await practitioner.presses('Save the report');
  await practitioner.isTold('Set a result beside prediction 1');
  await practitioner.writes('What came of it', 'Four of five');
  await practitioner.presses('Save the report');
  await practitioner.sees('Test 1: A basket of books by the door');
  await practitioner.hearsThat('counts as learning');
  await practitioner.reads('Four of five');

  await practitioner.follows('Plan the next test');
  await practitioner.sees('Plan a test of change');
  await practitioner.reads('Books in sight are taken');
  expect(await practitioner.field('What we will try').inputValue()).toBe(
    'A basket of books by the door'
  );
  expect(await practitioner.page.getByLabel('Five', { exact: true }).isChecked()).toBe(true);
  await practitioner.writes('Prediction 1', 'Most families will');
  await practitioner.presses('Save the plan');
  await practitioner.sees('Test 2: A basket of books by the door');
  await practitioner.reads('It carries on test 1');

  await practitioner.opens(project, 'Books to choose');
  const ramp = practitioner.page.getByRole('list').filter({ hasText: 'Twenty-five' }).first();
  expect(await ramp.innerText()).toMatch(/Test 1[\s\S]*Test 2/);
});

test('a test goes step by step, and what was predicted stays beside what is said afterwards', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const project = await begins(lead, 'Songs at pick-up');
  await lead.page.goto(`${project}/cycles/new`);
  await lead.writes('What we will try', 'One song while coats go on');
  await lead.writes(/^Question 1/, 'Will parents join in?');
  await lead.writes('Prediction 1', 'One parent of five');
  await lead.presses('Save the plan');
  await lead.sees('Test 1: One song while coats go on');

  await lead.ticks('Yes, with changes');
  await lead.writes('What happened', 'Three parents sang.');
  await lead.presses('Save what happened');
  await lead.hearsThat('Next: say what it shows');
  await lead.writes('What came of it', 'Three of five');
  await lead.ticks('Cannot tell yet');
  await lead.presses('Save what it shows');
  await lead.hearsThat('Next: decide');
  await lead.ticks('Adapt: change it, and try again');
  await lead.presses('Save the decision');
  await lead.isTold('Enter what comes next');
  await lead.writes(/^What comes next/, 'The same song on three days');
  await lead.presses('Save the decision');
  await lead.hearsThat('The test is complete');

  await lead.follows(/^Change the plan/);
  await lead.sees('Change the plan');
  await lead.reads('The results are known');
  await lead.writes('Prediction 1', 'Three parents of five');
  await lead.presses('Save the plan');
  await lead.reads('Before the result was known it said: One parent of five');
});

test('the second of two people who report one test sees what the first wrote', async () => {
  const first = await signedIn('contributor@fernhollow.example', withoutScripts);
  const second = await signedIn('lead@fernhollow.example', withoutScripts);
  const project = await begins(first, 'Stories in the park');
  await first.page.goto(`${project}/cycles/new`);
  await first.writes('What we will try', 'A story under the oak');
  await first.writes('Prediction 1', 'Three families come');
  await first.presses('Save the plan');
  await first.sees('Test 1: A story under the oak');
  const test = new URL(first.page.url()).pathname;
  await second.opens(test, 'Test 1: A story under the oak');

  for (const [person, words] of [
    [first, 'Four families came.'],
    [second, 'It rained and five came.']
  ] as const) {
    await person.ticks('Yes, as planned');
    await person.writes('What happened', words);
    await person.presses('Save what happened');
  }
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('Four families came.');
  await second.reads('It rained and five came.');
  await second.ticks('Keep yours');
  await second.presses('Save what happened');
  await second.hearsThat('What happened is written down');
  await second.reads('It rained and five came.');
});
