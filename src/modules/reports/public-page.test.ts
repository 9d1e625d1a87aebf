import { defaultRule } from '#modules/disclosure';
import { describe, expect, test } from 'vitest';
import { isEmptyPage, publicChanges, publicFigure, publicPageContent } from './public-page.ts';
import type { PublicRecords, RawIndicator } from './public-types.ts';

const indicator = (latest: RawIndicator['latest'], id = 'own'): RawIndicator => ({
  id,
  title: 'Two-year-olds who talk as expected',
  period: '2025/26',
  source: 'Health visitors’ reviews',
  latest
});

const records: PublicRecords = {
  place: { name: 'Fernhollow', slug: 'fernhollow', madeUp: true, demonstration: true },
  vision: 'Every child enjoys a story.',
  outcomes: [{ title: 'Talking and understanding', ages: ['Toddlers, up to three'] }],
  factors: [
    { title: 'Talking and playing together', description: 'Chatting and singing.', kind: null }
  ],
  aims: [
    {
      id: 'a',
      title: 'A story at bedtime',
      by: '31 October 2026',
      dueOn: '2026-10-31',
      status: 'under-way'
    },
    { id: 'b', title: 'Not for showing', by: null, dueOn: null, status: 'done' }
  ],
  decisions: [
    {
      id: 'd',
      title: 'Bags for every nursery',
      decided: 'Each nursery lends story bags.',
      by: 'Approved: Early Years Board',
      on: '5 May 2026',
      conditions: ''
    },
    {
      id: 'e',
      title: 'Not for everybody',
      decided: 'Something for colleagues.',
      by: 'Agreed: Early Years Board',
      on: null,
      conditions: ''
    }
  ],
  projects: [
    {
      title: 'A story before bed',
      summary: 'Nurseries lend a bag.',
      about: ['Talking and playing together'],
      stage: 'Testing changes',
      tests: 4,
      outcomes: { helped: 2, didNotHelp: 2, cannotTell: 0, notSaid: 0 },
      lastTestOn: '2026-08-03',
      change: 'What we count shows a change for the better.',
      measure: {
        title: 'Families with a story at bedtime',
        form: 'share',
        better: 'increase',
        entries: [
          { on: '2026-04-13', part: 23, whole: 58 },
          { on: '2026-04-20', part: 31, whole: 60 },
          { on: '2026-04-27', part: 3, whole: 61 },
          { on: '2026-05-04', part: 40, whole: 62 }
        ]
      }
    }
  ],
  indicators: [
    indicator({ kind: 'share', part: 153, whole: 233, decimals: 0 }),
    { ...indicator({ kind: 'count', count: 6 }, 'few'), title: 'Twins' }
  ],
  sources: ['What Fernhollow recorded about its own work']
};

const choices = {
  introduction: 'Hello.\n\nWe work together.',
  showHope: true,
  aims: ['a', 'gone'],
  indicators: ['own', 'few'],
  decisions: ['d', 'gone']
};
const page = publicPageContent(records, choices, defaultRule);

describe('the public page', () => {
  test('shows what was chosen to be shown, and nothing else', () => {
    expect(page.introduction).toEqual(['Hello.', 'We work together.']);
    expect(page.hope).toBe('Every child enjoys a story.');
    expect(page.aims).toEqual([
      {
        title: 'A story at bedtime',
        by: '31 October 2026',
        dueOn: '2026-10-31',
        status: 'under-way'
      }
    ]);
    expect(page.decisions).toEqual([
      {
        title: 'Bags for every nursery',
        decided: 'Each nursery lends story bags.',
        by: 'Approved: Early Years Board',
        on: '5 May 2026',
        conditions: ''
      }
    ]);
    expect(JSON.stringify(page)).not.toContain('Not for showing');
    expect(JSON.stringify(page)).not.toContain('Not for everybody');
    const bare = { introduction: '', showHope: false, aims: [], indicators: [], decisions: [] };
    expect(publicPageContent(records, bare, defaultRule)).toMatchObject({
      introduction: [],
      hope: null,
      aims: [],
      figures: []
    });
  });

  test('holds no raw count: small numbers are gone, others are rounded', () => {
    const text = JSON.stringify(page);
    for (const raw of ['23', '58', '60', '61', '62', '153', '233']) {
      expect(text).not.toMatch(new RegExp(`[^0-9]${raw}[^0-9]`));
    }
    expect(text).not.toMatch(/"(part|whole|numerator|denominator|count|measure)"/);
    expect(page.projects[0]?.series?.points.map((point) => point.value)).toEqual([
      42,
      50,
      null,
      67
    ]);
    // By hand: 155 of 235.
    expect(page.figures.map((figure) => figure.figure)).toEqual(['66%', null]);
  });

  test('says how its numbers were made safe, and whose they are', () => {
    expect(page.rule).toBe(
      'Counts from 1 to 7 are hidden; others are rounded to the nearest 5, so parts may not add up to their totals and percentages may differ a little from those of the exact counts.'
    );
    expect(page.sources).toEqual([
      'What Fernhollow recorded about its own work',
      'Health visitors’ reviews'
    ]);
  });

  test('is empty when there is nothing to read', () => {
    expect(isEmptyPage(page)).toBe(false);
    const nothing: PublicRecords = {
      ...records,
      vision: '',
      outcomes: [],
      factors: [],
      aims: [],
      decisions: [],
      projects: [],
      indicators: []
    };
    expect(
      isEmptyPage(publicPageContent(nothing, { ...choices, introduction: '' }, defaultRule))
    ).toBe(true);
  });
});

describe('a figure of local need', () => {
  test('is shown as published when its publisher published it', () => {
    const open = indicator({
      kind: 'published',
      figure: '68.3%',
      beside: 'similar to England (68.5%)'
    });
    expect(publicFigure(open, defaultRule)).toMatchObject({
      figure: '68.3%',
      beside: 'similar to England (68.5%)'
    });
  });

  // 77 of 120 are 64.2%; 75 of 120, the part rounded to the nearest 5, are 62.5%.
  test('says beside it that it may differ from the figure as entered, where counts were rounded', () => {
    const share = indicator({ kind: 'share', part: 77, whole: 120, decimals: 0 });
    expect(publicFigure(share, defaultRule)).toMatchObject({
      figure: '63%',
      beside:
        'worked out from counts rounded to the nearest 5, so it may differ a little from the exact share'
    });
    expect(publicFigure(share, { ...defaultRule, roundTo: 1 })).toMatchObject({
      figure: '64%',
      beside: null
    });
    expect(publicFigure(indicator({ kind: 'count', count: 43 }), defaultRule)).toMatchObject({
      figure: '45',
      beside: 'rounded to the nearest 5'
    });
  });

  test.each([
    {
      latest: { kind: 'count', count: 6 },
      why: 'Hidden because it is fewer than 8, so that no family can be recognised.'
    },
    {
      latest: { kind: 'share', part: 5, whole: 60, decimals: 0 },
      why: 'Hidden because it is fewer than 8, so that no family can be recognised.'
    },
    {
      latest: { kind: 'share', part: 55, whole: 60, decimals: 0 },
      why: 'Hidden because it would say the same, or nearly the same, of everyone in the group.'
    },
    {
      latest: { kind: 'share', part: 60, whole: 60, decimals: 0 },
      why: 'Hidden because it would say the same, or nearly the same, of everyone in the group.'
    },
    {
      latest: { kind: 'not-countable' },
      why: 'Not shown, because nothing says how many people the figure rests on.'
    },
    { latest: { kind: 'none' }, why: 'No figure yet.' }
  ] as const)('is not shown for $latest, and says why', ({ latest, why }) => {
    expect(publicFigure(indicator(latest), defaultRule)).toMatchObject({ figure: null, why });
  });
});

describe('what would change if the page were published again', () => {
  test('is nothing when nothing changed', () => {
    expect(publicChanges(page, publicPageContent(records, choices, defaultRule))).toEqual([]);
  });

  test('is said part by part', () => {
    const later = publicPageContent(
      { ...records, factors: [], projects: records.projects.map((one) => ({ ...one, tests: 5 })) },
      { ...choices, introduction: 'Other words', aims: ['a', 'b'], decisions: [] },
      defaultRule
    );
    expect(publicChanges(page, later)).toEqual([
      'The introduction is different.',
      'Factor no longer shown: Talking and playing together',
      'Aim added: Not for showing',
      'Decision no longer shown: Bags for every nursery',
      'Project changed: A story before bed'
    ]);
  });
});
