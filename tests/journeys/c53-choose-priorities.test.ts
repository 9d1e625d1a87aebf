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
  await lead.ticks('Through another factor');
  await lead.presses('Choose this factor');
  await lead.sees('Parent stress');
  await lead.hearsThat('The factor is chosen');

  await lead.follows('Decide the kind of action');
  await lead.reads('Why you chose it: Parents on the panel named it first.');
  await lead.presses('Continue');
  await lead.isTold('Choose an answer');
  await lead.ticks('Yes');
  await lead.writes('Why', 'A drop-in and a course.');
  await lead.presses('Continue');
  await lead.sees('Does it do as well as hoped?');

  // Looked up meanwhile: what was answered stays.
  await lead.opens('/p/fernhollow/system?factor=parent-stress', 'Services');
  await lead.page.goBack();
  await lead.reads('Your answers so far');
  for (const aspect of ['Reach', 'Quality of delivery', 'Effect', 'Cost']) {
    await lead.marks(
      lead.page
        .getByRole('radiogroup', { name: aspect })
        .getByLabel(aspect === 'Reach' ? 'No' : 'Cannot tell', { exact: true })
    );
  }
  await lead.writes('Why', 'Few come, and nobody has measured the rest.');
  await lead.presses('Continue');
  await lead.ticks('Yes, with strong evidence');
  await lead.writes('Why', 'A course elsewhere was tried out well.');
  await lead.presses('Continue');

  // Practice in place does not bar a practice with better evidence: both may be kept, each with its reason.
  await lead.sees('Improve what is here, or bring in another practice beside it or instead');
  await lead.presses('Keep this decision');
  await lead.isTold('Keep at least one kind of action: say why, and what you will do');
  await lead.writes(/^Improve: why/, 'Test a calmer handover at pick-up.');
  await lead.writes(/^Implement: why/, 'Bring the course in beside it.');
  await lead.presses('Keep this decision');
  await lead.sees('Parent stress');
  await lead.reads(/Kind of action\s+Improve, and implement/);
  await lead.reads('Reach: no; Quality of delivery: cannot tell');

  await lead.follows('Decide again');
  await lead.ticks('We do not know yet');
  await lead.writes('Why', 'The list of services is old.');
  await lead.presses('Continue');
  await lead.presses('Back to the question before');
  expect(await lead.field('Why').inputValue()).toBe('The list of services is old.');
  await lead.presses('Continue');
  await lead.writes('Why, and what you will do', 'Ask ten families.');
  await lead.presses('Keep this decision');
  await lead.reads('Before: Improve, and implement');

  await lead.opens(priorities, 'Priorities');
  await lead.reads('Parent stress acts through another factor, and through none that you chose.');
  await lead.follows('Parent stress');
  await lead.page.getByText('Set this factor aside', { exact: true }).first().click();
  await lead.presses('Set this factor aside');
  await lead.isTold('Say why, in a sentence that others will understand later');
  await lead.writes('Why it is set aside', 'Four are enough to work on.');
  await lead.presses('Set this factor aside');
  await lead.hearsThat('The factor is set aside, with its reason');
  await lead.reads(/Set aside[^]*Parent stress\s+Four are enough to work on\./);

  // The long list: considered, then provisional, each with its reason; what is chosen leaves it.
  await lead.follows('Put a factor on the long list');
  await lead.chooses('Factor', 'Breastfeeding');
  await lead.marks(lead.page.getByRole('radio', { name: 'Considered' }));
  await lead.presses('Keep it with this reason');
  await lead.isTold('Say why, in a sentence that others will understand later');
  await lead.writes('Why it stands there', 'The figures fell for two years.');
  await lead.presses('Keep it with this reason');
  await lead.hearsThat('The factor is on the long list');
  await lead.follows('Change Breastfeeding');
  await lead.marks(lead.page.getByRole('radio', { name: 'Provisional' }));
  await lead.presses('Save');
  await lead.reads(/Provisional[^]*Breastfeeding\s+The figures fell for two years\.[^]*Set aside/);
  await lead.follows(/Confirm it.*Breastfeeding/);
  await lead.reads('It stands on the long list: provisional');
});

test('an outcome has an age, and a foundation is named as the way to one', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${priorities}/outcome`, 'Choose an outcome');
  expect(await lead.page.getByRole('radio', { name: /^Physical health/ }).count()).toBe(0);
  await lead.ticks(/^Literacy/);
  await lead.writes('Why this outcome', 'Few enjoy books.');
  await lead.presses('Choose this outcome');
  await lead.isTold('Choose at least one age: an outcome is worked for at an age');
  await lead.ticks('30–60+ months');
  await lead.ticks('Physical health and development');
  await lead.presses('Choose this outcome');
  await lead.hearsThat('The outcome is chosen');
  await lead.reads('By way of physical health and development');
  await lead.follows('Change Literacy and pre-literacy');
  await lead.page.getByText('Let go of this outcome', { exact: true }).first().click();
  await lead.presses('Let go of this outcome');
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
