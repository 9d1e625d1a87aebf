import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';
import { wordText } from '../support/word-text.ts';

const plan = '/p/fernhollow/plan';

test('a milestone that is missed is owed everywhere, and its group reports it up with its reason', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(plan, 'Plan');
  await lead.follows('A story or talk at bedtime in most homes');
  await lead.reads('Reached on');
  await lead.opens(plan, 'Plan');
  await lead.follows('Books reach families who have few');
  await lead.follows('Add a milestone');
  await lead.writes('What is reached', 'Every nursery lends sacks');
  const due = lead.page.getByRole('group', { name: 'By when' });
  await due.getByLabel('Day').fill('1');
  await due.getByLabel('Month').fill('4');
  await due.getByLabel('Year').fill('2027');
  await lead.presses('Add the milestone');
  await lead.isTold('This is after the aim itself, which is due on 31 March 2027');
  await due.getByLabel('Day').fill('1');
  await due.getByLabel('Month').fill('11');
  await due.getByLabel('Year').fill('2026');
  await lead.presses('Add the milestone');
  await lead.hearsThat('The milestone is in the plan');

  await lead.opens('/p/fernhollow/due', 'What is due');
  await lead.reads('Every nursery lends sacks');
  await lead.opens(plan, 'Plan');
  await lead.follows('Progress and reports');
  await lead.sees('Progress by group');
  await lead.reads('Every nursery lends sacks');
  await lead.follows('Report of Talk and Play Group');
  await lead.sees('Talk and Play Group');
  await lead.reads('Newly late or held up');
  await lead.presses('Send the report');
  await lead.isTold('say why, and what is needed');
  await lead.writes(
    'What the group says',
    'The sacks are sewn by volunteers; a second sewing day is needed.'
  );
  await lead.presses('Send the report');
  await lead.hearsThat('The report is sent. It stays as it is.');
  await lead.reads('a second sewing day is needed');

  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens(`${plan}/reports`, 'Reports of groups');
  await reader.follows(/^Talk and Play Group/);
  await reader.reads('a second sewing day is needed');
  const csv = await reader.page.request.get(`${plan}/progress/progress.csv`);
  expect(await csv.text()).toMatch(/Talk and Play Group,Milestone,Every nursery lends sacks,Late/);

  // What the year says is drawn from the same records, and stays.
  await lead.opens(`${plan}/annual`, 'Reports of the year');
  const day = async (group: string, [date, month, year]: readonly string[]) => {
    const part = lead.page.getByRole('group', { name: group });
    await part.getByLabel('Day').fill(date ?? '');
    await part.getByLabel('Month').fill(month ?? '');
    await part.getByLabel('Year').fill(year ?? '');
  };
  await day('First day of the year', ['1', '12', '2025']);
  await day('Last day of the year', ['1', '1', '2099']);
  await lead.writes('What changes next year', 'A second sewing day is paid for.');
  await lead.presses('Freeze the report');
  await lead.isTold('A report covers one year at most');
  await day('Last day of the year', ['29', '11', '2026']);
  await day('When the next is due (optional)', ['1', '6', '2027']);
  await lead.presses('Freeze the report');
  await lead.hearsThat('The report is frozen. It stays as it is.');
  await lead.sees('Report of the year to 29 November 2026');
  await lead.reads('It did not help');
  await lead.reads('Every nursery lends sacks');
  await lead.reads('What the bodies said of the plan');
  await lead.reads('Ask whoever owns the room before a day is promised to families.');
  const word = await lead.page.request.get(`${new URL(lead.page.url()).pathname}/report.docx`);
  expect(word.status()).toBe(200);
  const said = wordText(await word.body());
  for (const words of ['What people say', 'What the bodies said of the plan', 'It did not help']) {
    expect(said).toContain(words);
  }
  await lead.opens('/p/fernhollow/due', 'What is due');
  await lead.reads('The report of the year');
});
