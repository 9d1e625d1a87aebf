import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const strategy = '/p/fernhollow/strategy';
const first = `${strategy}/stages/what-matters-and-what-works`;

/** Writes a day into the date field of that label. */
async function writesToday(person: Person, which: number): Promise<void> {
  const today = new Date();
  const parts = [today.getDate(), today.getMonth() + 1, today.getFullYear()].map(String);
  for (const [at, label] of ['Day', 'Month', 'Year'].entries()) {
    await person.page
      .getByLabel(label, { exact: true })
      .nth(which)
      .fill(parts[at] ?? '');
  }
}

/** A round begun by the lead, of which three people have answered and whose spread is shown; answers with its address. */
async function revealed(
  lead: Person,
  { from, title, levels }: { from: string; title: string; levels: readonly string[] }
): Promise<string> {
  await lead.opens(from, /Begin a round/);
  await lead.writes('Title', title);
  await writesToday(lead, 0);
  await writesToday(lead, 1);
  await lead.writes('Who leads it', 'Head of health visiting');
  await lead.presses('Begin the round');
  await lead.hearsThat('The round has begun');
  const round = new URL(lead.page.url()).pathname;
  for (const box of await lead.page.locator('input[name="people"]').all()) await lead.marks(box);
  await lead.marks(lead.page.getByRole('radio', { name: 'Another sector', exact: true }));
  await lead.presses('Ask them');
  await lead.hearsThat('They are asked');
  for (const [at, who] of ['reader', 'contributor', 'coordinator'].entries()) {
    const person = await signedIn(`${who}@fernhollow.example`, withoutScripts);
    await person.opens(`${round}/answer`, 'Your answer');
    const choices = person.page.locator(`input[type="radio"][value="${levels[at] ?? ''}"]`);
    for (const one of await choices.all()) await person.marks(one);
    await person.presses('Save');
    await person.hearsThat('Your answer is saved');
  }
  await lead.opens(round, title);
  await lead.presses('Show the spread to everybody');
  await lead.hearsThat('Everybody sees the spread now');
  return round;
}

async function agrees(lead: Person, level: string): Promise<void> {
  await lead.marks(lead.page.locator(`input[type="radio"][value="${level}"]`));
  await lead.writes('Why this level', 'Two of three saw it so');
  await lead.page.getByLabel('Who was there').fill('Head of health visiting\nA parent');
  await lead.presses('Save what was agreed');
  await lead.hearsThat('What was agreed is saved');
}

test('a stage is led, opened again by another, noted and taken stock of, with advice that locks nothing', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${strategy}/stages`, 'Six stages');
  await lead.reads('2 low in stage 1: more work advised before stage 3.');
  await lead.follows('What matters and what works');
  await lead.reads(/Begun, by the records: \d+ questions? of need/);
  await lead.page.getByText('Say where this stage stands', { exact: true }).first().click();
  await lead.marks(lead.page.getByRole('radio', { name: 'Reviewed', exact: true }));
  await lead.page.locator('input[name="leadRole"]').fill('Data officer');
  await lead.presses('Save');
  await lead.hearsThat('It is kept where the stage stands');
  await lead.page.getByText('Open this stage again', { exact: true }).first().click();
  await lead.presses('Open it again');
  await lead.isTold('Choose the stage that brought it up');
  await lead.chooses('The stage that brought it up', '2. The local system and partnership');
  await lead.page.locator('textarea[name="reason"]').fill('Childminders see other things');
  await lead.presses('Open it again');
  await lead.hearsThat('The stage is open again');
  await lead.reads('Childminders see other things');
  await lead.reads('Under way');
  await lead.page.getByText('Keep what you thought of a question', { exact: true }).click();
  await lead.chooses('The question', 'What is good here that you want to keep?');
  await lead.writes('What you thought', 'Song mornings');
  await lead.presses('Add the note');
  await lead.reads('Song mornings');

  // A stock-take of stage 4: alone, then together; a low answer advises.
  const fourth = `${strategy}/stages/capacity-and-infrastructure`;
  await lead.opens(fourth, 'Building capacity and infrastructure');
  const round = await revealed(lead, {
    from: `${strategy}/rounds/new?by=instruments/stock-take&part=capacity-and-infrastructure`,
    title: 'Stage 4, as tried',
    levels: ['low', 'low', 'moderate']
  });
  await lead.opens(`${round}/topics/staff-time`, 'Staff time');
  await agrees(lead, 'low');
  await lead.opens(fourth, 'Building capacity and infrastructure');
  await lead.reads('1 low in stage 4: more work advised before stage 5.');

  // Every word is explained where it is first used.
  await lead.opens(first, 'What matters and what works');
  await lead.page.locator('main a[href$="/words#readiness"]').first().press('Enter');
  await lead.page.waitForURL(/words#readiness$/);
  expect(await lead.page.locator('dt#readiness dfn').textContent()).toBe('Readiness');
  // On other pages as well, without the words of everyday English, and each once.
  await lead.opens('/p/fernhollow/system/gaps', 'Gaps and overlap');
  expect(await lead.page.locator('main a.explained').allTextContents()).toEqual(['factor']);
});

test('the health of the partnership and its culture of innovation are rated alone, agreed by heading and go into the plan', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  const round = await revealed(lead, {
    from: `${strategy}/rounds/new?by=instruments/partnership-health&part=trust`,
    title: 'Trust, as tried',
    levels: ['disagree', 'agree', 'disagree']
  });
  await lead.follows('Trust and honesty');
  await lead.reads('We say openly what is not working');
  await lead.reads('no mean is taken');
  await agrees(lead, 'disagree');
  await lead.opens(round, 'Trust, as tried');
  await lead.reads('Lowest: trust and honesty. Begin there.');
  await lead.writes('What is to be done', 'Begin each meeting with what did not work');
  await lead.presses('Add the action');
  await lead.hearsThat('put it into the plan');
  await lead.chooses('Aim of the plan it serves', 'A story or talk at bedtime in most homes');
  await lead.presses('Put it into the plan');
  await lead.sees('Begin each meeting with what did not work');

  await lead.opens(`${strategy}/rounds`, 'Looking at ourselves');
  await lead.follows('Room for trying things, July 2026');
  await lead.reads('Lowest: resources and information. Begin there.');
  await lead.opens(`${strategy}/rounds`, 'Looking at ourselves');
  await lead.follows('A wider coalition? September 2026');
  await lead.follows('Power, real and supposed');
  await lead.reads('The council speaks first.');
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(new URL(lead.page.url()).pathname, 'Power, real and supposed');
  expect(await reader.page.getByText('The council speaks first.').count()).toBe(0);
});
