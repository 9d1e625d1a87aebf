import { err, ok } from '#core/result';
import { askPeople, answerRound, beginRound } from '#modules/assessments/server';
import { addBody, removeBody } from '#modules/bodies/server';
import { addMilestone } from '#modules/charter/server';
import {
  addCommitment,
  addLegalForm,
  addPolicy,
  reviewArrangements
} from '#modules/cooperation/server';
import { addAction, addAim, addPlanPriority, reportAimProgress } from '#modules/delivery/server';
import { addMeasure, addProject, planTest } from '#modules/improvement/server';
import { addIndicator, retireIndicator } from '#modules/indicators/server';
import { addSession, addTakeaway } from '#modules/learning/server';
import { addAsk, changeAsk, viewAsks } from '#modules/maps/server';
import { addQuestion } from '#modules/needs/server';
import { addConsidered } from '#modules/priorities/server';
import { addProgramme, recordCycle, viewProgrammes } from '#modules/reach/server';
import { addRollOut } from '#modules/rollout/server';
import { addSetting } from '#modules/settings/server';
import { describe, expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { at, somebody, testPlace, testWorld } from '../../../tests/support/world.ts';
import { reminderLetter } from './letter.ts';
import { dueAtHome, type Due } from './due.ts';
import {
  calendarFor,
  chooseReminder,
  holderOfCalendar,
  makeCalendarAddress,
  remindAll,
  setNextAnnualReport,
  viewDue,
  viewHome,
  withdrawCalendarAddress
} from './index.server.ts';

const origin = 'https://cairn.example';

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

test('a round is due for whoever has not answered, then for whoever leads it', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, reader, contributor, coordinator } = place.people;
  const { id } = await good(
    beginRound.run(
      lead,
      place.id,
      {
        title: 'Spring',
        opensOn: '2026-03-02',
        closesOn: '2026-03-09',
        facilitator: 'Lead',
        instrument: 'instruments/stock-take',
        part: 'local-priorities'
      },
      world
    )
  );
  const people = [reader.personId, contributor.personId];
  await good(askPeople.run(lead, place.id, { id, sector: 'other', people }, world));
  const roundsFor = async (who: typeof lead, when = world) => {
    const { due } = await good(viewDue.run(who, place.id, {}, when));
    return due
      .filter(({ kind }) => kind === 'round')
      .map(({ on, isOwed, path }) => [on, isOwed, path.endsWith('/answer')]);
  };
  expect(await roundsFor(reader)).toEqual([['2026-03-09', false, true]]);
  expect(await roundsFor(lead)).toEqual([]);
  const statements = [
    'evidence-and-place',
    'families-share',
    'means-and-influence',
    'system-backing',
    'balance-of-kinds'
  ];
  const answers = statements.map((element) => ({
    element,
    level: 'low',
    reason: '',
    evidence: ''
  }));
  await good(answerRound.run(reader, place.id, { id, answers: answers.slice(0, 4) }, world));
  expect(await roundsFor(reader)).toHaveLength(1);
  await good(answerRound.run(reader, place.id, { id, answers }, world));
  expect(await roundsFor(reader)).toEqual([]);

  expect(await roundsFor(contributor, at(world, '2026-03-09T12:00:00Z'))).toEqual([
    ['2026-03-09', true, true]
  ]);
  const after = at(world, '2026-03-10T12:00:00Z');
  expect(await answerRound.run(contributor, place.id, { id, answers }, after)).toMatchObject({
    error: { kind: 'closed-for-answers' }
  });
  expect(await roundsFor(contributor, after)).toEqual([]);
  for (const who of [lead, coordinator]) {
    expect(await roundsFor(who, after)).toEqual([['2026-03-09', true, false]]);
  }
});

test('a factor that was set aside until a day is owed once the day has passed', async () => {
  const { world, place, actor } = await aPlaceWithDates();
  const aside = {
    factor: 'nutrition',
    standing: 'set-aside',
    reason: 'Others come first',
    lookAgainOn: '2026-07-01'
  };
  await good(addConsidered.run(place.people.lead, place.id, aside, world));
  const dueAt = async (moment: string) =>
    (await good(viewDue.run(actor, place.id, {}, at(world, moment)))).due.find(
      ({ kind }) => kind === 'set-aside'
    );
  expect(await dueAt('2026-07-01T10:00:00Z')).toMatchObject({ title: 'Nutrition', isOwed: false });
  expect(await dueAt('2026-07-02T10:00:00Z')).toMatchObject({
    sentence: 'It was set aside, to be looked at again on 1 July 2026.',
    isOwed: true
  });
});

test('a report of a year is owed once its day has passed', async () => {
  const { world, place, actor } = await aPlaceWithDates();
  const input = { dueOn: '2026-07-01' };
  await good(setNextAnnualReport.run(place.people.lead, place.id, input, world));
  const dueAt = async (moment: string) =>
    (await good(viewDue.run(actor, place.id, {}, at(world, moment)))).due.find(
      ({ kind }) => kind === 'annual-report'
    );
  expect(await dueAt('2026-07-01T10:00:00Z')).toMatchObject({ isOwed: false });
  expect(await dueAt('2026-07-02T10:00:00Z')).toMatchObject({ isOwed: true, path: '/plan/annual' });
  const none = { dueOn: '' };
  await good(setNextAnnualReport.run(place.people.lead, place.id, none, world));
  expect(await dueAt('2026-07-02T10:00:00Z')).toBe(undefined);
});

/** A place in which every kind of thing that is due is owed on 2 November 2026. */
async function aPlaceThatOwesEverything() {
  const { world, place, actor } = await aPlaceWithDates();
  const { lead, coordinator } = place.people;
  const { id: projectId } = await good(addProject.run(actor, place.id, { title: 'Songs' }, world));
  await good(
    addMilestone.run(
      actor,
      place.id,
      { projectId, title: 'Rooms agree', dueOn: '2026-04-01' },
      world
    )
  );
  const programme = {
    title: 'Sing and Play',
    rhythm: 'monthly',
    stages: 'Could come\nCame once',
    servedStage: '1'
  };
  const { id: programmeId } = await good(addProgramme.run(lead, place.id, programme, world));
  const cycle = { programmeId, startsOn: '2026-02-01', counts: ['40', '20'] };
  await good(recordCycle.run(actor, place.id, cycle, world));
  await good(addProgramme.run(lead, place.id, { ...programme, title: 'Never counted' }, world));
  await good(
    addSetting.run(lead, place.id, { name: 'Brook', kind: 'nursery', area: 'North' }, world)
  );
  const rollOut = {
    title: 'Story bag',
    startedOn: '2026-01-05',
    goalSettings: '1',
    goalBy: '2026-06-30'
  };
  await good(addRollOut.run(lead, place.id, rollOut, world));
  const session = { title: 'Learning session 1', startsOn: '2026-02-20' };
  const { id: sessionId } = await good(addSession.run(actor, place.id, session, world));
  await good(addTakeaway.run(actor, place.id, { sessionId, noticed: 'Parents chose' }, world));
  await good(
    addQuestion.run(
      coordinator,
      place.id,
      { question: 'Who stays away?', method: 'interview', dueOn: '2026-05-01' },
      world
    )
  );
  const { id: planPriorityId } = await good(
    addPlanPriority.run(lead, place.id, { title: 'Talk' }, world)
  );
  const { id: aimId } = await good(
    addAim.run(
      lead,
      place.id,
      { planPriorityId, title: 'More talk', dueOn: '2026-06-15', lead: 'Head of talk' },
      world
    )
  );
  await good(
    addAction.run(lead, place.id, { aimId, title: 'Train rooms', dueOn: '2026-05-31' }, world)
  );
  return { world: at(world, '2026-11-02T10:00:00.000Z'), place, actor };
}

describe('everything that is owed', () => {
  const owedKinds = [
    'action',
    'aim',
    'milestone',
    'question',
    'reach',
    'roll-out',
    'roll-out-goal',
    'takeaway',
    'test',
    'value'
  ];
  const kindsOf = (due: readonly Due[]) => [...new Set(due.map(({ kind }) => kind))].sort();

  test('stands on the page, at home, in the calendar and in the letter alike', async () => {
    const { world, place, actor } = await aPlaceThatOwesEverything();
    const { due } = await good(viewDue.run(actor, place.id, {}, world));
    const owed = due.filter(({ isOwed }) => isOwed);
    expect(kindsOf(owed)).toEqual(owedKinds);

    const home = await good(viewHome.run(actor, place.id, {}, world));
    expect(kindsOf(home.due.lines)).toEqual(owedKinds);

    const who = { partnershipId: place.id, personId: actor.personId };
    const calendar = (await calendarFor(world, who, origin))?.replaceAll('\r\n ', '') ?? '';
    const { text } = reminderLetter(
      [{ place: { name: 'Fernhollow', slug: place.slug }, due }],
      origin
    ) ?? { text: '' };
    for (const one of owed) {
      expect(calendar).toContain(`SUMMARY:Owed: ${one.title}`);
      expect(calendar).toContain(`UID:${one.kind}-${one.id}@cairn`);
      expect(text).toContain(
        `- ${one.title}\n  ${one.sentence}\n  ${origin}/p/${place.slug}${one.path}`
      );
    }
    const uids = calendar.match(/UID:[^\r]+/g) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('says of counts, goals and what was taken back what is wanted', async () => {
    const { world, place, actor } = await aPlaceThatOwesEverything();
    const { due } = await good(viewDue.run(actor, place.id, {}, world));
    const sentences = Object.fromEntries(
      due.map(({ title, kind, sentence }) => [`${kind} ${title}`, sentence])
    );
    expect(sentences).toMatchObject({
      // Two cycles of 31 days after 1 February.
      'reach Sing and Play': 'The counts after February 2026 were wanted by 4 April 2026.',
      'reach Never counted': 'The first counts were wanted by 3 May 2026.',
      'roll-out-goal Story bag':
        'The goal was for 30 June 2026, and 1 more setting would meet it. Keep it, move it, or say what was learnt.',
      'roll-out Story bag': 'Nobody has said yet where a setting stands. Ask the settings again.',
      'takeaway Parents chose':
        'Taken back from Learning session 1, 20 February 2026: no test of it is planned yet.',
      'aim More talk': 'The date was 15 June 2026. Say what came of it. Led by: Head of talk.',
      'action Train rooms': 'The date was 31 May 2026. Say what came of it.',
      'milestone Rooms agree': 'In the timetable for 1 April 2026. Songs.'
    });
  });

  test('is not owed any more once it is done, or its aim is', async () => {
    const { world, place, actor } = await aPlaceThatOwesEverything();
    const aimDue = async () => {
      const { due: all } = await good(viewDue.run(actor, place.id, {}, world));
      return all.find(({ kind }) => kind === 'aim');
    };
    const done = { id: (await aimDue())?.id, status: 'done', version: 1 };
    await good(reportAimProgress.run(actor, place.id, done, world));
    expect(await aimDue()).toBeUndefined();
    const programmes = await good(viewProgrammes.run(actor, place.id, {}, world));
    for (const { programme } of programmes) {
      const cycle = { programmeId: programme.id, startsOn: '2026-10-01', counts: ['40', '20'] };
      await good(recordCycle.run(actor, place.id, cycle, world));
    }
    const { due } = await good(viewDue.run(actor, place.id, {}, world));
    expect(
      due.filter(({ kind }) => kind === 'reach').map(({ isOwed, on }) => [isOwed, on])
    ).toEqual([
      [false, '2026-12-02'],
      [false, '2026-12-02']
    ]);
  });

  test('at home is at most four of a kind, what is owed before what lies ahead, and nothing far ahead', () => {
    const one = (kind: Due['kind'], on: string, isOwed = false): Due => ({
      ...{ kind, on, isOwed, id: on, title: on, sentence: '', path: '' }
    });
    const due = [
      ...['01', '02', '03', '04', '05'].map((day) => one('test', `2026-02-${day}`, true)),
      one('value', '2026-04-01'),
      one('reach', '2026-04-02'),
      one('action', '2026-03-01', true)
    ];
    const { lines, more } = dueAtHome(due, '2026-03-02');
    expect(lines.map(({ kind }) => kind)).toEqual([
      'test',
      'test',
      'test',
      'test',
      'action',
      'value'
    ]);
    expect(more).toBe(1);
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
    expect(home.due.lines.map(({ title }) => title)).toEqual(['Late', 'Near']);
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
      return Promise.resolve(isTaken ? ok() : err('full'));
    };
    const remind = (isTaken: boolean, iso?: string) =>
      remindAll(iso === undefined ? world : at(world, iso), [place.id], origin, send(isTaken));
    expect(await remind(true)).toEqual({ sent: 0, failed: 0, why: null });
    await good(chooseReminder.run(actor, place.id, { isMailed: 'yes' }, world));
    expect(await remind(false)).toEqual({ sent: 0, failed: 1, why: 'full' });
    expect(await remind(true)).toMatchObject({ sent: 1, failed: 0 });
    expect(letters[0]).toMatchObject({
      to: `contributor@${place.slug}.example`,
      subject: `1 thing is owed in Fernhollow`
    });
    expect(letters[0]?.text).toContain('Test 1: A bag');
    expect(await remind(true, '2026-03-08T10:00:00.000Z')).toMatchObject({ sent: 0, failed: 0 });
    expect(await remind(true, '2026-03-09T10:00:00.000Z')).toMatchObject({ sent: 1, failed: 0 });
    await good(chooseReminder.run(actor, place.id, { isMailed: '' }, world));
    expect(await remind(true, '2026-04-09T10:00:00.000Z')).toMatchObject({ sent: 0, failed: 0 });
  });

  const one: Due = {
    kind: 'test',
    id: '1',
    title: 'A bag',
    sentence: 'Say what happened.',
    on: '2026-03-01',
    isOwed: false,
    path: '/improvement'
  };
  const fernhollow = { name: 'Fernhollow', slug: 'fernhollow' };
  const many = (count: number) => Array.from({ length: count }, () => ({ ...one, isOwed: true }));

  test('is not written when nothing is owed, and names at most twelve', () => {
    expect(reminderLetter([{ place: fernhollow, due: [one] }], origin)).toBeNull();
    expect(reminderLetter([{ place: fernhollow, due: many(15) }], origin)?.text).toContain(
      `And 3 more: ${origin}/p/fernhollow/due`
    );
  });

  test('is one about all the places that owe something, and silent about the others', () => {
    const places = [
      { place: fernhollow, due: many(1) },
      { place: { name: 'Longmere', slug: 'longmere' }, due: [one] },
      { place: { name: 'Rivermouth', slug: 'rivermouth' }, due: many(2) }
    ];
    const letter = reminderLetter(places, origin);
    expect(letter?.subject).toBe('3 things are owed in Fernhollow and Rivermouth');
    expect(letter?.text).toContain('This is owed in Rivermouth:');
    expect(letter?.text).not.toContain('Longmere');
  });
});

test('reviews of how a place is governed, commitments and policies of its partners are due on their days', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, reader } = place.people;
  const trust = { name: 'The trust', kind: 'health-board', mustApprove: '', takesUpAims: '' };
  const { id: bodyId } = await good(addBody.run(lead, place.id, trust, world));
  const form = { form: 'memorandum', ownerRole: 'The chair', reviewBy: '2026-02-20' };
  const { id: formId } = await good(addLegalForm.run(lead, place.id, form, world));
  expect(await addLegalForm.run(lead, place.id, form, world)).toEqual(
    err({ kind: 'one-form-already' })
  );
  const commitment = { bodyId, commitment: 'A post', reviewBy: '2026-04-01' };
  await good(addCommitment.run(lead, place.id, commitment, world));
  const policy = {
    bodyId,
    policy: 'insurance',
    standing: 'seen',
    seenOn: '2026-01-20',
    validUntil: '2026-02-28'
  };
  await good(addPolicy.run(lead, place.id, policy, world));
  expect(await addPolicy.run(lead, place.id, policy, world)).toMatchObject({
    error: { kind: 'taken', field: 'policy' }
  });

  const due = async () => {
    const all = await good(viewDue.run(reader, place.id, {}, world));
    return all.due.map(({ title, sentence, isOwed, path }) => [title, sentence, isOwed, path]);
  };
  const others = [
    [
      'Insurance: The trust',
      'It ended on 28 February 2026. Ask The trust for the next one.',
      true,
      '/plan/policies'
    ],
    [
      'A post',
      'To be looked at again by 1 April 2026. Partner: The trust.',
      false,
      '/plan/commitments'
    ]
  ];
  expect(await due()).toEqual([
    [
      'How the partnership is governed',
      'To be looked at again since 20 February 2026. Looked after by: The chair.',
      true,
      '/plan/arrangements'
    ],
    ...others
  ]);
  const review = { id: formId, reviewedOn: '2026-03-01', review: 'It fits', version: 1 };
  await good(reviewArrangements.run(lead, place.id, review, world));
  expect(await due()).toEqual(others);
  // A body of which something is written down stays.
  expect(await removeBody.run(lead, place.id, { id: bodyId }, world)).toMatchObject({
    error: { kind: 'in-use' }
  });
});

test('services that are to be listed are due for everybody, as their own for the member who was asked, until all are listed', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, contributor, reader } = place.people;
  const asked = {
    organisation: 'Vale Trust',
    contributor: 'Early years manager',
    personId: contributor.personId,
    dueOn: '2026-02-20',
    state: 'asked'
  };
  const { id } = await good(addAsk.run(lead, place.id, asked, world));
  await good(
    addAsk.run(lead, place.id, { organisation: 'Far', dueOn: '2026-05-01', state: 'some' }, world)
  );
  for (const state of ['whole', 'none-offered']) {
    await good(
      addAsk.run(lead, place.id, { organisation: state, dueOn: '2026-02-01', state }, world)
    );
  }
  // Whoever may not list services, and strangers, cannot be asked.
  for (const personId of [reader.personId, '00000000-0000-4000-8000-000000000001']) {
    const refused = { ...asked, organisation: 'Other', personId };
    expect(await addAsk.run(lead, place.id, refused, world)).toMatchObject({
      error: { kind: 'unknown-link', field: 'personId' }
    });
  }
  const due = async (who: typeof lead) => {
    const all = await good(viewDue.run(who, place.id, {}, world));
    return all.due.map(({ kind, title, sentence, isOwed, isOwn }) => [
      kind,
      title,
      sentence,
      isOwed,
      isOwn
    ]);
  };
  const there = ' Who lists them there: Early years manager.';
  const far = [
    'service-ask',
    'Far',
    'It is asked to list its services by 1 May 2026. Some are listed.',
    false,
    false
  ];
  expect(await due(contributor)).toEqual([
    [
      'service-ask',
      'Vale Trust',
      `You are asked to list its services by 20 February 2026.${there}`,
      true,
      true
    ],
    far
  ]);
  expect(await due(lead)).toEqual([
    [
      'service-ask',
      'Vale Trust',
      `It is asked to list its services by 20 February 2026.${there}`,
      true,
      false
    ],
    far
  ]);
  const asks = await good(viewAsks.run(reader, place.id, {}, world));
  expect(asks.map(({ organisation, by }) => [organisation, by])).toEqual([
    ['Far', ''],
    ['none-offered', ''],
    ['Vale Trust', 'contributor'],
    ['whole', '']
  ]);
  await good(changeAsk.run(lead, place.id, { ...asked, id, state: 'whole', version: 1 }, world));
  expect(await due(contributor)).toEqual([far]);
});
