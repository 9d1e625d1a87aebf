import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts, type Person } from '../support/person.ts';

const listening = '/p/fernhollow/need/listening';

/** Types into a field as a hand on a keyboard does, without pointing. */
async function types(person: Person, label: string | RegExp, text: string): Promise<void> {
  await person.field(label).focus();
  await person.page.keyboard.press('ControlOrMeta+A');
  await person.page.keyboard.type(text);
}
const chooses = (control: Locator) => control.press('Space');
const leaves = (button: Locator) => button.press('Enter');

async function datesBy(person: Person, group: string, year: number): Promise<void> {
  const date = person.page.getByRole('group', { name: group });
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '6'],
    ['Year', String(year)]
  ] as const) {
    await date.getByLabel(part).focus();
    await person.page.keyboard.type(value);
  }
}

const button = (person: Person, name: string | RegExp) =>
  person.page.getByRole('main').getByRole('button', { name });
const radio = (person: Person, name: string) =>
  person.page.getByRole('radio', { name, exact: true });

test('a coordinator makes a survey by keyboard, a family member answers on a phone without account or script, and the partnership reads it', async () => {
  const nextYear = new Date().getUTCFullYear() + 1;
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(listening, 'Listening');
  await coordinator.page.getByRole('link', { name: 'Make a survey' }).press('Enter');
  await coordinator.sees('Make a survey');
  await leaves(button(coordinator, 'Go on to the questions'));
  await coordinator.isTold('Enter a title');
  await coordinator.isTold('Choose in what role they answer');
  await types(coordinator, 'Title', 'Getting to the library');
  await chooses(radio(coordinator, 'Parents and carers'));
  await leaves(button(coordinator, 'Go on to the questions'));
  await coordinator.hearsThat('Now its questions');
  await coordinator.sees('Getting to the library');
  await coordinator.reads(
    /it needs why you ask, what will come of it, .* and at least one question/
  );

  await coordinator.page.getByRole('link', { name: 'Add a question' }).press('Enter');
  await coordinator.sees('Add a question');
  await types(coordinator, 'Question', 'What stops you?');
  await chooses(radio(coordinator, 'One choice'));
  await leaves(button(coordinator, 'Add it and go on'));
  await coordinator.isTold('Enter at least two choices, one a line');
  await types(coordinator, 'Choices (optional)', 'The hours\nThe bus\nNothing');
  await leaves(button(coordinator, 'Add it and go on'));
  await coordinator.sees('Add a question');
  await types(coordinator, 'Question', 'What would help?');
  await chooses(radio(coordinator, 'Own words, several lines'));
  await leaves(button(coordinator, 'Add the question'));
  await coordinator.sees('Getting to the library');
  await leaves(button(coordinator, 'Move up: What would help?'));
  await coordinator.hearsThat('“What would help?” is now question 1');
  await leaves(button(coordinator, 'Move down: What would help?'));
  await coordinator.hearsThat('“What would help?” is now question 2');

  await coordinator.page
    .getByRole('link', { name: 'Change what it says of itself, and what people agree to' })
    .press('Enter');
  await coordinator.sees('Change this survey');
  await types(coordinator, 'Who it is for (optional)', 'parents of under-fives');
  await types(coordinator, 'Why you ask (optional)', 'We can change the hours of the library.');
  await types(coordinator, 'What will come of it (optional)', 'The library decides in July.');
  await types(coordinator, 'Whom people can ask about it (optional)', 'the library desk');
  await datesBy(coordinator, 'Last day to answer', nextYear);
  await datesBy(coordinator, 'Answers are kept until', nextYear + 1);
  await leaves(button(coordinator, 'Save'));
  await coordinator.hearsThat('The survey is saved');
  await coordinator.follows('See it as people will');
  await coordinator.sees('As people see it');
  await coordinator.page.goBack();
  await leaves(button(coordinator, 'Open the survey'));
  await coordinator.hearsThat('The survey is open');
  await coordinator.sees('Getting to the library');
  const here = coordinator.page.url();
  const link = await coordinator.page.locator('a[href*="/s/"]').getAttribute('href');
  const path = new URL(link ?? '').pathname;
  expect(path).toMatch(/^\/s\/[0-9a-hjkmnp-tv-z]{24}$/);
  expect(await coordinator.page.getByRole('img', { name: /^QR code of the link/ }).count()).toBe(1);
  const code = await coordinator.page.request.get(`${new URL(here).pathname}/link.svg`);
  expect(await code.text()).toMatch(/^<svg/);

  const parent = await visitor({ ...withoutScripts, viewport: phone });
  await parent.opens(path, 'Getting to the library');
  expect(await parent.page.context().cookies()).toEqual([]);
  expect(await parent.page.content()).not.toContain('/p/fernhollow');
  await parent.presses('Send my answers');
  await parent.isTold('Tick the box if you agree');
  await radio(parent, 'The bus').check();
  await parent.writes(
    'What would help? (optional)',
    'Ring me on 01632 960 777 and I will tell you'
  );
  await parent.ticks('I have read this, and I agree');
  await parent.presses('Send my answers');
  await parent.isTold('There seems to be a telephone number in this');
  expect(await parent.field('What would help? (optional)').inputValue()).toContain('01632 960 777');
  expect(await radio(parent, 'The bus').isChecked()).toBe(true);
  await parent.writes('What would help? (optional)', 'A bus that stops at the library after six.');
  await parent.ticks('You may quote words of mine that do not show who I am');
  const sending = parent.page.waitForRequest((request) => request.method() === 'POST');
  await parent.presses('Send my answers');
  await parent.sees('Thank you. Your answers are here.');
  await parent.reads('The library decides in July.');
  // The same form once more, as when somebody presses twice.
  const sent = await sending;
  const again = await parent.page.request.post(path, {
    data: sent.postData() ?? '',
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(parent.page.url()).origin
    },
    maxRedirects: 0
  });
  expect(again.headers()['location']).toBe(`${path}/sent?again=yes`);
  await parent.opens(`${path}/sent?again=yes`, 'Thank you');
  await parent.reads('Nothing was saved twice');

  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.opens(`${new URL(here).pathname}/paper`, 'Type in a form that came on paper');
  await radio(contributor, 'The hours').check();
  await contributor.ticks('The paper says that they agree to this');
  await contributor.presses('Save these answers');
  await contributor.hearsThat('The answers are saved');
  await contributor.opens(`${new URL(here).pathname}/results`, 'Answers');
  await contributor.reads('2 people answered');
  await contributor.reads('1 on paper');
  await contributor.reads('1 of 2 wrote something');
  const csv = await contributor.page.request.get(`${new URL(here).pathname}/results.csv`);
  const text = await csv.text();
  expect(text).toContain('The bus,hidden');
  expect(text).not.toContain('after six');
  const workbook = await contributor.page.request.get(`${new URL(here).pathname}/results.xlsx`);
  expect(workbook.status()).toBe(200);

  await coordinator.opens(new URL(here).pathname, 'Getting to the library');
  await coordinator.reads('the questions stay as they were asked');
  await coordinator.presses('Close the survey');
  await coordinator.hearsThat('The survey is closed');
  await parent.opens(path, 'Getting to the library');
  await parent.reads('This survey is closed');
  await parent.reads('The library decides in July.');

  await coordinator.presses('Bring them to what was said');
  await coordinator.hearsThat('1 answer is now among what was said');
  await coordinator.page.getByText('Remove all single answers').first().click();
  await coordinator.presses('Remove all single answers');
  await coordinator.hearsThat('2 answers were removed. The counts are kept');
  await coordinator.follows('See the answers');
  await coordinator.sees('Answers');
  await coordinator.reads('2 people answered');
  expect(await coordinator.page.content()).not.toContain('after six');
});

test('an analyst codes what was answered, and reads it by theme and group', async () => {
  const contributor = await signedIn('contributor@fernhollow.example');
  await contributor.opens(`${listening}/said?show=to-code`, 'What was said');
  await contributor.follows('More than one bag per room');
  await contributor.sees('Answer to: What would make it easier?');
  await contributor.presses('Put them in the theme');
  await contributor.isTold('Choose at least one sentence');
  await contributor.follows('Another theme is needed');
  await contributor.sees('Add a theme');
  await contributor.writes('Name', 'More song bags');
  await contributor.ticks('Learning resources in the home');
  await contributor.presses('Add the theme');
  await contributor.sees('Answer to: What would make it easier?');
  await contributor.ticks(/^More than one bag per room/);
  await contributor.ticks('More song bags');
  await contributor.presses('Put them in the theme');
  await contributor.hearsThat('The sentences belong to the theme');
  await contributor.presses('I have read it through: coding is done');
  await contributor.hearsThat('Read through and coded');

  await contributor.opens(listening, 'Listening');
  await contributor.follows('More song bags');
  await contributor.sees('More song bags');
  await contributor.reads('One piece from one source: 1 from parents and carers');

  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(listening, 'Listening');
  await reader.page.getByRole('link', { name: 'Songs and stories at home' }).first().click();
  await reader.sees('Songs and stories at home');
  await reader.follows('See the answers');
  await reader.sees('Answers');
  await reader.reads('34 people answered');
  expect(await reader.page.getByText('Read what they wrote').count()).toBe(0);
  await reader.chooses('By the answers to', 'Which language do you mostly speak at home?');
  await reader.presses('Compare');
  await reader.sees('Answers');
  await reader.reads('fewer than 8');
  await reader.opens(`${new URL(reader.page.url()).pathname}?view=share`, 'Answers');
  await reader.reads('35 people answered');
  const refused = await reader.page.request.get(`${listening}/said`);
  expect(refused.status()).toBe(403);
});
