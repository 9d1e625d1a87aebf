import { addMeasure, addProject, planTest } from '#modules/improvement/server';
import { addIndicator, retireIndicator } from '#modules/indicators/server';
import { describe, expect, test } from 'vitest';
import { at, somebody, testPlace, testWorld } from '../../../tests/support/world.ts';
import { reminderLetter, type Due } from './due.ts';
import {
  calendarFor,
  chooseReminder,
  holderOfCalendar,
  makeCalendarAddress,
  remindAll,
  viewDue,
  viewHome,
  withdrawCalendarAddress
} from './index.server.ts';

const origin = 'https://cairn.example';

async function good<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>
) {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
}

/** A place with a test of last week, one of next week, and a weekly measure. It is 2 March 2026. */
async function aPlaceWithDates() {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  const { id: projectId } = await good(
    addProject.run(actor, place.id, { title: 'Stories' }, world)
  );
  for (const [changeTried, plannedFor] of [
    ['A bag', '2026-02-23'],
    ['A song', '2026-03-29']
  ]) {
    const plan = {
      projectId,
      changeTried,
      plannedFor,
      predictions: [{ question: '', prediction: 'It helps' }]
    };
    await good(planTest.run(actor, place.id, plan, world));
  }
  const measure = {
    projectId,
    title: 'Stories at home',
    kind: 'outcome',
    valueForm: 'count',
    direction: 'increase',
    frequency: 'weekly'
  };
  await good(addMeasure.run(actor, place.id, measure, world));
  return { world, place, actor };
}

describe('what is due', () => {
  test('is what is owed and what lies ahead, the earliest first', async () => {
    const { world, place } = await aPlaceWithDates();
    const { due } = await good(viewDue.run(place.people.reader, place.id, {}, world));
    expect(due.map(({ kind, title, on, isOwed }) => [kind, title, on, isOwed])).toEqual([
      ['test', 'Test 1: A bag', '2026-02-23', true],
      ['value', 'Stories at home', '2026-03-10', false],
      ['test', 'Test 2: A song', '2026-03-29', false]
    ]);
  });
});

describe('figures of need', () => {
  test('are due with the indicators that are followed: on the first screen when near, in the list in any case', async () => {
    const world = await testWorld();
    const place = await testPlace(world);
    const lead = place.people.lead;
    const indicator = { unit: 'count', betterWhen: 'high', frequency: 'month' };
    const add = (title: string, nextDue: string) =>
      good(addIndicator.run(lead, place.id, { ...indicator, title, nextDue }, world));
    await add('Far', '2026-09-01');
    await add('Near', '2026-03-20');
    await add('Late', '2026-02-27');
    const { id: retired } = await good(
      addIndicator.run(
        lead,
        place.id,
        { ...indicator, title: 'Gone', nextDue: '2026-02-01' },
        world
      )
    );
    await good(retireIndicator.run(lead, place.id, { id: retired, retire: 'yes' }, world));
    await add('Undated', '');
    const home = await good(viewHome.run(place.people.reader, place.id, {}, world));
    expect(home.figures.map(({ title }) => title)).toEqual(['Late', 'Near']);
    const { due } = await good(viewDue.run(place.people.reader, place.id, {}, world));
    expect(due.map(({ kind, title, isOwed, sentence }) => [kind, title, isOwed, sentence])).toEqual(
      [
        ['figures', 'Late', true, 'Figures due since 27 February 2026.'],
        ['figures', 'Near', false, 'Next figures due on 20 March 2026.'],
        ['figures', 'Far', false, 'Next figures due on 1 September 2026.']
      ]
    );
  });
});

describe('a calendar address', () => {
  test('opens the calendar of whoever made it, until it is withdrawn or a new one is made', async () => {
    const { world, place, actor } = await aPlaceWithDates();
    const { token } = await good(makeCalendarAddress.run(actor, place.id, {}, world));
    const holder = await holderOfCalendar(world, token);
    expect(holder).toEqual({ partnershipId: place.id, personId: actor.personId });
    if (holder === null) throw new Error('unreachable');
    const text = await calendarFor(world, holder, origin);
    // What is owed stands on today; what lies ahead on its own day.
    expect(text).toContain('SUMMARY:Owed: Test 1: A bag\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20260302\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20260329\r\n');
    expect(text?.replaceAll('\r\n ', '')).toContain(`URL:${origin}/p/${place.slug}/improvement/`);

    const { token: newer } = await good(makeCalendarAddress.run(actor, place.id, {}, world));
    expect(await holderOfCalendar(world, token)).toBeNull();
    await good(withdrawCalendarAddress.run(actor, place.id, {}, world));
    expect(await holderOfCalendar(world, newer)).toBeNull();
    expect(await withdrawCalendarAddress.run(actor, place.id, {}, world)).toEqual({
      ok: false,
      error: { kind: 'no-address' }
    });
  });

  test('opens nothing for a stranger, and nothing for a secret that was guessed', async () => {
    const { world, place } = await aPlaceWithDates();
    expect(await holderOfCalendar(world, 'guessed')).toBeNull();
    const stranger = await somebody(world, 'calendar-stranger@example.org');
    const who = { partnershipId: place.id, personId: stranger.personId };
    expect(await calendarFor(world, who, origin)).toBeNull();
  });
});

describe('the letter', () => {
  test('goes to whoever asked, when something is owed, at most once a week, and again where it failed', async () => {
    const { world, place, actor } = await aPlaceWithDates();
    const letters: { to: string; subject: string; text: string }[] = [];
    const send = (isTaken: boolean) => (letter: (typeof letters)[number]) => {
      if (isTaken) letters.push(letter);
      return Promise.resolve(isTaken);
    };
    expect(await remindAll(world, place.id, origin, send(true))).toEqual({ sent: 0, failed: 0 });
    await good(chooseReminder.run(actor, place.id, { isMailed: 'yes' }, world));
    expect(await remindAll(world, place.id, origin, send(false))).toEqual({ sent: 0, failed: 1 });
    expect(await remindAll(world, place.id, origin, send(true))).toEqual({ sent: 1, failed: 0 });
    expect(letters[0]).toMatchObject({
      to: `contributor@${place.slug}.example`,
      subject: `1 thing is owed in ${'Fernhollow'}`
    });
    expect(letters[0]?.text).toContain('Test 1: A bag');
    const days = (iso: string) => remindAll(at(world, iso), place.id, origin, send(true));
    expect(await days('2026-03-08T10:00:00.000Z')).toEqual({ sent: 0, failed: 0 });
    expect(await days('2026-03-09T10:00:00.000Z')).toEqual({ sent: 1, failed: 0 });
    await good(chooseReminder.run(actor, place.id, { isMailed: '' }, world));
    expect(await days('2026-04-09T10:00:00.000Z')).toEqual({ sent: 0, failed: 0 });
  });

  test('is not written when nothing is owed, and names at most twelve', () => {
    const one: Due = {
      kind: 'test',
      id: '1',
      title: 'A bag',
      sentence: 'Say what happened.',
      on: '2026-03-01',
      isOwed: false,
      path: '/improvement'
    };
    const place = { name: 'Fernhollow', slug: 'fernhollow' };
    expect(reminderLetter([one], place, origin)).toBeNull();
    const many = Array.from({ length: 15 }, () => ({ ...one, isOwed: true }));
    expect(reminderLetter(many, place, origin)?.text).toContain(
      `And 3 more: ${origin}/p/fernhollow/due`
    );
  });
});
