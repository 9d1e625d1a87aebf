import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suggestProgress, type ProgressFacts } from './progress.ts';
import { progressDrawing, progressSentence } from './progress-drawing.ts';
import { readScale } from './scale.ts';
import { milestoneSentence, suggestionSentence, teamGapSentences } from './sentences.ts';
import type { MemberPart } from './types.ts';

const nothing: ProgressFacts = {
  teamSize: 0,
  hasAim: false,
  plans: 0,
  testsStudied: 0,
  isUsualWay: false,
  measuresWithValues: 0,
  processImproved: null,
  outcomeImproved: null,
  timesAtGoal: 0
};

describe('what the records suggest', () => {
  // Worked by hand along docs/methods/progress-score.md.
  test.each<[Partial<ProgressFacts>, string]>([
    [{}, 'The records suggest 0.5: a team and a whole aim are not recorded yet.'],
    [{ teamSize: 4, hasAim: true }, 'The records suggest 1: a team of 4 and the aim are recorded.'],
    [
      { teamSize: 1, hasAim: true },
      'The records suggest 0.5: a team and a whole aim are not recorded yet.'
    ],
    [
      { plans: 3 },
      'The records suggest 1.5: 3 ideas, drivers, measures and tests written down, no measure has values yet.'
    ],
    [
      { plans: 5, testsStudied: 2 },
      'The records suggest 1.5: 2 tests studied, no measure has values yet.'
    ],
    [
      { plans: 5, measuresWithValues: 1 },
      'The records suggest 2: 1 measure with values, no test is studied yet.'
    ],
    [
      { testsStudied: 1, measuresWithValues: 2, outcomeImproved: false },
      'The records suggest 2.5: 1 test studied, 2 measures with values, no chart shows a lasting difference.'
    ],
    [
      { testsStudied: 3, measuresWithValues: 2, processImproved: true, outcomeImproved: false },
      'The records suggest 3: 3 tests studied, 2 measures with values, a process measure shows a lasting change for the better, no outcome measure does.'
    ],
    [
      { testsStudied: 3, measuresWithValues: 1, outcomeImproved: true, timesAtGoal: 2 },
      'The records suggest 3.5: 3 tests studied, 1 measure with values, an outcome measure shows a lasting change for the better, its latest values are not at the goal, or it has none.'
    ],
    [
      {
        testsStudied: 4,
        measuresWithValues: 2,
        outcomeImproved: true,
        timesAtGoal: 5,
        isUsualWay: true
      },
      'The records suggest 4: 4 tests studied, 2 measures with values, an outcome measure shows a lasting change for the better, its latest 5 values in a row are at the goal or beyond.'
    ],
    [
      { testsStudied: 4, measuresWithValues: 2, outcomeImproved: true, timesAtGoal: 9 },
      'The records suggest 4: 4 tests studied, 2 measures with values, an outcome measure shows a lasting change for the better, its latest 9 values in a row are at the goal or beyond, no change is kept yet after a test with everyone.'
    ],
    [
      {
        testsStudied: 4,
        measuresWithValues: 2,
        outcomeImproved: true,
        timesAtGoal: 6,
        isUsualWay: true
      },
      'The records suggest 4.5: 4 tests studied, 2 measures with values, an outcome measure shows a lasting change for the better, its latest 6 values in a row are at the goal or beyond, a change is kept after a test with everyone.'
    ]
  ])('%j', (facts, sentence) => {
    expect(suggestionSentence(suggestProgress({ ...nothing, ...facts }))).toBe(sentence);
  });

  const anyFacts: fc.Arbitrary<ProgressFacts> = fc.record({
    teamSize: fc.nat(9),
    hasAim: fc.boolean(),
    plans: fc.nat(9),
    testsStudied: fc.nat(9),
    isUsualWay: fc.boolean(),
    measuresWithValues: fc.nat(4),
    processImproved: fc.constantFrom(true, false, null),
    outcomeImproved: fc.constantFrom(true, false, null),
    timesAtGoal: fc.nat(12)
  });

  test('is a half step from 0.5 to 4.5, always with a reason, and never a 5', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, reasons } = suggestProgress(facts);
        expect(Number.isInteger(score * 2)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0.5);
        expect(score).toBeLessThanOrEqual(4.5);
        expect(reasons.length).toBeGreaterThan(0);
      })
    );
  });

  test('does not fall when one more test is studied or the outcome gets better', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = suggestProgress(facts).score;
        const more = { ...facts, testsStudied: facts.testsStudied + 1 };
        expect(suggestProgress(more).score).toBeGreaterThanOrEqual(before);
        const better = { ...facts, outcomeImproved: true };
        expect(suggestProgress(better).score).toBeGreaterThanOrEqual(before);
      })
    );
  });
});

test('the scale has ten steps in order, each in words', () => {
  const file = path.resolve(
    import.meta.dirname,
    '../../../content/improvement/progress-score/scale.json'
  );
  const read = readScale(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.map(({ score }) => score)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
  expect(readScale({ steps: read.value.slice(1) }).ok).toBe(false);
  expect(readScale('no scale').ok).toBe(false);
});

describe('the scores over time', () => {
  const scores = [
    { number: 1, scoredOn: '2026-04-13', score: 1 },
    { number: 2, scoredOn: '2026-07-01', score: 2.5 },
    // Given later, for a day before.
    { number: 3, scoredOn: '2026-05-01', score: 1.5 }
  ];

  test('are drawn as steps in the order of their days, up to today', () => {
    const { marks, description } = progressDrawing(scores, '2026-08-01', 'Progress');
    const steps = marks.find((mark) => mark.kind === 'line' && mark.ink === 'ink');
    if (steps?.kind !== 'line') throw new Error('no steps');
    const corners = steps.path.flatMap((corner) => (corner === null ? [] : [corner]));
    expect(corners).toHaveLength(1 + 2 + 2 + 1);
    const across = corners.map(([x]) => x);
    expect(across).toEqual(across.toSorted((one, other) => one - other));
    const heights = corners.map(([, y]) => y);
    expect(heights).toEqual(heights.toSorted((one, other) => other - one));
    expect(description).toBe('Scored 3 times: from 1 on 13 April 2026 to 2.5 of 5 on 1 July 2026.');
  });

  test('are told in words when there is one, or none', () => {
    expect(progressSentence(scores.slice(0, 1))).toBe('Scored once: 1 of 5 on 13 April 2026.');
    expect(progressSentence([])).toBe('Nobody has scored this project yet.');
    expect(progressDrawing([], '2026-08-01', 'Progress').marks.length).toBeGreaterThan(0);
  });
});

test('a team is told what it lacks', () => {
  const member = (part: MemberPart) => ({ part });
  expect(teamGapSentences([])).toEqual(['Nobody is recorded in the team yet.']);
  expect(teamGapSentences([member('lead')])).toEqual([
    'There is no sponsor who clears the way.',
    'No parent or carer is in the team.'
  ]);
  expect(teamGapSentences([member('sponsor'), member('day-to-day'), member('family')])).toEqual([]);
});

test('a milestone says where it stands', () => {
  const one = { dueOn: '2026-05-01' };
  expect(milestoneSentence({ ...one, doneOn: null }, '2026-04-01')).toBe('Due on 1 May 2026');
  expect(milestoneSentence({ ...one, doneOn: null }, '2026-05-02')).toBe('Was due on 1 May 2026');
  expect(milestoneSentence({ ...one, doneOn: '2026-05-03' }, '2026-06-01')).toBe(
    'Reached on 3 May 2026'
  );
});
