import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const insights = '/p/fernhollow/evidence/insights';

test('what was noticed is logged, filtered, archived and brought back, and goes into the brief', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(insights, 'Insights');
  await contributor.reads('the one play area has no light');
  await contributor.follows('Note something you noticed');
  await contributor.sees('Note something you noticed');
  await contributor.chooses('Factor it is about', 'Nutrition');
  await contributor.writes(
    'What was noticed',
    'Two cafés began to serve small plates for toddlers.'
  );
  await contributor.writes('Day', '10');
  await contributor.writes('Month', '2');
  await contributor.writes('Year', '2026');
  await contributor.writes('Who noticed it, by role', 'Nursery worker');
  await contributor.presses('Save');
  await contributor.sees('Insights');
  await contributor.reads('One insight about nutrition');

  await contributor.opens('/p/fernhollow/thread/nutrition/brief', 'Nutrition: evidence brief');
  await contributor.reads('Two cafés began to serve small plates');
  const pdf = await contributor.page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/MediaBox/g)).toHaveLength(1);

  await contributor.opens(`${insights}?factor=nutrition`, 'Insights');
  await contributor.follows(/^Change the note/);
  await contributor.page.getByText('Archive this note', { exact: true }).click();
  await contributor.presses('Archive the note');
  await contributor.hearsThat('The note is archived');
  await contributor.opens(`${insights}?factor=nutrition&show=archived`, 'Insights');
  await contributor.reads('Two cafés began');
  await contributor.follows(/^Change the note/);
  await contributor.presses('Bring it back');
  await contributor.hearsThat('The note stands again');
  const file = await contributor.page.request.get(
    `${insights}/insights.csv?factor=nutrition&show=all`
  );
  expect(await file.text()).toContain('Nursery worker');
});

test('a lead quotes what was noticed where a factor is chosen', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens('/p/fernhollow/priorities/factor', 'Choose a factor');
  await lead.chooses('Look at a factor first', 'Safe places for children to play');
  await lead.presses('Show what was noticed');
  await lead.sees('Choose a factor');
  await lead.ticks(/the one play area has no light/);
  await lead.writes('Why this factor', 'It came up at every meeting.');
  await lead.presses('Choose this factor');
  await lead.sees('Safe places for children to play');
  await lead.reads(/It came up at every meeting\. Noticed here: “Families in the mill quarter/);
  await lead.page.getByText('Let go of this factor', { exact: true }).first().click();
  await lead.presses('Let go of this factor');
  await lead.hearsThat('no longer among your priorities');
});
