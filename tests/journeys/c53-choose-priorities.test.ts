import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const priorities = '/p/fernhollow/priorities';

test('a lead chooses a factor with a reason, decides what it calls for, and changes the view later', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(priorities, 'Priorities');
  await lead.follows('Choose a factor');
  await lead.sees('Choose a factor');

  await lead.presses('Choose this factor');
  await lead.isTold('Choose a factor from the list');
  await lead.isTold('Say why, in a sentence that others will understand later');

  await lead.chooses('Factor', 'Parent stress');
  await lead.writes('Why this factor', 'Parents on the panel named it first.');
  await lead.presses('Choose this factor');
  await lead.sees('Parent stress');
  await lead.hearsThat('The factor is chosen');

  await lead.follows('Decide the kind of action');
  for (const answer of ['Yes', 'Yes', 'No']) {
    await lead.ticks(answer);
    await lead.writes('Why', 'We looked together at what we know.');
    await lead.presses('Continue');
  }
  await lead.sees('Improve current practice');
  await lead.reads('Your answers so far');
  await lead.writes('What follows for us', 'Test a calmer handover at pick-up.');
  await lead.presses('Keep this decision');
  await lead.sees('Parent stress');
  await lead.reads(/Kind of action\s+Improve/);

  await lead.follows('Decide again');
  await lead.ticks('No');
  await lead.writes('Why', 'Other factors matter more here.');
  await lead.presses('Continue');
  await lead.presses('Back to the question before');
  expect(await lead.field('Why').inputValue()).toBe('Other factors matter more here.');
  await lead.presses('Continue');
  await lead.ticks(/Gather evidence/);
  await lead.writes('What follows for us', 'Ask ten families.');
  await lead.presses('Keep this decision');
  await lead.reads('Before: Improve');

  await lead.page.getByText('Let go of this factor', { exact: true }).first().click();
  await lead.presses('Let go of this factor');
  await lead.hearsThat('no longer among your priorities');
});

test('a reader sees what was chosen and is shown no button that would refuse', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(priorities, 'Priorities');
  await reader.reads('Balance');
  expect(
    await reader.page
      .getByRole('main')
      .getByRole('link', { name: /Choose|Decide|Change/ })
      .count()
  ).toBe(0);
  const answer = await reader.page.goto(`${priorities}/factor`);
  expect(answer?.status()).toBe(403);
});
