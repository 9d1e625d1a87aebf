import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const maturity = '/p/fernhollow/strategy/rounds';
const secret = 'Nobody reads the plan that hangs in the hall';

async function writesDay(person: Person, which: number, day: Date): Promise<void> {
  const parts = [day.getDate(), day.getMonth() + 1, day.getFullYear()].map(String);
  for (const [at, label] of ['Day', 'Month', 'Year'].entries()) {
    await person.page
      .getByLabel(label, { exact: true })
      .nth(which)
      .fill(parts[at] ?? '');
  }
}

/** Somebody of the demonstration rates every element at one level, with a reason for the first. */
async function answers(who: string, round: string, level: string, reason: string): Promise<Person> {
  const person = await signedIn(`${who}@fernhollow.example`, withoutScripts);
  await person.opens(round, 'Winter, as tried');
  await person.follows('Give your answer');
  const levels = person.page.locator(`input[type="radio"][value="${level}"]`);
  for (const one of await levels.all()) await person.marks(one);
  await person.page.locator('main form details summary').first().click();
  await person.page.locator('textarea[name="answers.0.reason"]').fill(reason);
  await person.presses('Save');
  await person.hearsThat('Your answer is saved');
  return person;
}

test('three people rate alone and nobody sees an answer before the reveal; then they agree, and what follows goes into the plan', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(maturity, 'Looking at ourselves');
  await lead.follows('Begin a round');
  await lead.marks(lead.page.getByRole('radio', { name: /^Maturity matrix/ }));
  await lead.writes('Title', 'Winter, as tried');
  const today = new Date();
  await writesDay(lead, 0, today);
  await writesDay(lead, 1, today);
  await lead.writes('Who leads it', 'Early years adviser');
  await lead.presses('Begin the round');
  await lead.hearsThat('The round has begun');
  const round = new URL(lead.page.url()).pathname;
  for (const box of await lead.page.locator('input[name="people"]').all()) await lead.marks(box);
  await lead.marks(lead.page.getByRole('radio', { name: 'Council', exact: true }));
  await lead.presses('Ask them');
  await lead.hearsThat('They are asked');

  const reader = await answers('reader', round, 'early-progress', secret);
  await lead.opens(round, 'Winter, as tried');
  await lead.presses('Show the spread to everybody');
  await lead.isTold('1 person has answered');
  await answers('contributor', round, 'basic', '');
  const coordinator = await answers('coordinator', round, 'early-progress', '');

  // Who leads sees who has answered; what they answered is nowhere.
  await lead.opens(round, 'Winter, as tried');
  await lead.reads('Has answered');
  const places = [
    round,
    maturity,
    `${round}/topics/strategy`,
    '/p/fernhollow',
    '/p/fernhollow/due',
    `/p/fernhollow/administration/history?table=assessment_round&record=${round.split('/').at(-1)}`
  ];
  for (const place of places) {
    for (const person of [lead, coordinator]) {
      const page = await (await person.page.request.get(place)).text();
      expect({ place, told: page.includes(secret) }).toEqual({ place, told: false });
    }
  }

  await lead.opens(round, 'Winter, as tried');
  await lead.presses('Show the spread to everybody');
  await lead.hearsThat('Everybody sees the spread now');
  await reader.opens(round, 'Winter, as tried');
  expect(await reader.page.getByRole('link', { name: /answer/i }).count()).toBe(0);
  await lead.page.locator('main table a').first().click();
  await lead.reads(secret);
  await lead.marks(lead.page.locator('input[type="radio"][value="early-progress"]'));
  await lead.presses('Save what was agreed');
  await lead.isTold('Enter the reason');
  await lead.writes('Why this level', 'Two of three saw it so, and the plan is there');
  await lead.page.getByLabel('Who was there').fill('Early years adviser\nA parent');
  await lead.presses('Save what was agreed');
  await lead.hearsThat('What was agreed is saved');
  await lead.reads('Agreed: Early progress');

  await lead.opens(round, 'Winter, as tried');
  await lead.writes('What is to be done', 'Read the plan aloud at the parents’ evening');
  await lead.chooses('What it is about', 'Strategy');
  await lead.presses('Add the action');
  await lead.hearsThat('put it into the plan');
  await lead.chooses('Aim of the plan it serves', 'A story or talk at bedtime in most homes');
  await lead.presses('Put it into the plan');
  await lead.sees('Read the plan aloud at the parents’ evening');
  await lead.follows('Winter, as tried');
  await lead.reads('In the plan: Read the plan aloud at the parents’ evening');
  await lead.presses('Close the round');
  await lead.hearsThat('The round is closed');
});

test('a later round says what changed since the one before, in words and as a table', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(maturity, 'Looking at ourselves');
  expect(await reader.page.locator('main table tbody tr').count()).toBeGreaterThan(1);
});
