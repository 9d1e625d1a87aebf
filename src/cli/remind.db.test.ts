import { addProject, planTest } from '#modules/improvement/server';
import { giveRole } from '#modules/partnerships/server';
import { chooseReminder, noteReminder, viewDue } from '#modules/reports/server';
import type { Actor } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { good } from '../../tests/support/good.ts';
import { addressOf, cairn } from '../../tests/support/command-line.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { startMailServer, type MailServer } from '../../tests/support/mail-server.ts';
import { at, somebody, testPlace, testWorld, type TestPlace } from '../../tests/support/world.ts';

/** `cairn remind` against a mail server: what leaves, for whom, how often, and what happens when nothing is taken. */

const world = await testWorld();
const { owner } = await testDatabase();
const origin = 'https://cairn.example.org';

beforeEach(() => {
  vi.stubEnv('CAIRN_MODE', '');
  vi.stubEnv('CAIRN_DEMO', '');
  vi.stubEnv('ORIGIN', origin);
  vi.stubEnv('DATABASE_URL', addressOf(owner));
  vi.stubEnv('CAIRN_MAIL_FROM', 'Cairn <cairn@example.org>');
  return () => vi.unstubAllEnvs();
});

async function mailServer(): Promise<MailServer> {
  const mail = await startMailServer();
  vi.stubEnv('CAIRN_SMTP_URL', mail.url);
  return mail;
}

/** A place in which a test of change has been waiting since February. */
async function placeThatOwes(name: string, changeTried: string): Promise<TestPlace> {
  const place = await testPlace(world, name);
  const { contributor } = place.people;
  const { id: projectId } = await good(
    addProject.run(contributor, place.id, { title: 'Stories' }, world)
  );
  const plan = {
    projectId,
    changeTried,
    plannedFor: '2026-02-23',
    predictions: [{ question: '', prediction: 'It helps' }]
  };
  await good(planTest.run(contributor, place.id, plan, world));
  return place;
}

/** From now until the test ends, this person wants letters about the place. */
async function asks(person: NonNullable<Actor>, place: PartnershipId): Promise<void> {
  const choose = (isMailed: string) => good(chooseReminder.run(person, place, { isMailed }, world));
  await choose('yes');
  onTestFinished(() => choose('').then(() => undefined));
}

async function lastSentOn(person: NonNullable<Actor>, place: PartnershipId) {
  const { reminder } = await good(viewDue.run(person, place, {}, world));
  return reminder?.lastSentOn ?? null;
}

/** As if the last letter had gone out so many days ago. */
const sentDaysAgo = async (days: number, person: NonNullable<Actor>, place: PartnershipId) => {
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
  await good(noteReminder.run(person, place, {}, at(world, then)));
};

test('a letter leaves for whoever asked: one each, in plain text, about what is owed and nobody', async () => {
  const mail = await mailServer();
  const place = await placeThatOwes('Grove', 'A “story bag” over the weekend – at £2 each');
  const { contributor, reader } = place.people;
  await asks(contributor, place.id);
  await asks(reader, place.id);

  expect(await cairn(['remind'])).toEqual({
    code: 0,
    answer: { sent: 2, failed: 0 },
    problems: ''
  });
  expect(mail.taken.map(({ recipients }) => recipients)).toEqual([
    [`contributor@${place.slug}.example`],
    [`reader@${place.slug}.example`]
  ]);
  for (const letter of mail.taken) {
    expect(letter.headers).toMatchObject({
      from: 'Cairn <cairn@example.org>',
      to: letter.recipients[0],
      subject: '1 thing is owed in Grove',
      'auto-submitted': 'auto-generated'
    });
    expect(letter.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(letter.headers).not.toHaveProperty('cc');
    expect(letter.headers).not.toHaveProperty('bcc');
    expect(letter.text).toMatch(
      new RegExp(
        `^This is owed in Grove:\n\n` +
          `- Test 1: A “story bag” over the weekend – at £2 each\n` +
          `  [^\n]+ It was planned for 23 February 2026\\. Stories\\.\n` +
          `  ${origin}/p/${place.slug}/improvement/[0-9a-f-]{36}/cycles/[0-9a-f-]{36}\n\n` +
          `You asked for this letter, at most once a week\\. To stop it: ${origin}/p/${place.slug}/due\n$`
      )
    );
    // Whose letter it is stands on the envelope; nobody else's address or name is in it, and no mark to follow who opens it.
    const others = Object.keys(place.people).filter(
      (role) => !letter.recipients[0]?.startsWith(role)
    );
    for (const other of others) expect(letter.raw).not.toContain(`${other}@`);
    expect(letter.raw).not.toMatch(/text\/html|<img|<a /i);
  }
});

test('nothing is sent twice in a week, and again after seven days', async () => {
  const mail = await mailServer();
  const place = await placeThatOwes('Brook', 'A bag');
  const { contributor } = place.people;
  await asks(contributor, place.id);
  await cairn(['remind']);
  expect(await lastSentOn(contributor, place.id)).not.toBeNull();
  expect(await cairn(['remind'])).toMatchObject({ code: 0, answer: { sent: 0, failed: 0 } });
  await sentDaysAgo(6, contributor, place.id);
  expect(await cairn(['remind'])).toMatchObject({ answer: { sent: 0 } });
  await sentDaysAgo(7, contributor, place.id);
  expect(await cairn(['remind'])).toMatchObject({ answer: { sent: 1 } });
  expect(mail.taken).toHaveLength(2);
});

test('whoever belongs to two places has one letter about both, and none from the second within the week', async () => {
  const mail = await mailServer();
  const weir = await placeThatOwes('Weir', 'A song');
  const mill = await placeThatOwes('Mill', 'A walk');
  const both = await somebody(world, 'both@example.org');
  for (const { id } of [weir, mill]) {
    const role = { role: 'reader', organisation: '', jobRole: '' } as const;
    await giveRole(world, { partnershipId: id, personId: both.personId, ...role });
  }
  await asks(both, weir.id);
  await asks(both, mill.id);
  expect(await cairn(['remind'])).toMatchObject({ code: 0, answer: { sent: 1, failed: 0 } });
  expect(mail.taken.map(({ headers }) => headers['subject'])).toEqual([
    expect.stringMatching(/^2 things are owed in (Weir and Mill|Mill and Weir)$/)
  ]);
  expect(mail.taken[0]?.text).toContain('A song');
  expect(mail.taken[0]?.text).toContain('A walk');

  await sentDaysAgo(30, both, mill.id);
  expect(await cairn(['remind'])).toMatchObject({ answer: { sent: 0 } });
});

test('where the server refuses one of them, the others have theirs, and the one is tried again', async () => {
  const mail = await mailServer();
  const place = await placeThatOwes('Ford', 'A bag');
  const { contributor, reader } = place.people;
  await asks(contributor, place.id);
  await asks(reader, place.id);
  mail.refuse = (recipient) =>
    recipient.startsWith('reader@') ? '550 5.1.1 No such mailbox' : null;
  expect(await cairn(['remind'])).toEqual({
    code: 1,
    answer: { sent: 1, failed: 1 },
    problems:
      '1 of 2 letters did not leave: 550 5.1.1 No such mailbox. Nobody who got none is noted as reminded: call cairn remind again once the mail server takes letters.\n'
  });
  expect(await lastSentOn(reader, place.id)).toBeNull();
  expect(await lastSentOn(contributor, place.id)).not.toBeNull();

  mail.refuse = () => null;
  expect(await cairn(['remind'])).toMatchObject({ code: 0, answer: { sent: 1, failed: 0 } });
  expect(mail.taken.map(({ recipients }) => recipients[0]?.split('@')[0])).toEqual([
    'contributor',
    'reader'
  ]);
});

test('where no server answers, nothing is noted as sent', async () => {
  vi.stubEnv('CAIRN_SMTP_URL', 'smtp://127.0.0.1:1');
  const place = await placeThatOwes('Lane', 'A bag');
  await asks(place.people.contributor, place.id);
  const { code, answer, problems } = await cairn(['remind']);
  expect({ code, answer }).toEqual({ code: 1, answer: { sent: 0, failed: 1 } });
  expect(problems).toMatch(/^1 of 1 letter did not leave: .*ECONNREFUSED/);
  expect(await lastSentOn(place.people.contributor, place.id)).toBeNull();
});

test('two calls at one moment send one letter', async () => {
  const mail = await mailServer();
  const place = await placeThatOwes('Hill', 'A bag');
  await asks(place.people.contributor, place.id);
  const codes = (await Promise.all([cairn(['remind']), cairn(['remind'])])).map(({ code }) => code);
  expect(mail.taken).toHaveLength(1);
  expect(codes).toContain(0);
});

test('without a mail server it says what to set, and sends nothing', async () => {
  vi.stubEnv('CAIRN_SMTP_URL', '');
  expect(await cairn(['remind'])).toMatchObject({
    code: 1,
    answer: '',
    problems: expect.stringContaining('Set CAIRN_SMTP_URL, CAIRN_MAIL_FROM and ORIGIN') as string
  });
});
