import { defaultRule } from '#modules/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someCycle, someProgramme } from './builders.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawGroups } from './draw-groups.ts';
import { followedShares, funnelOf, outcomeIn, reachByGroup, receivedIn } from './figures.ts';
import { parseCycles, tellCycleColumns, underCycleHeadings } from './parse-cycles.ts';
import { misfitsOf } from './rules.ts';
import { changeSentence, cycleRowSentence, largestLoss, leastServed } from './sentences.ts';
import { analyseShare } from './share-chart.ts';
import { sharedLines, safeReachTable } from './shared.ts';
import { cyclesTable } from './tables.ts';

const programme = someProgramme();
const october = someCycle('2026-10-01');

// The worked example of docs/methods/reach.md, by hand.
describe('the figures of a cycle', () => {
  test('are shares of the first stage and of the one before', () => {
    expect(
      funnelOf(programme, october).map(({ count, ofFirst, ofPrevious }) => [
        count,
        ofFirst,
        ofPrevious && Math.round(ofPrevious)
      ])
    ).toEqual([
      [100, null, null],
      [83, 83, 83],
      [58, 58, 70],
      [30, 30, 52]
    ]);
  });

  test('are retention 41 of 58, 5.3 sessions each, 309 of 464 attended, and 40 of 58 taking part', () => {
    const received = receivedIn(programme, october);
    expect(received.retention).toBeCloseTo(70.69, 2);
    expect(received.sessionsEach).toBeCloseTo(5.33, 2);
    expect(received.attendance).toBeCloseTo(66.59, 2);
    expect(received.engaged).toBeCloseTo(68.97, 2);
    expect(received.completed).toBeCloseTo(51.72, 2);
    expect(outcomeIn(october).change).toBeCloseTo(64.58 - 32.08, 1);
  });

  test('set each group’s share of those served against its share of those who could come', () => {
    const [poorest, other] = reachByGroup(programme, october);
    // 23 of 58 is 39.7%; 60 of 100 could come.
    expect(poorest?.gap).toBeCloseTo(-20.3, 1);
    expect(other?.gap).toBeCloseTo(20.3, 1);
    expect(leastServed(programme, october)?.group).toBe('Poorest half');
  });

  // Worked by hand: of 100 who could come 60 are of the group, 58 are served: 34.8 expected, standard deviation 2.43. 1.96 of them are
  // 4.76: 30 lies 4.8 below and 31 lies 3.8 below.
  test.each([
    { served: 30, least: 'Poorest half' },
    { served: 31, least: undefined }
  ])('name no group that chance could have left behind: $served', ({ served, least }) => {
    const cycle = someCycle('2026-10-01', { groupServed: [served, 58 - served] });
    expect(leastServed(programme, cycle)?.group).toBe(least);
    expect(changeSentence(programme, cycle, null).includes('Least served')).toBe(
      least !== undefined
    );
  });

  test('are not known where a count is missing, and never zero', () => {
    const gaps = someCycle('2026-10-01', {
      counts: [100, null, 58, null],
      groupServed: [23, null],
      retained: null
    });
    expect(funnelOf(programme, gaps).map(({ ofPrevious }) => ofPrevious)).toEqual([
      null,
      null,
      null,
      null
    ]);
    expect(reachByGroup(programme, gaps).map(({ gap }) => gap)).toEqual([null, null]);
    expect(receivedIn(programme, gaps)).toMatchObject({ retention: null, completed: null });
    expect(misfitsOf(programme, gaps)).toEqual([]);
  });
});

describe('what cannot be', () => {
  test.each([
    { parts: { counts: [100, 120, 58, 30] }, field: 'counts.1' },
    { parts: { counts: [50, null, 58, 30] }, field: 'counts.2' },
    { parts: { retained: 59 }, field: 'retained' },
    { parts: { bands: [40, 38] }, field: 'bands.0' },
    { parts: { groupServed: [20, 38], groupEligible: [60, 37] }, field: 'groupServed.1' },
    { parts: { sessionsAttended: 500 }, field: 'sessionsAttended' },
    { parts: { beforeYes: 60 }, field: 'beforeYes' },
    { parts: { afterAsked: null }, field: 'afterAsked' }
  ])('is named beside $field', ({ parts, field }) => {
    expect(misfitsOf(programme, someCycle('2026-10-01', parts)).map((one) => one.field)).toContain(
      field
    );
  });

  test('is nothing in counts that fit', () => {
    expect(misfitsOf(programme, october)).toEqual([]);
  });
});

describe('what changed', () => {
  test('is said in a sentence, without calling it a trend', () => {
    const september = someCycle('2026-09-01', { counts: [103, 82, 56, 28] });
    expect(changeSentence(programme, october, september)).toBe(
      'October 2026: 58 families were served, 2 more than before; 52% of them reached “Came to the end” (2 points more). “Sings on most days”: 32% of those asked before, 65% of those asked afterwards. Least served: Poorest half, 20 points below its share.'
    );
    expect(changeSentence(programme, october, null)).toMatch(
      /^October 2026: 58 families were served; 52%/
    );
    expect(largestLoss(programme, october)).toMatchObject({ from: 'Came once', lost: 28, of: 58 });
  });

  test.each([
    { served: 0, words: 'October 2026: none of the families were served' },
    { served: 1, words: 'October 2026: 1 of the families was served' }
  ])('of $served who were served is said in English', ({ served, words }) => {
    const cycle = someCycle('2026-10-01', { counts: [103, 82, served, null] });
    expect(changeSentence(programme, cycle, null)).toContain(words);
  });

  test('over time is a P chart, where a cycle without a count is missing', () => {
    const cycles = Array.from({ length: 12 }, (_, at) =>
      someCycle(
        `2025-${String(at + 1).padStart(2, '0')}-01`,
        at === 3 ? { counts: [100, 83, null, null] } : {}
      )
    );
    expect(followedShares(programme).map(({ id }) => id)).toEqual([
      'completed',
      'retained',
      'stage-1',
      'stage-2',
      'stage-3',
      'outcome'
    ]);
    const answer = analyseShare(programme, cycles, 'completed');
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value.phases[0]?.centre).toBeCloseTo(51.72, 1);
    expect(analyseShare(programme, [], 'completed').ok).toBe(false);
  });
});

describe('drawings', () => {
  test('show counts and shares in words, the other cycle as an outline', () => {
    const now = { name: 'October', steps: funnelOf(programme, october) };
    for (const size of ['wide', 'narrow'] as const) {
      const svg = drawFunnel({ id: 'f', title: 'T', says: 'S', now, beside: now, size }) ?? '';
      expect(svg).toContain('70% of the stage before');
      expect(svg).toContain('stroke-dasharray="4 2"');
      const groups =
        drawGroups({
          id: 'g',
          title: 'T',
          says: 'S',
          groups: reachByGroup(programme, october),
          size
        }) ?? '';
      expect(groups).toContain('20 points below its share');
    }
    const none = { name: 'N', steps: funnelOf(programme, { counts: [] }) };
    expect(
      drawFunnel({ id: 'f', title: 'T', says: 'S', now: none, beside: null, size: 'wide' })
    ).toBeNull();
  });
});

describe('what may leave of a cycle that was corrected', () => {
  const amounts = someProgramme({
    stages: ['Could come', 'Came'],
    servedStage: 1,
    retentionSessions: null,
    bands: ['Few', 'Some', 'Many'],
    engagementScale: [],
    groups: [],
    outcome: 'Sings'
  });
  const ofAmounts = (bands: number[], over: object = {}) =>
    someCycle('2026-10-01', {
      counts: [200, bands.reduce((sum, one) => sum + one, 0)],
      bands,
      engagement: [],
      retained: null,
      groupEligible: [],
      groupServed: [],
      ...over
    });
  const words = (now: ReturnType<typeof ofAmounts>, before: ReturnType<typeof ofAmounts>[] = []) =>
    sharedLines(amounts, now, defaultRule, before).map(({ count }) =>
      count.kind === 'shown' ? Number(count.value) : 'hidden'
    );
  const counts = (line: (string | number)[]) => line.slice(0, 5);

  test('keeps a small count from whoever kept what left before', () => {
    const [was, is] = [ofAmounts([0, 13, 28]), ofAmounts([1, 13, 28])];
    expect(counts(words(was))).toEqual([200, 40, 0, 15, 30]);
    // By itself the second file is safe with 13 hidden. Beside the first, in which it was 15, it is the total that has to go.
    expect(counts(words(is))).toEqual([200, 40, 'hidden', 'hidden', 30]);
    expect(counts(words(is, [was]))).toEqual([200, 'hidden', 'hidden', 15, 30]);
  });

  test('is shown as it is where neither state hides anything, and where only what nobody counted was added', () => {
    const [was, is] = [ofAmounts([20, 31, 32]), ofAmounts([20, 36, 32])];
    expect(words(is, [was])).toEqual(words(is));
    const early = ofAmounts([], { counts: [200, 83] });
    expect(words(was, [early])).toEqual(words(was));
  });

  test('shows nothing more where counts were taken away', () => {
    const early = ofAmounts([20, 31, 32]);
    const later = ofAmounts([], { counts: [200, 83], bands: [null, 31, 32] });
    expect(counts(words(later, [early]))).toEqual([
      'hidden',
      'hidden',
      'hidden',
      'hidden',
      'hidden'
    ]);
  });
});

describe('what may leave', () => {
  const wordsOf = (parts = {}) =>
    safeReachTable(
      programme,
      { cycles: [someCycle('2026-10-01', parts)], before: new Map() },
      defaultRule
    ).map((row) => row[3]);

  test('is rounded, and says by which rule', () => {
    const table = safeReachTable(programme, { cycles: [october], before: new Map() }, defaultRule);
    expect(table.slice(1, 6).map((row) => [row[2], row[3]])).toEqual([
      ['Could come', '100'],
      ['Offered a place', '85'],
      ['Came once', '60'],
      ['Came to the end', '30'],
      ['After 4 sessions', '40']
    ]);
    expect(table.at(-1)?.[2]).toMatch(/Counts from 1 to 7 are hidden/);
  });

  test('never lets a stage be taken from the one before it', () => {
    // 42 and 38 would both be shown as 40: the difference could only be 1 to 4, so the smaller is hidden.
    const close = { counts: [100, 83, 42, 38], retained: null };
    const stages = sharedLines(programme, someCycle('2026-10-01', close), defaultRule).slice(0, 4);
    expect(
      stages.map(({ count }) => (count.kind === 'shown' ? count.value : count.reason))
    ).toEqual([100, 85, 40, 'difference']);
  });

  test('hides small counts wherever they stand', () => {
    const small = {
      counts: [100, 83, 58, 5],
      groupServed: [5, 53],
      bands: [3, 55],
      beforeYes: 2,
      retained: 30
    };
    const lines = sharedLines(programme, someCycle('2026-10-01', small), defaultRule);
    const shown = lines.flatMap(({ count }) =>
      count.kind === 'shown' ? [Number(count.value)] : []
    );
    expect(shown.every((value) => value === 0 || value >= 5)).toBe(true);
    for (const about of ['Stage', 'Served, by group', 'Received', 'Outcome before']) {
      expect(lines.some((line) => line.about === about && line.count.kind === 'hidden')).toBe(true);
    }
    expect(wordsOf({ retained: null })).toContain('not collected');
  });

  test('leaves at least five possibilities for a small difference between any two stages', () => {
    const counts = fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 })
      .map((list) => list.toSorted((one, other) => other - one));
    fc.assert(
      fc.property(counts, (list) => {
        const lines = sharedLines(
          programme,
          someCycle('2026-10-01', {
            counts: list,
            retained: null,
            bands: [],
            engagement: [],
            groupServed: [],
            groupEligible: []
          }),
          defaultRule
        );
        const stages = lines.filter(({ about }) => about === 'Stage');
        for (const [at, outer] of stages.entries()) {
          for (const [further, inner] of stages.slice(at + 1).entries()) {
            const difference = (list[at] ?? 0) - (list[at + 1 + further] ?? 0);
            if (outer.count.kind !== 'shown' || inner.count.kind !== 'shown') continue;
            if (difference < 1 || difference > defaultRule.hideTo) continue;
            // A shown count stands for itself less 2 to itself more 2, but never for a hidden one.
            const span = (value: number) =>
              (value === 0 ? [0, 0] : [Math.max(8, value - 2), value + 2]) as [number, number];
            const [[outerLow, outerHigh], [innerLow, innerHigh]] = [
              span(outer.count.value),
              span(inner.count.value)
            ];
            const possible =
              Math.min(7, outerHigh - innerLow) - Math.max(1, outerLow - innerHigh) + 1;
            expect(possible).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      { numRuns: 300 }
    );
  });
});

describe('cycles from a spreadsheet', () => {
  test('that we wrote ourselves are read back as they were', () => {
    const answer = parseCycles(cyclesTable(programme, [october]), programme, '2026-11-26');
    if (!answer.ok) throw new Error(answer.error.kind);
    const { id, programmeId, recordedAt, version, ...details } = october;
    void [id, programmeId, recordedAt, version];
    expect(answer.value).toEqual([{ ...details, row: 2 }]);
  });

  test('under a title are told by their headings, those that differ by a sign alone by the sign', () => {
    const counted = { ...programme, stages: ['Could come', 'Came 1', 'Came 1+'] };
    const cells = [
      ['Sing and Play, as counted', '', '', ''],
      ['Month', 'Could come', 'Came 1+', 'Came 1', 'Mood'],
      ['Oct 2026', '20', '5', '10', 'good']
    ];
    expect(tellCycleColumns(cells, counted).columns.map(({ use }) => use)).toEqual([
      'startsOn',
      'counts.0',
      'counts.2',
      'counts.1',
      null
    ]);
    const read = parseCycles(underCycleHeadings(cells, counted), counted, '2026-11-26');
    expect(read.ok && read.value).toMatchObject([{ row: 3, counts: [20, 10, 5] }]);
    const said = underCycleHeadings(cells, counted, ['startsOn', 'counts.0', '', '', 'note']);
    const other = parseCycles(said, counted, '2026-11-26');
    expect(other.ok && other.value).toMatchObject([{ counts: [20, null, null], note: 'good' }]);
  });

  test('need headings, and each wrong row is named', () => {
    const read = (cells: string[][]) => parseCycles(cells, programme, '2026-11-26');
    expect(
      read([
        ['Month', 'Note'],
        ['Oct 2026', 'x']
      ])
    ).toMatchObject({ error: { kind: 'wrong-headings' } });
    expect(
      read([
        ['Month', 'Date', 'Came once'],
        ['', '', '']
      ])
    ).toMatchObject({ error: { kind: 'nothing-to-read' } });
    const wrong = read([
      ['Month', 'Could come', 'Came once'],
      ['Oct 2026', '10', '20'],
      ['Oct 2026', '20', 'x'],
      ['Dec 2026', '20', '10'],
      ['', '20', '=A1'],
      ['Jan 2026', '', '']
    ]);
    if (wrong.ok || wrong.error.kind !== 'bad-rows') throw new Error('not refused');
    expect(wrong.error.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [2, 'misfit'],
      [3, 'not-a-count'],
      [3, 'date-twice'],
      [4, 'date-ahead'],
      [5, 'formula'],
      [6, 'row-empty']
    ]);
    expect(wrong.error.problems.map(cycleRowSentence)[0]).toBe(
      'Row 2: “Came once” is 20, but “Could come” before it is only 10. Each stage is part of the one before: check both.'
    );
  });
});
