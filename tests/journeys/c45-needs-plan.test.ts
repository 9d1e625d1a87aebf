import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const questions = '/p/fernhollow/need/questions';

test('a contributor asks about a factor without data, a lead plans the answer, and the finding ends it', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens('/p/fernhollow/need/sources', 'Data sources');
  await contributor.follows('Ask about Nutrition');
  await contributor.sees('Add a question');
  expect(await contributor.field('Factor (optional)').inputValue()).toBe('nutrition');
  await contributor.presses('Add the question');
  await contributor.isTold('Enter the question');
  await contributor.isTold('Choose how it will be answered');
  await contributor.writes('Question', 'What do families eat when the oven is off?');
  await contributor.marks(
    contributor.page.getByRole('radio', { name: 'Interviews and focus groups' })
  );
  await contributor.presses('Add the question');
  await contributor.hearsThat('The question is in the plan');
  await contributor.sees('What do families eat when the oven is off?');
  const address = new URL(contributor.page.url()).pathname;
  expect(await contributor.page.getByRole('link', { name: 'Change this question' }).count()).toBe(
    0
  );

  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(address, 'What do families eat');
  await lead.follows('Change this question');
  await lead.sees('Change this question');
  await lead.writes('Who answers for it (optional)', 'Family hub manager');
  await lead.writes('Day', '1');
  await lead.writes('Month', '2');
  await lead.writes('Year', '2026');
  await lead.marks(lead.page.getByRole('radio', { name: 'Under way' }));
  await lead.presses('Save');
  await lead.hearsThat('The question is saved');
  await lead.reads('Date has passed');

  await contributor.opens(questions, 'Questions');
  const first = contributor.page.getByRole('main').getByRole('listitem');
  const underWay = (await first.allInnerTexts()).filter((text) => text.includes('wanted by'));
  expect(underWay[0]).toContain('What do families eat');

  await contributor.opens(address, 'What do families eat');
  await contributor.writes('What was found', 'One mother, born 12/03/1991, said cold soup');
  await contributor.writes('Day', '20');
  await contributor.writes('Month', '11');
  await contributor.writes('Year', '2025');
  await contributor.presses('Save the finding');
  await contributor.isTold('“What was found” may hold a date of birth');
  await contributor.writes(
    'What was found',
    'Seven families of nine: cold food, three days a week'
  );
  await contributor.presses('Save the finding');
  await contributor.hearsThat('the question is answered');
  await contributor.reads('Seven families of nine');
  const csv = await contributor.page.request.get(`${questions}/questions.csv`);
  expect(await csv.text()).toMatch(/Answered,"?Seven families of nine/);
});
