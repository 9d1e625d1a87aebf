import {
  addMeasure,
  addMeasureValues,
  addProject,
  changePublicity,
  planTest
} from '#modules/improvement/server';
import { makePlanVersion } from '#modules/bodies/server';
import { addAim, addPlanPriority } from '#modules/delivery/server';
import { addIndicator, addValue } from '#modules/indicators/server';
import { makeApiToken } from '#modules/partnerships/server';
import { addService } from '#modules/maps/server';
import { addProgramme, recordCycle } from '#modules/reach/server';
import {
  changePublicPage,
  changeServicesFeed,
  chooseReminder,
  freezeAnnualReport,
  makeCalendarAddress,
  makeVersion,
  publishPublicPage,
  publishServicesFeed,
  publishVersion,
  viewPublicPage
} from '#modules/reports/server';
import {
  addBenchmark,
  closeBenchmarkRound,
  noteAnswer,
  openRound
} from '#modules/benchmarks/server';
import { addRollOut } from '#modules/rollout/server';
import { addSetting } from '#modules/settings/server';
import { changeSection } from '#modules/strategy/server';
import { addSurvey, addSurveyQuestion, closeSurvey, openSurvey } from '#modules/surveys/server';
import { inTransaction, type Tx } from '#platform/database';
import { sql } from 'kysely';
import { answersByLink } from '../support/answering.ts';
import { good } from '../support/good.ts';
import { testPlace, testWorld } from '../support/world.ts';

/**
 * A made-up place with hidden counts of every kind, all of it published that may be; and changes of those counts, each of which the rule
 * hides: whoever may not see counts must be answered the same before and after. It is 2 March 2026.
 */

/** Digits that stand nowhere else: shown to those who see counts, rounded to 48,615 for everybody else. */
export const unmistakable = '48613';

/** 3 and 4 of 40 are small, 0, 37 and 40 of 40 say nearly the same of everyone; 23 of 58 leaves as 25 of 60. */
const shares = [
  ['5/1/2026', '3', '40', 'Only three came'],
  ['12/1/2026', '23', '58', ''],
  ['19/1/2026', '0', '40', 'Nobody'],
  ['26/1/2026', '21', '58', ''],
  ['2/2/2026', '25', '58', ''],
  ['9/2/2026', '30', '58', ''],
  ['16/2/2026', '28', '58', ''],
  ['23/2/2026', '5', '40', '']
];

export async function hiddenPlace() {
  const world = await testWorld();
  const place = await testPlace(world, 'Hidden');
  const { coordinator, lead, contributor } = place.people;
  const lent = await good(
    addProject.run(contributor, place.id, { title: 'Bags of stories' }, world)
  );
  const projectId = lent.id;
  const measureOf = async (title: string, valueForm: string, cells: string[][]) => {
    const input = { projectId, title, kind: 'outcome', valueForm, direction: 'increase' };
    const { id } = await good(addMeasure.run(contributor, place.id, input, world));
    const headings =
      valueForm === 'share'
        ? ['Date', 'Numerator', 'Denominator', 'Note']
        : ['Date', 'Value', 'Note'];
    const values = { measureId: id, cells: [headings, ...cells] };
    await good(addMeasureValues.run(contributor, place.id, values, world));
    return id;
  };
  const measureId = await measureOf('Read to every day', 'share', shares);
  const countId = await measureOf('Bags lent', 'count', [
    ['5/1/2026', unmistakable, ''],
    ['12/1/2026', '3', 'Three bags'],
    ['19/1/2026', '22', '']
  ]);
  const plan = {
    projectId,
    changeTried: 'Lend a bag',
    plannedFor: '2026-02-23',
    predictions: [{ question: '', prediction: 'It helps' }]
  };
  const { id: testId } = await good(planTest.run(contributor, place.id, plan, world));

  const heading = { title: 'Talk and play', factors: [] };
  const { id: planPriorityId } = await good(addPlanPriority.run(lead, place.id, heading, world));
  const bedtime = { planPriorityId, title: 'A story at bedtime' };
  const { id: aimId } = await good(addAim.run(lead, place.id, bedtime, world));
  const kept = { title: 'The plan', reasons: ['first'] };
  const { id: versionId } = await good(makePlanVersion.run(lead, place.id, kept, world));

  const indicator = {
    title: 'Reviewed in time',
    unit: 'percent',
    betterWhen: 'high',
    frequency: 'calendar-year',
    groups: 'Eligible\nNot eligible'
  };
  const { id: indicatorId } = await good(addIndicator.run(lead, place.id, indicator, world));
  for (const [period, breakdown, numerator, denominator, area = ''] of [
    ['2022', 'all', '23', '58'],
    ['2023', 'all', '27', '66'],
    ['2023', 'eligible', '5', '20'],
    ['2023', 'not-eligible', '22', '46'],
    ['2024', 'all', '44', '120'],
    ['2024', 'all', '3', '40', 'North'],
    ['2024', 'all', '41', '80', 'South'],
    ['2025', 'all', '3', '40']
  ] as const) {
    const value = { indicatorId, period, breakdown, numerator, denominator, area };
    await good(addValue.run(contributor, place.id, value, world));
  }

  const programme = {
    title: 'Sing and Play',
    rhythm: 'monthly',
    stages: 'Could come\nCame once\nCame to the end',
    servedStage: '1',
    groups: 'Poorest half\nOther half',
    bands: '1 to 3\n4 or more',
    outcome: 'Sings at home'
  };
  const { id: programmeId } = await good(addProgramme.run(lead, place.id, programme, world));
  const cycle = {
    programmeId,
    startsOn: '2026-02-01',
    counts: ['90', '60', '5'],
    bands: ['4', '56'],
    groupEligible: ['30', '60'],
    groupServed: ['5', '55'],
    beforeYes: '5',
    beforeAsked: '30',
    note: 'Five stayed'
  };
  await good(recordCycle.run(contributor, place.id, cycle, world));

  const survey = {
    title: 'Singing at home',
    askedBy: 'Hidden',
    why: 'To plan',
    whatNext: 'We read it',
    forWhom: 'parents',
    saidBy: 'parent',
    contact: 'the hub',
    closesOn: '2026-03-31',
    keepUntil: '2027-03-31'
  };
  const { id: surveyId } = await good(addSurvey.run(lead, place.id, survey, world));
  const { id: questionId } = await good(
    addSurveyQuestion.run(
      lead,
      place.id,
      {
        surveyId,
        kind: 'one',
        text: 'How often?',
        options: 'Every day\nSome days\nSeldom\nNever',
        required: 'yes'
      },
      world
    )
  );
  const { token: surveyToken } = await good(
    openSurvey.run(lead, place.id, { id: surveyId }, world)
  );
  for (const chosen of ['0', '1', '2', '3'].flatMap((option, at) =>
    Array.from({ length: [14, 3, 5, 12][at] ?? 0 }, () => option)
  )) {
    const answers = { [`q-${questionId}`]: chosen, agreed: 'yes', consentNumber: '1' };
    await good(answersByLink(world, surveyToken, answers));
  }
  // Until then nothing of it leaves.
  await good(closeSurvey.run(lead, place.id, { id: surveyId }, world));
  const rollOut = { title: 'Story bag', startedOn: '2026-01-05', parts: 'Bag', scale: 'Some\nAll' };
  const { id: rollOutId } = await good(addRollOut.run(lead, place.id, rollOut, world));
  const nursery = { name: 'Brook Nursery', kind: 'nursery', area: 'North' };
  const { id: settingId } = await good(addSetting.run(lead, place.id, nursery, world));
  const asks = {
    title: 'How we work with families',
    askedBy: 'Fernhollow',
    why: 'To plan.',
    contact: 'The early years team',
    approaches: 'Story bags',
    howWell: 'Not well\nWell'
  };
  const { id: benchmarkId } = await good(addBenchmark.run(lead, place.id, asks, world));
  const opens = { benchmarkId, title: 'Baseline', closesOn: '2026-03-31' };
  const { id: roundId } = await good(openRound.run(lead, place.id, opens, world));
  const fields = { uses: ['0'], wantsSupport: 'no', saidBy: 'Head of centre' };
  await good(noteAnswer.run(lead, place.id, { roundId, settingId, fields }, world));
  // Until then nothing of it leaves to be shared.
  await good(closeBenchmarkRound.run(lead, place.id, { id: roundId }, world));

  const vision = { section: 'vision', text: 'We hope.' };
  await good(changeSection.run(lead, place.id, vision, world));
  const shown = {
    id: projectId,
    isPublic: 'yes',
    publicSummary: 'Nurseries lend a bag.',
    version: 1
  };
  await good(changePublicity.run(lead, place.id, shown, world));
  const choices = { introduction: 'Every child enjoys a story.', indicators: [indicatorId] };
  await good(changePublicPage.run(lead, place.id, choices, world));
  const rhymes = { name: 'Rhyme Time', organisation: 'Libraries', address: 'Mill Hall' };
  const { id: serviceId } = await good(addService.run(contributor, place.id, rhymes, world));
  const feed = { services: [serviceId] };
  await good(changeServicesFeed.run(lead, place.id, feed, world));
  const { token: calendarToken } = await good(
    makeCalendarAddress.run(contributor, place.id, {}, world)
  );
  await good(chooseReminder.run(contributor, place.id, { isMailed: 'yes' }, world));
  const token = { name: 'Report', purpose: 'A test', life: '30' };
  const { secret } = await good(makeApiToken.run(coordinator, place.id, token, world));

  /** Publishes page, strategy and feed as they stand now. */
  async function publish() {
    await good(publishServicesFeed.run(lead, place.id, {}, world));
    await good(publishPublicPage.run(lead, place.id, {}, world));
    const approved = { title: 'Ours', note: '', approvedBy: 'The board', approvedOn: '2026-02-20' };
    const { id } = await good(makeVersion.run(lead, place.id, approved, world));
    await good(publishVersion.run(lead, place.id, { id }, world));
  }

  const change = (work: (tx: Tx) => Promise<unknown>) =>
    inTransaction(
      world,
      { partnershipId: place.id, personId: coordinator.personId, now: world.clock() },
      'write',
      work
    );
  const value = (id: string, on: string, numbers: object) =>
    change((tx) =>
      tx
        .updateTable('measureValue')
        .set(numbers)
        .where('partnershipId', '=', place.id)
        .where('measureId', '=', id as never) // the id that its command gave
        .where('measuredOn', '=', on)
        .execute()
    );
  const own = (period: string, breakdown: string, area: string, part: number, whole: number) =>
    change((tx) =>
      tx
        .updateTable('indicatorValue')
        .set({ numerator: part, denominator: whole, value: (100 * part) / whole })
        .where('partnershipId', '=', place.id)
        .where('period', '=', period)
        .where('breakdown', '=', breakdown)
        .where('area', '=', area)
        .execute()
    );

  // Once everything is recorded: what is frozen is what the rule lets through of it.
  const year = { from: '2025-03-03', until: '2026-03-02', nextYear: 'More stories' };
  const { id: annualId } = await good(freezeAnnualReport.run(lead, place.id, year, world));
  return {
    world,
    place,
    publish,
    viewPublic: () => good(viewPublicPage.run(lead, place.id, {}, world)),
    secret,
    /** What the parts of addresses in brackets stand for. */
    ids: {
      partnership: place.slug,
      place: place.slug,
      project: projectId,
      measure: [measureId, countId],
      test: testId,
      cycle: testId,
      indicator: indicatorId,
      aim: aimId,
      annual: annualId,
      version: versionId,
      pack: ['ten-steps', 'scottish-plan-criteria', 'best-start-local-plan'],
      table: ['values', 'trend', 'gap', 'beside'],
      programme: programmeId,
      survey: surveyId,
      rollOut: rollOutId,
      benchmark: benchmarkId,
      round: roundId,
      setting: settingId,
      rest: 'people',
      feed: ['', 'services', `services/${serviceId}`],
      import: world.newId(),
      workshop: world.newId()
    },
    tokens: { calendar: calendarToken, survey: surveyToken },
    /** Changes of hidden counts. Each leaves everything else as it was. */
    changes: {
      'a small part of a share': () =>
        value(measureId, '2026-01-05', { numerator: 4, note: 'Only four came' }),
      'nobody to everybody': () =>
        value(measureId, '2026-01-19', { numerator: 40, note: 'Everybody' }),
      'everybody to all but a few': () =>
        value(measureId, '2026-01-19', { numerator: 37, note: 'Nearly all' }),
      'a rounded count by one': () => value(countId, '2026-01-05', { value: 48614 }),
      'a small count': () => value(countId, '2026-01-12', { value: 6, note: 'Six bags' }),
      'the latest figure of an own indicator': () => own('2025', 'all', '', 5, 40),
      'a small group against the other, all unchanged': async () => {
        await own('2023', 'eligible', '', 4, 20);
        await own('2023', 'not-eligible', '', 21, 46);
        await own('2023', 'all', '', 25, 66);
      },
      'a small area against the others': async () => {
        await own('2024', 'all', 'North', 4, 40);
        await own('2024', 'all', 'South', 40, 80);
      },
      'a stage, a band, a group and an outcome of a programme': () =>
        change((tx) =>
          tx
            .updateTable('reachCycle')
            .set({
              lists: JSON.stringify({
                counts: [90, 60, 4],
                bands: [5, 55],
                engagement: [],
                groupEligible: [30, 60],
                groupServed: [4, 56]
              }),
              beforeYes: 4,
              note: 'Four stayed'
            })
            .where('partnershipId', '=', place.id)
            .execute()
        ),
      'an answer from one small option to the other': () =>
        change((tx) =>
          sql`update survey_response set answers = jsonb_set(answers, array[${questionId}], '2')
              where partnership_id = ${place.id} and id = (
                select id from survey_response
                where partnership_id = ${place.id} and answers ->> ${questionId} = '1' limit 1)`.execute(
            tx
          )
        )
    } satisfies Readonly<Record<string, () => Promise<unknown>>>
  };
}
