import { describe, expect, test } from 'vitest';
import { difference, differences, notKnown, type KnownArea } from './differences.ts';
import { standingProblem, wrongCode, type Boundary, type WorkingBoundary } from './kinds.ts';
import { partWords, proportionWithin } from './land.ts';
import { linesOf } from './lines.ts';
import { outlineSentence, readBoundaryOutline, type OutlineRing } from './outline.ts';

const square = (west: number, south: number, wide = 1, high = 1): OutlineRing => [
  [west, south],
  [west + wide, south],
  [west + wide, south + high],
  [west, south + high],
  [west, south]
];
const polygon = (...rings: OutlineRing[]) =>
  JSON.stringify({ type: 'Polygon', coordinates: rings });

describe('an outline', () => {
  const sentenceOf = (text: string): string => {
    const read = readBoundaryOutline(text);
    return read.ok ? '' : outlineSentence(read.error);
  };

  test('is every polygon of the document together, with holes', () => {
    const collection = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        polygon(square(-2, 53), square(-1.8, 53.2, 0.1, 0.1)),
        polygon(square(-1, 53))
      ].map((text) => ({ type: 'Feature', properties: {}, geometry: JSON.parse(text) as unknown }))
    });
    const read = readBoundaryOutline(collection);
    expect(read.ok && read.value.length).toBe(3);
  });

  // Each worked by hand: a bow tie, a line there and back, a ring left open, latitude first.
  test.each([
    ['{', 'This is no GeoJSON'],
    ['{"type":"Point","coordinates":[-2,53]}', 'There is no area'],
    ['{"type":"Circle","coordinates":[-2,53],"radius":500}', 'GeoJSON has no circles'],
    [
      '{"type":"Feature","properties":{"radius":500},"geometry":{"type":"Point","coordinates":[-2,53]}}',
      'GeoJSON has no circles'
    ],
    [polygon([[-2, 53], [-1, 54], [-1, 53], [-2, 54], [-2, 53]]), 'Line 1 of the outline crosses itself near -1.5, 53.5.'], // prettier-ignore
    [polygon([[-2, 53], [-1, 53], [-1.5, 53], [-2, 53]]), 'Line 1 of the outline encloses nothing'], // prettier-ignore
    [polygon([[-2, 53], [-1, 53], [-1, 54], [-2, 54]]), 'Line 1 of the outline is not closed'], // prettier-ignore
    [
      polygon([
        [-2, 53],
        [-1, 53],
        [-2, 53]
      ]),
      'has fewer than four positions'
    ],
    [polygon(square(53, -2)), 'Latitude seems to stand before longitude'],
    [polygon(square(10, 53)), 'The position 10, 53 lies outside the United Kingdom']
  ])('%s is refused', (text, sentence) => {
    expect(sentenceOf(text)).toContain(sentence);
  });

  test('may have stretches that touch, and corners that lie on each other', () => {
    expect(
      sentenceOf(polygon([[-2, 53], [-1.5, 53.5], [-1, 53], [-1, 54], [-1.5, 53.5], [-2, 54], [-2, 53]])) // prettier-ignore
    ).toBe('');
  });
});

describe('land', () => {
  test('lies within other land by the part of it that both have', () => {
    expect(proportionWithin([[square(0, 0, 2)]], [[square(1, 0)]])).toBeCloseTo(0.5, 6);
    expect(proportionWithin([[square(1, 0)]], [[square(0, 0, 2)]])).toBeCloseTo(1, 6);
    expect(proportionWithin([[square(0, 0)]], [[square(5, 5)]])).toBe(0);
    expect(proportionWithin([], [[square(0, 0)]])).toBeNull();
  });

  test('counts a hole out, and land that two parts share once', () => {
    // Of a square of 16, a hole of 4 is missing; the other land is the hole alone.
    const holed = [[square(0, 0, 4, 4), square(1, 1, 2, 2)]];
    expect(proportionWithin([[square(1, 1, 2, 2)]], holed)).toBeCloseTo(0, 6);
    expect(proportionWithin([[square(0, 0, 4, 4)]], holed)).toBeCloseTo(0.75, 2);
    expect(proportionWithin([[square(0, 0, 2)], [square(0, 0, 2)]], [[square(1, 0)]])).toBeCloseTo(0.5, 6); // prettier-ignore
  });

  test.each([
    [1, 'all'],
    [0.98, 'nearly all'],
    [0.62, 'about 60%'],
    [0.02, 'hardly any'],
    [0, 'none']
  ])('%d of it is %s', (proportion, words) => {
    expect(partWords(proportion)).toBe(words);
  });
});

describe('two boundaries', () => {
  const known: readonly KnownArea[] = [
    { name: 'Mill quarter', code: 'E05000001', rings: [square(-2, 53)] },
    { name: 'North', code: 'E05000002', rings: [square(-2, 54)] }
  ];
  const wards = {
    kind: 'administrative-or-financial',
    title: 'Wards',
    areas: ['E05000001', 'north'],
    rings: null
  } as const;
  const feeling = {
    kind: 'community',
    title: 'Millside',
    areas: ['Mill quarter'],
    rings: null
  } as const;
  const drawn = { kind: 'physical', title: 'Valley', areas: [], rings: [square(-2, 53)] } as const;

  test('differ by the areas that they list, by code or by name', () => {
    expect(difference(wards, feeling, known)).toBe(
      '“Wards” (administrative or financial) and “Millside” (community identity) both list Mill quarter; only “Wards” lists North.'
    );
    expect(difference(feeling, { ...feeling, title: 'Mill', areas: ['E05000001'] }, known)).toBe(
      '“Millside” (community identity) and “Mill” (community identity) list the same areas.'
    );
    expect(difference({ ...feeling, areas: ['Elsewhere'] }, wards, known)).toBe(
      '“Millside” (community identity) and “Wards” (administrative or financial) have no area in common.'
    );
  });

  test('differ by their land where one lists no areas', () => {
    expect(difference(drawn, wards, known)).toBe(
      'By their outlines, all of “Valley” (physical) lies within “Wards” (administrative or financial), and about 50% of that within it.'
    );
    expect(difference({ ...drawn, rings: [square(-5, 50)] }, wards, known)).toBe(
      'By their outlines, “Valley” (physical) and “Wards” (administrative or financial) do not overlap.'
    );
    expect(difference(drawn, { ...wards, areas: ['Elsewhere'] }, known)).toBeNull();
  });

  test('are compared between kinds, and what has no outline is named', () => {
    expect(differences([wards, feeling, drawn], known)).toHaveLength(3);
    expect(differences([wards, { ...wards, title: 'Other wards' }], known)).toEqual([]);
    expect(notKnown(['E05000002', 'E05000003'], known)).toEqual(['E05000003']);
  });
});

describe('what a boundary says of itself', () => {
  test('is a code only where it is written like one', () => {
    expect(wrongCode(['E05000819', 'S01006506', 'Marsh End', 'M33', 'Ward 12'])).toBeNull();
    expect(wrongCode(['E0500081'])).toBe('E0500081');
    expect(wrongCode(['X05000819'])).toBe('X05000819');
  });

  test('is agreed on a day that has come', () => {
    const on = (standing: 'draft' | 'agreed', agreedOn: string | null) =>
      standingProblem({ standing, agreedOn }, '2026-06-01')?.kind ?? null;
    expect(on('agreed', '2026-06-01')).toBeNull();
    expect(on('agreed', null)).toBe('agreed-without-a-day');
    expect(on('agreed', '2026-06-02')).toBe('agreed-later');
    expect(on('draft', '2026-05-01')).toBe('draft-with-a-day');
    expect(on('draft', null)).toBeNull();
  });

  test('goes into the strategy as the working boundary and what it is made of', () => {
    const boundary: Boundary = {
      id: 'a',
      kind: 'community',
      title: 'Millside',
      description: '',
      areas: ['Mill quarter'],
      rings: null,
      ringsSource: '',
      heldBy: '',
      scope: 'in',
      reason: 'Parents say so',
      standing: 'agreed',
      agreedOn: '2026-05-03',
      version: 1
    };
    const other: Boundary = { ...boundary, id: 'b', title: 'Moor', scope: 'out' };
    const working: WorkingBoundary = {
      id: 'w',
      title: 'Families of Millside',
      boundaryIds: ['a'],
      note: '',
      standing: 'draft',
      agreedOn: null,
      families: '',
      partners: '',
      version: 1
    };
    expect(linesOf([boundary, other], working, [])).toEqual({
      lines: [
        { text: 'Families of Millside', note: 'Draft.', path: '/system/boundaries' },
        {
          text: 'Millside (community identity)',
          note: 'In scope, agreed on 3 May 2026. Areas: Mill quarter. Parents say so.',
          path: '/system/boundaries/a'
        }
      ],
      gaps: [
        { text: 'The working boundary is a draft.', path: '/system/boundaries' },
        {
          text: 'No boundary of this kind is written down: physical; administrative or financial; reach of what partners provide.',
          path: '/system/boundaries'
        }
      ]
    });
    expect(linesOf([], null, []).gaps.map(({ text }) => text)).toEqual([
      'Nobody has said yet what the working boundary is.'
    ]);
  });
});
