import { parse } from '#platform/command';
import { changeSeen } from '#modules/charts';
import { describe, expect, test } from 'vitest';
import { analyseMeasure, chartSpecOf, marksOf } from './measures/measure-chart.ts';
import { someMeasure, someTest, someValue } from './builders.ts';
import {
  collate,
  familyOrder,
  isHindsight,
  isTestOwed,
  isValueOwed,
  leadMeasure,
  nextRampStep,
  nextStepOf,
  nextValueDue,
  onRamp,
  missingKinds
} from './rules.ts';
import { studyInput } from './schema.ts';
import { collationSentence } from './sentences.ts';
import type { WasImprovement } from './types.ts';

describe('a test of change', () => {
  test.each([
    { status: 'planned', decision: null, rampStep: '1', next: 'do' },
    { status: 'done', decision: null, rampStep: '1', next: 'study' },
    { status: 'studied', decision: null, rampStep: '1', next: 'act' },
    { status: 'acted', decision: 'adopt', rampStep: '1', next: 'next-test' },
    { status: 'acted', decision: 'adapt', rampStep: 'all', next: 'next-test' },
    { status: 'acted', decision: 'adopt', rampStep: 'all', next: 'nothing' },
    { status: 'acted', decision: 'abandon', rampStep: '5', next: 'nothing' }
  ] as const)('that is $status ($decision, at $rampStep) calls for $next', ({ next, ...given }) => {
    expect(nextStepOf(given)).toBe(next);
  });

  test.each([
    { decision: 'adopt', rampStep: '1', step: '5' },
    { decision: 'adopt', rampStep: '25', step: 'all' },
    { decision: 'adapt', rampStep: '5', step: '5' },
    { decision: 'undecided', rampStep: '5', step: '5' },
    { decision: 'abandon', rampStep: '5', step: null }
  ] as const)('with $decision at $rampStep goes on with $step', ({ step, ...given }) => {
    expect(nextRampStep(given)).toBe(step);
  });

  test('stands on its step of the ramp, in order', () => {
    const tests = [
      { number: 3, rampStep: '1' },
      { number: 1, rampStep: '1' },
      { number: 2, rampStep: '5' }
    ] as const;
    expect(
      onRamp(tests).map(({ step, tests: on }) => [step, on.map(({ number }) => number)])
    ).toEqual([
      ['1', [1, 3]],
      ['5', [2]],
      ['25', []],
      ['all', []]
    ]);
  });

  test('is owed from the day after it was planned for', () => {
    const planned = { status: 'planned', plannedFor: '2026-03-01' } as const;
    expect(isTestOwed(planned, '2026-03-01')).toBe(false);
    expect(isTestOwed(planned, '2026-03-02')).toBe(true);
    expect(isTestOwed({ ...planned, status: 'done' }, '2026-03-02')).toBe(false);
  });

  test('predicted only after it was done is shown as recollected', () => {
    const written = { writtenAt: new Date('2026-03-02T09:00:00Z') };
    expect(isHindsight(written, '2026-03-01')).toBe(true);
    expect(isHindsight(written, '2026-03-02')).toBe(false);
    expect(isHindsight(written, null)).toBe(false);
  });
});

describe('tests counted together', () => {
  const studied = (wasImprovement: WasImprovement | null) =>
    someTest({ status: 'acted', carriedOut: 'as-planned', wasImprovement });
  const done = someTest({ status: 'done', carriedOut: 'with-changes' });
  const planned = someTest({ status: 'planned' });
  // Somebody recorded that it did not take place, and had to choose an answer all the same.
  const calledOff = someTest({
    status: 'acted',
    carriedOut: 'not-carried-out',
    wasImprovement: 'no'
  });

  test.each([
    {
      about: 'those that did not help beside those that did',
      tests: [studied('yes'), studied('no'), studied('no'), studied('cannot-tell'), done],
      counts: { helped: 1, didNotHelp: 2, cannotTell: 1, notSaid: 1, all: 5, notTried: 0 },
      sentence:
        '5 tests: 1 helped, 2 did not help, for 1 nobody can tell yet, for 1 nobody has said yet. What did not help is learnt as well.'
    },
    {
      about: 'only those that have happened',
      tests: [studied('yes'), planned, calledOff],
      counts: { helped: 1, didNotHelp: 0, cannotTell: 0, notSaid: 0, all: 1, notTried: 2 },
      sentence:
        '1 test: 1 helped, 0 did not help. What did not help is learnt as well. 2 more have not been tried yet.'
    },
    {
      about: 'none while they are only planned',
      tests: [planned],
      counts: { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, all: 0, notTried: 1 },
      sentence: 'The one test recorded has not been tried yet.'
    },
    {
      about: 'none where there is none',
      tests: [],
      counts: { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, all: 0, notTried: 0 },
      sentence: 'No test has been recorded yet.'
    }
  ])('are $about', ({ tests, counts, sentence }) => {
    expect(collate(tests)).toEqual(counts);
    expect(collationSentence(counts)).toBe(sentence);
  });
});

describe('a measure', () => {
  const weekly = { frequency: 'weekly', createdAt: new Date('2026-01-05T10:00:00Z') } as const;

  test('owes a value once its rhythm is broken', () => {
    expect(nextValueDue(weekly, '2026-03-01')).toBe('2026-03-09');
    expect(isValueOwed(weekly, '2026-03-01', '2026-03-09')).toBe(false);
    expect(isValueOwed(weekly, '2026-03-01', '2026-03-10')).toBe(true);
  });

  test('without any value owes one from when it was set up', () => {
    expect(isValueOwed(weekly, null, '2026-01-14')).toBe(true);
  });

  test('without a rhythm owes nothing', () => {
    expect(isValueOwed({ ...weekly, frequency: 'irregular' }, null, '2030-01-01')).toBe(false);
  });

  test('that speaks for a project is its outcome with most values', () => {
    const measures = [
      { kind: 'process', valueCount: 40 },
      { kind: 'outcome', valueCount: 0 },
      { kind: 'outcome', valueCount: 3 },
      { kind: 'outcome', valueCount: 12 }
    ] as const;
    expect(leadMeasure(measures)).toBe(measures[3]);
    expect(leadMeasure(measures.slice(1, 2))).toBeNull();
  });
});

describe('the chart of a measure', () => {
  /** Ten values around 50, then ten around 70: a shift that the rules must see. */
  const shifted = [50, 48, 52, 49, 51, 50, 47, 53, 50, 49, 70, 68, 72, 69, 71, 70, 67, 73, 70, 69];
  const values = shifted.map((value, index) => someValue(index, { kind: 'value', value }));

  test('shows a sustained shift as an improvement', () => {
    const analysis = analyseMeasure({ measure: someMeasure(), values, phases: [] });
    expect(analysis.ok && changeSeen(analysis.value)).toBe('better');
  });

  test('shows the same shift as a change for the worse where less is better, and as neither where neither is', () => {
    for (const [direction, seen] of [
      ['decrease', 'worse'],
      ['neutral', 'no-better']
    ] as const) {
      const analysis = analyseMeasure({ measure: someMeasure({ direction }), values, phases: [] });
      expect(analysis.ok && changeSeen(analysis.value)).toBe(seen);
    }
  });

  test('shows the shift also where the longest run is the early one', () => {
    const analysis = analyseMeasure({
      measure: someMeasure(),
      values: values.slice(0, 17),
      phases: []
    });
    expect(analysis.ok && changeSeen(analysis.value)).toBe('better');
  });

  test('with a new phase at a better level still counts as improved', () => {
    const startsOn = values[10]?.measuredOn ?? '';
    const phase = { id: 'p', measureId: someMeasure().id, startsOn, reason: 'Book bags' };
    const analysis = analyseMeasure({ measure: someMeasure(), values, phases: [phase] });
    expect(analysis.ok && analysis.value.phases.map(({ centre }) => centre)).toEqual([50, 70]);
    expect(analysis.ok && changeSeen(analysis.value)).toBe('better');
  });

  const seenWith = (figures: readonly number[], phaseAt: number) => {
    const taken = figures.map((value, index) => someValue(index, { kind: 'value', value }));
    const startsOn = taken[phaseAt]?.measuredOn ?? '';
    const phase = { id: 'p', measureId: someMeasure().id, startsOn, reason: 'Book bags' };
    const analysis = analyseMeasure({ measure: someMeasure(), values: taken, phases: [phase] });
    return analysis.ok && changeSeen(analysis.value);
  };
  const before = shifted.slice(0, 10);

  test('with a new phase of a better level is no change before chance is ruled out', () => {
    expect(seenWith([...before, 70, 71], 10)).toBe('too-few');
    expect(seenWith([...before, 53, 46, 52, 47, 54, 45, 55, 51, 52, 48], 10)).toBe('none');
    expect(seenWith([...before, ...before.map((value) => value - 20)], 10)).toBe('worse');
  });

  test('with a gain that was lost again is no change for the better', () => {
    const lost = [...shifted, ...before.map((value) => value - 5), ...before];
    expect(seenWith(lost, 10)).not.toBe('better');
  });

  test('of a few values does not tell yet', () => {
    const analysis = analyseMeasure({
      measure: someMeasure(),
      values: values.slice(0, 5),
      phases: []
    });
    expect(analysis.ok && changeSeen(analysis.value)).toBe('too-few');
  });

  test('freezes as many values as lie up to the date of the baseline', () => {
    const measure = someMeasure({ frozenThrough: values[11]?.measuredOn ?? null });
    expect(chartSpecOf({ measure, values, phases: [] }).freeze).toBe(12);
  });

  test('shows a share as a percentage and keeps its counts', () => {
    const ratio = someValue(0, { kind: 'ratio', numerator: 14, denominator: 20 });
    const spec = chartSpecOf({
      measure: someMeasure({ valueForm: 'share' }),
      values: [ratio],
      phases: []
    });
    expect(spec).toMatchObject({ multiply: 100, unit: '%', points: [{ y: 14, n: 20 }] });
  });

  test('leaves a value out of the calculation, and shows a missing one with its reason', () => {
    const left = { ...someValue(0, { kind: 'value', value: 3 }), status: 'left-out' } as const;
    const missing = someValue(1, { kind: 'missing', why: 'not-collected' });
    const spec = chartSpecOf({ measure: someMeasure(), values: [left, missing], phases: [] });
    expect(spec.points).toMatchObject([
      { y: 3, excluded: true },
      { y: null, whyMissing: 'not-collected' }
    ]);
  });

  test('marks the tests of its project that lie between its values', () => {
    const first = values[0]?.measuredOn ?? '';
    const marks = marksOf(
      values,
      [],
      [
        { number: 1, changeTried: 'One family', doneOn: first },
        { number: 2, changeTried: 'Five families', doneOn: '2031-01-01' },
        { number: 3, changeTried: 'Not done yet', doneOn: null }
      ]
    );
    expect(marks).toEqual([{ x: first, kind: 'cycle', label: 'Test 1: One family' }]);
  });
});

test('a text that may let somebody be recognised is named with its field', () => {
  const answer = parse(studyInput, {
    testId: '00000000-0000-4000-8000-000000000000',
    results: [{ result: 'Mum asked us to write to somebody@example.org' }],
    wasImprovement: 'yes',
    version: 1
  });
  expect(answer).toMatchObject({
    error: { issues: [{ message: '“Result 1” may hold an e-mail address.' }, {}] }
  });
});

describe('a family of measures', () => {
  test('names the kinds it lacks', () => {
    expect(missingKinds([{ kind: 'process' }, { kind: 'outcome' }])).toEqual(['balancing']);
    expect(missingKinds([])).toEqual(['outcome', 'process', 'balancing']);
  });

  test('stands in its order, whatever was added first', () => {
    const family = (['balancing', 'process', 'outcome'] as const).map((kind) => ({
      measure: { kind }
    }));
    expect(familyOrder(family).map(({ measure }) => measure.kind)).toEqual([
      'outcome',
      'process',
      'balancing'
    ]);
  });
});
