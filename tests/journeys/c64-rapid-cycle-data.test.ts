import { expect, test } from 'vitest';
import { signedIn, withoutScripts } from '../support/person.ts';

const reach = '/p/fernhollow/improvement/reach';

test('somebody who visits monthly sees whom a programme reaches, what changed and what to try next', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(reach, 'Who is reached');
  await reader.reads('58 families were served, 2 more than before');
  await reader.follows('Sing and Play at the hub');
  await reader.sees('Sing and Play at the hub');
  await reader.reads('From all who could come to those who stayed');
  await reader.reads('Most are lost between');
  await reader.reads('What will you try next?');
  const address = new URL(reader.page.url()).pathname;
  expect(await reader.page.getByRole('link', { name: 'Record a cycle' }).count()).toBe(0);

  // Two cycles beside one another, and another share over time, are in the address.
  await reader.chooses('Beside', 'February 2026');
  await reader.chooses('Chart of', 'Still coming after 4 sessions, of “Came once”');
  await reader.presses('Show');
  await reader.sees('Sing and Play');
  expect(reader.page.url()).toContain('share=retained');
  await reader.reads('Still coming after 4 sessions, of “Came once”, over time');

  // What leaves has no small count.
  await reader.opens(`${address}/shared`, 'What may leave');
  await reader.reads('Counts from 1 to 7 are hidden');
  const csv = await (await reader.page.request.get(`${address}/shared.csv`)).text();
  const counts = csv.split('\r\n').map((line) => Number(/,(\d+)$/.exec(line)?.[1] ?? 0));
  expect(counts.filter((count) => count > 0 && count % 5 !== 0)).toEqual([]);
  expect(csv).toContain('fewer than 8');
});

test('a contributor records a month on a phone without scripts, and pastes others from a spreadsheet', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', {
    ...withoutScripts,
    viewport: { width: 360, height: 740 }
  });
  await contributor.opens(reach, 'Who is reached');
  await contributor.follows('Sing and Play at the hub');
  await contributor.sees('Sing and Play');
  const address = new URL(contributor.page.url()).pathname;
  await contributor.follows('Record a cycle');
  await contributor.sees('Record a cycle');
  await contributor.writes('Eligible (optional)', '40');
  await contributor.writes('Offered a place (optional)', '60');
  await contributor.presses('Record the cycle');
  await contributor.isTold('Each stage is part of the one before');
  expect(await contributor.field('Offered a place (optional)').inputValue()).toBe('60');
  await contributor.writes('Eligible (optional)', '99');
  await contributor.writes('Came once (optional)', '51');
  await contributor.presses('Record the cycle');
  await contributor.hearsThat('The cycle is recorded');
  await contributor.reads('November 2026: 51 families were served, 7 fewer than before');

  await contributor.opens(`${address}/cycles/many`, 'Paste or upload many cycles');
  await contributor.writes(
    'Paste rows here (optional)',
    'Month\tEligible\tCame once\nJan 2026\t20\t30\n'
  );
  await contributor.presses('Look before saving');
  await contributor.isTold('One row cannot be read');
  await contributor.reads('Row 2: “Came once” is 30');
  await contributor.writes(
    'Paste rows here (optional)',
    'Month\tEligible\tCame once\nJan 2026\t80\t30\n'
  );
  await contributor.presses('Look before saving');
  await contributor.sees('Look before saving');
  await contributor.presses('Save 1 cycle');
  await contributor.hearsThat('1 cycle added, 0 changed');
});

test('a lead describes another programme in the place’s own words', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${reach}/new`, 'Add a programme');
  await lead.writes('Title', 'Feeding café');
  await lead.writes('Stages', 'Told of it');
  await lead.presses('Add the programme');
  await lead.isTold('Enter at least two stages');
  await lead.writes('Stages', 'Told of it\nCame\nCame again');
  await lead.presses('Add the programme');
  await lead.hearsThat('The programme is described');
  await lead.sees('Feeding café');
  await lead.reads('Nothing has been counted yet');
});
