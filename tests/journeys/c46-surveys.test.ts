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

/** Where the survey on the page is answered. */
async function linkOf(person: Person): Promise<string> {
  const link = await person.page.locator('a[href*="/s/"]').first().getAttribute('href');
  return new URL(link ?? '').pathname;
}

const button = (person: Person, name: string | RegExp) =>
  person.page.getByRole('main').getByRole('button', { name });
const radio = (person: Person, name: string) =>
  person.page.getByRole('radio', { name, exact: true });

test('a coordinator makes a survey by keyboard, opens it, and closes it', async () => {
  const nextYear = new Date().getUTCFullYear() + 1;
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.page.goto(listening);
  await coordinator.page.getByRole('link', { name: 'Make a survey' }).press('Enter');
  await leaves(button(coordinator, 'Go on to the questions'));
  await coordinator.isTold('Enter a title');
  await coordinator.isTold('Choose in what role they answer');
  await types(coordinator, 'Title', 'Getting to the library');
  await chooses(radio(coordinator, 'Parents and carers'));
  await leaves(button(coordinator, 'Go on to the questions'));
  await coordinator.hearsThat('Now its questions');
  await coordinator.reads(
    /it needs why you ask, what will come of it, .* and at least one question/
  );

  await coordinator.page.getByRole('link', { name: 'Add a question' }).press('Enter');
  await types(coordinator, 'Question', 'What stops you?');
  await chooses(radio(coordinator, 'One choice'));
  await leaves(button(coordinator, 'Add it and go on'));
  await coordinator.isTold('Enter at least two choices, one a line');
  await types(coordinator, 'Choices (optional)', 'The hours\nThe bus\nNothing');
  await leaves(button(coordinator, 'Add it and go on'));
  await coordinator.hearsThat('at the end of the survey');
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
  await types(coordinator, 'Who it is for (optional)', 'parents of under-fives');
  await types(coordinator, 'Why you ask (optional)', 'We can change the hours of the library.');
  await types(coordinator, 'What will come of it (optional)', 'The library decides in July.');
  await types(coordinator, 'Whom people can ask about it (optional)', 'the library desk');
  await datesBy(coordinator, 'Last day to answer', nextYear);
  await datesBy(coordinator, 'Answers are kept until', nextYear + 1);
  await leaves(button(coordinator, 'Save'));
  await coordinator.hearsThat('The survey is saved');
  await leaves(button(coordinator, 'Open the survey'));
  await coordinator.hearsThat('The survey is open');
  await coordinator.sees('Getting to the library');
  const path = await linkOf(coordinator);
  expect(path).toMatch(/^\/s\/[0-9a-hjkmnp-tv-z]{24}$/);
  expect(await coordinator.page.getByRole('img', { name: /^QR code of the link/ }).count()).toBe(1);

  await leaves(button(coordinator, 'Close the survey'));
  await coordinator.hearsThat('The survey is closed');
  const parent = await visitor({ ...withoutScripts, viewport: phone });
  await parent.opens(path, 'Getting to the library');
  await parent.reads('This survey is closed');
  await parent.reads('The library decides in July.');
});

test('a family member answers on a phone without account or script, somebody types in a form from paper, and both are counted', async () => {
  const contributor = await signedIn('contributor@fernhollow.example', withoutScripts);
  await contributor.page.goto(listening);
  await contributor.follows('A song group in the evening');
  await contributor.page.waitForURL(/surveys\/[0-9a-f-]{36}$/);
  const survey = new URL(contributor.page.url()).pathname;
  const path = await linkOf(contributor);

  const parent = await visitor({ ...withoutScripts, viewport: phone });
  await parent.opens(path, 'A song group in the evening');
  expect(await parent.page.context().cookies()).toEqual([]);
  expect(await parent.page.content()).not.toContain('/p/fernhollow');
  const help = 'What would help you to come? (optional)';
  await parent.marks(radio(parent, 'Six o’clock'));
  await parent.writes(help, 'Ring me on 01632 960 777 and I will tell you');
  await parent.presses('Send my answers');
  await parent.isTold('Answer this question');
  await parent.isTold('There seems to be a telephone number in this');
  await parent.isTold('Tick the box if you agree');
  await parent.sees('A song group in the evening');
  expect(await parent.field(help).inputValue()).toContain('01632 960 777');
  expect(await radio(parent, 'Six o’clock').isChecked()).toBe(true);
  await parent.marks(radio(parent, 'Yes'));
  await parent.writes(help, 'A bus that runs after six.');
  await parent.ticks('I have read this, and I agree');
  const sending = parent.page.waitForRequest((request) => request.method() === 'POST');
  await parent.presses('Send my answers');
  await parent.sees('Thank you. Your answers are here.');
  await parent.reads('The family hub chooses the hour');
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
  await parent.page.goto(`${path}/sent?again=yes`);
  await parent.reads('Nothing was saved twice');

  await contributor.opens(`${survey}/paper`, 'Type in a form that came on paper');
  await contributor.marks(radio(contributor, 'Perhaps'));
  await contributor.ticks('The paper says that they agree to this');
  await contributor.presses('Save these answers');
  await contributor.hearsThat('The answers are saved');
  await contributor.opens(`${survey}/results`, 'Answers');
  await contributor.reads('11 people answered');
  await contributor.reads('1 on paper');
  // While a survey is open, nothing of it leaves.
  const early = await contributor.page.request.get(`${survey}/results.csv`);
  expect(early.status()).toBe(409);
  await contributor.opens(`${survey}/results?view=share`, 'Answers');
  await contributor.reads('The counts to share are made when the survey is closed');
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
  await reader.reads('the day on which the survey was closed');
  const { pathname } = new URL(reader.page.url());
  const text = await (await reader.page.request.get(`${pathname}.csv`)).text();
  expect(text).toContain('People who answered,35');
  expect(text).toContain(',hidden');
  expect((await reader.page.request.get(`${pathname}.xlsx`)).status()).toBe(200);
  const refused = await reader.page.request.get(`${listening}/said`);
  expect(refused.status()).toBe(403);
});

test('a coordinator sets the answers of a stretch aside, sees them, and brings them back', async () => {
  const thisYear = new Date().getUTCFullYear();
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.page.goto(listening);
  await coordinator.follows('A song group in the evening');
  await coordinator.page.waitForURL(/surveys\/[0-9a-f-]{36}$/);
  const results = `${new URL(coordinator.page.url()).pathname}/results`;
  await coordinator.opens(results, 'Answers');
  const answered = () =>
    coordinator.page
      .getByText(/\d+\s+(?:people|person)\s+answered/)
      .first()
      .innerText();
  const before = await answered();
  await coordinator.follows('Set answers aside');
  await coordinator.sees('Set answers aside');
  await coordinator.reads('Answers by day');
  await coordinator.presses('Set them aside');
  await coordinator.isTold('Enter the first day');
  await coordinator.isTold('Say why they are set aside');
  await datesBy(coordinator, 'First day', thisYear - 1);
  await datesBy(coordinator, 'Last day', thisYear + 1);
  await coordinator.writes('Why they are set aside', 'Sent by ourselves, to try the link');
  await coordinator.presses('Set them aside');
  await coordinator.hearsThat('The answers are set aside');
  await coordinator.sees('Answers');
  await coordinator.reads('Set aside and not counted: ');
  await coordinator.reads('Sent by ourselves, to try the link');
  expect(await answered()).not.toBe(before);
  await coordinator.follows('See these answers');
  await coordinator.sees('Answers');
  await coordinator.reads('These answers are set aside');

  await coordinator.opens(results, 'Answers');
  await coordinator.follows(/^Change or bring back/);
  await coordinator.sees('Answers that are set aside');
  await coordinator.page.locator('summary', { hasText: 'Bring these answers back' }).click();
  await coordinator.presses('Bring these answers back');
  await coordinator.hearsThat('The answers are back and count again');
  expect(await answered()).toBe(before);
});
