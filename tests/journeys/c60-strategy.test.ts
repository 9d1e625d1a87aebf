import { expect, test } from 'vitest';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';
import { wordText } from '../support/word-text.ts';

const strategy = '/p/fernhollow/strategy';

test('a lead writes a section beside what the records say, without scripts', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(strategy, 'Strategy');
  await lead.reads('All 12 sections have text.');
  await lead.reads('Play and verbal exchanges: Improve');
  await lead.follows(/^Change the text of Risks/);
  await lead.sees('Risks and mitigations');
  await lead.writes(/^Your text/, 'Ring 01632 960123 if it goes wrong.');
  await lead.presses('Save');
  await lead.isTold('may hold a telephone number');
  await lead.writes(/^Your text/, 'Workers leave.\n\nWe train two in every room.');
  await lead.presses('Save');
  await lead.hearsThat('The section is saved.');
  await lead.reads('We train two in every room.');
});

test('the second of two people who write one section chooses between both texts', async () => {
  const first = await signedIn('lead@fernhollow.example', withoutScripts);
  const second = await signedIn('coordinator@fernhollow.example', withoutScripts);
  for (const person of [first, second]) await person.opens(`${strategy}/resources`, /resources$/);
  await first.writes(/^Your text/, 'Money for books is found.');
  await first.presses('Save');
  await first.hearsThat('The section is saved.');
  await second.writes(/^Your text/, 'Money for bags is found.');
  await second.presses('Save');
  await second.isTold('Somebody else saved this while you were writing');
  await second.reads('Money for books is found.');
  await second.reads('Money for bags is found.');
  await second.findsNoFault();
  await second.ticks('Keep yours');
  await second.presses('Save');
  await second.hearsThat('The section is saved.');
  await second.reads('Money for bags is found.');
});

test('a version is made, approved and compared, and stays as it was', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto(`${strategy}/next-steps`);
  await lead.writes(/^Your text/, 'Carry the bags to every room by spring.');
  await lead.presses('Save');
  await lead.hearsThat('The section is saved.');

  await lead.opens(`${strategy}/versions/new`, 'Make a version');
  await lead.writes('Title', 'Talk, play and stories, revised');
  await lead.writes(/^What is different/, 'The next steps are new.');
  await lead.writes('Day', '31');
  await lead.writes('Month', '3');
  await lead.writes('Year', '2026');
  await lead.presses('Make the version');
  await lead.isTold('Say which group or body approved it');
  for (const part of ['Day', 'Month', 'Year']) await lead.writes(part, '');
  await lead.presses('Make the version');
  await lead.sees('Talk, play and stories, revised');
  await lead.reads('Not approved yet');
  await lead.reads('Carry the bags to every room by spring.');
  const version = new URL(lead.page.url()).pathname;

  await lead.follows('Record the approval');
  await lead.sees('Record the approval');
  await lead.chooses(/^Approved by/, 'Early Years Partnership Board');
  await lead.writes('Day', '20');
  await lead.writes('Month', '11');
  await lead.writes('Year', '2026');
  await lead.presses('Save');
  await lead.hearsThat('The approval is recorded.');

  await lead.page.goto(`${strategy}/next-steps`);
  await lead.writes(/^Your text/, 'Carry the bags to most rooms by spring.');
  await lead.presses('Save');
  await lead.page.goto(version);
  await lead.reads('Carry the bags to every room by spring.');
  const word = await lead.page.request.get(`${version}/strategy.docx`);
  const said = wordText(await word.body());
  for (const words of [
    'Fernhollow: strategy, version',
    'Contents',
    'Carry the bags to every room by spring.',
    'Measures over time'
  ]) {
    expect(said).toContain(words);
  }
  expect(said).toMatch(/^Sources?$/m);
  expect(said).not.toContain('64.5%'); // a figure of the partnership's own
  await lead.follows('What has changed since this version');
  await lead.sees('What changed');
  expect(await lead.page.locator('del').first().innerText()).toContain('every');
  expect(await lead.page.locator('ins').first().innerText()).toContain('most');
});

test('an approved version is published, and everybody reads it without figures of the partnership’s own', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.page.goto(`${strategy}/versions/new`);
  await lead.writes('Title', 'Talk, play and stories for all');
  await lead.chooses(/^Approved by/, 'Early Years Partnership Board');
  await lead.writes('Day', '20');
  await lead.writes('Month', '11');
  await lead.writes('Year', '2026');
  await lead.presses('Make the version');
  await lead.follows('Publish this version');
  await lead.presses('Publish');
  await lead.hearsThat('Everybody can read it now');

  const family = await visitor(withoutScripts);
  await family.opens('/public/fernhollow/strategy', 'Talk, play and stories for all');
  await family.reads('approved by Early Years Partnership Board on 20 November 2026');
  await family.reads('What we will work on first');
  const text = await family.page.getByRole('main').innerText();
  expect(text).not.toContain('64.5%'); // a figure of the partnership's own
});

test('a reader reads everything and is offered nothing to change', async () => {
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(strategy, 'Strategy');
  expect(await reader.page.getByRole('link', { name: /^(Change|Write|Make)/ }).count()).toBe(
    await reader.page.getByRole('link', { name: 'Change partnership' }).count()
  );
  await reader.opens(`${strategy}/versions`, 'Versions of the strategy');
  const answer = await reader.page.goto(`${strategy}/risks`);
  expect(answer?.status()).toBe(403);
});
