import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readAreas } from '#modules/vocabulary';
import { areasElsewhere } from '../own/elsewhere.ts';
import { areaFinder, elsewhereNames } from './elsewhere.ts';
import { guessMatching } from './matching.ts';
import type { Known, Matching } from './meanings.ts';
import { unknownNames } from './names.ts';
import { lookOver } from './overview.ts';
import { readFileValues } from './rows.ts';

/** The list of areas that ships with Cairn; the place is Trafford. */
const areas = (() => {
  const read = readAreas(parse(readFileSync('content/data/area-lookup/areas.csv'), { columns: true, bom: true })); // prettier-ignore
  if (!read.ok) throw new Error('the list of areas cannot be read');
  return read.value.map(({ type: kind, ...area }) => ({ ...area, kind }));
})();
const councils = areas.filter(
  ({ code, laNumber, endYear }) =>
    laNumber !== null && endYear === null && !code.startsWith('E12') && !code.startsWith('E92')
);
const trafford: Known = {
  indicators: [
    {
      id: 'r',
      title: 'Reviews at two',
      unit: 'percent',
      decimals: 1,
      frequency: 'financial-year',
      breakdowns: [],
      version: 1
    }
  ],
  areas: {
    whole: ['Trafford', 'E08000009'],
    areas: [
      { id: 'E05015238', name: 'Hale' },
      { id: 'England', name: 'England' } // a value that an earlier Cairn took for a part
    ],
    own: { codes: ['E08000009'], laNumber: '358' },
    elsewhere: areasElsewhere(areas, new Set(['E08000009']))
  }
};

function read(rows: readonly string[], more: Partial<Matching> = {}) {
  const cells = ['Period;Area;Value', ...rows].map((line) => line.split(';'));
  const overview = lookOver(cells, null);
  if (overview === null) throw new Error('nothing below the headings');
  const matching = { ...guessMatching(overview, trafford, 'r'), ...more };
  return {
    overview,
    matching,
    found: elsewhereNames(overview, matching, trafford),
    unknown: unknownNames(overview, matching, trafford).map(({ text }) => text),
    values: [...readFileValues(cells, overview, matching, trafford)]
  };
}
const row = (area: string) => `2024/25;${area};50`;
const taken = (rows: readonly string[], more: Partial<Matching> = {}) =>
  read(rows, more).values.map((value) =>
    value.isPassedOver ? 'left out' : value.problems !== null ? 'refused' : value.area
  );

describe('a file of every council', () => {
  const names = councils.map(({ name }) => row(name));
  const codes = councils.map(({ code }) => row(code));
  const numbers = councils.map(({ laNumber }) => row(laNumber ?? ''));

  test.each([
    { by: 'names', rows: names },
    { by: 'codes', rows: codes },
    { by: 'numbers', rows: numbers }
  ])(
    'of all by $by only the place’s own row is taken, and nobody is asked 150 times',
    ({ rows }) => {
      expect(rows.length).toBeGreaterThan(140);
      const { found, unknown } = read(rows);
      expect(found).toMatchObject([{ kind: 'council', chosen: null }]);
      expect(found[0]?.names).toHaveLength(rows.length - 1);
      expect(unknown).toEqual([]);
      const answers = taken(rows);
      expect(answers.filter((each) => each === '')).toHaveLength(1);
      expect(answers.filter((each) => each === 'left out')).toHaveLength(rows.length - 1);
    }
  );

  test('keeps them by their codes where they are wanted to compare with', () => {
    const kept = taken(names, { elsewhere: { council: 'compare' } });
    expect(kept).toEqual(councils.map(({ code }) => (code === 'E08000009' ? '' : code)));
  });
});

describe('a name of elsewhere', () => {
  test.each([
    { text: 'England' },
    { text: 'GREAT BRITAIN' },
    { text: 'UK' },
    { text: 'E92000001' },
    { text: 's92000003' },
    { text: 'E12000002' },
    { text: 'E07000999' }, // a code that no list holds
    { text: 'W06000015' },
    { text: 'N09000003' },
    { text: 'Manchester City Council' },
    { text: 'London Borough of Newham' }
  ])('$text is never a part of Trafford', ({ text }) => {
    expect(taken([row('Trafford'), row('Hale'), row(text)])).toEqual(['', 'E05015238', 'left out']);
  });

  test('an England that became a part of the place long ago takes no more rows', () => {
    expect(taken([row('England')])).toEqual(['left out']);
  });

  test('the place by another name, code or number is the whole place', () => {
    const numbers = ['301', '302', '303', '304', '358'].map(row);
    expect(taken(numbers).at(-1)).toBe('');
    expect(taken([row('E08000009')])).toEqual(['']);
  });

  test('one council’s name among names of wards is asked for like any other: wards are called so too', () => {
    const wards = ['Hale', 'Broadheath', 'Timperley', 'Ashfield'].map(row);
    expect(read(wards).found).toEqual([]);
    expect(read(wards).unknown).toEqual(['Broadheath', 'Timperley', 'Ashfield']);
  });

  test('a locality called North West is no region where England is not spoken of', () => {
    expect(read(['North West', 'North East', 'South'].map(row)).found).toEqual([]);
    const kinds = read(['North West', 'North East', 'England'].map(row)).found;
    expect(kinds.map(({ kind }) => kind)).toEqual(['region', 'nation']);
  });

  test('London beside England is the region, and the City of London a council', () => {
    const { matching, overview } = read(['London', 'City of London', 'England'].map(row));
    const find = areaFinder(overview, matching, trafford);
    expect(['London', 'City of London'].map(find)).toMatchObject([
      { area: { code: 'E12000007' } },
      { area: { code: 'E09000001' } }
    ]);
  });

  test('three digits are a setting where one of them is no authority', () => {
    const { overview, matching } = read(['301', '302', '303', '304', '999'].map(row));
    expect(areaFinder(overview, matching, trafford)('301')).toBeNull();
  });

  test('an empty cell beside them is asked about, not taken for the whole place', () => {
    const { values } = read([row('England'), row('')]);
    expect(values[1]?.problems).toEqual([{ field: 'area', problem: { kind: 'area-missing' } }]);
    expect(taken([row('Hale'), row('')])).toEqual(['E05015238', '']);
  });

  test('whoever says that they are parts of the place is asked for each', () => {
    const { unknown } = read([row('Hale'), row('England')], { elsewhere: { nation: 'ask' } });
    expect(unknown).toEqual([]); // known since it has a value
    const city = read([row('Hale'), row('Leeds City Council')], { elsewhere: { council: 'ask' } });
    expect(city.unknown).toEqual(['Leeds City Council']);
  });
});

test('the region and the nation of a row whose area is empty stand in other columns', () => {
  const cells = [
    ['time_period', 'country_name', 'region_name', 'la_name', 'value'],
    ['202425', 'England', '', '', '60'],
    ['202425', 'England', 'North West', '', '61'],
    ['202425', 'England', 'North West', 'Trafford', '62']
  ];
  const overview = lookOver(cells, null);
  if (overview === null) throw new Error('nothing below the headings');
  const matching: Matching = {
    ...guessMatching(overview, trafford, 'r'),
    uses: ['period', 'wider-area', 'wider-area', 'area', 'value'],
    elsewhere: { nation: 'compare', region: 'compare' }
  };
  const values = [...readFileValues(cells, overview, matching, trafford)];
  expect(values.map(({ area, value }) => [area, value])).toEqual([
    ['E92000001', 60],
    ['E12000002', 61],
    ['', 62]
  ]);
});

test('names are looked up without going through every part of the place for each', () => {
  let read = 0;
  const parts = Array.from({ length: 300 }, (_, index) => ({
    id: `Part ${index}`,
    get name() {
      read += 1;
      return `Part ${index}`;
    }
  }));
  const known = { ...trafford, areas: { ...trafford.areas, areas: parts } };
  const rows = Array.from({ length: 300 }, (_, index) => row(index < 150 ? `Part ${index}` : `Quarter ${index}`)); // prettier-ignore
  const cells = ['Period;Area;Value', ...rows].map((line) => line.split(';'));
  const overview = lookOver(cells, null);
  if (overview === null) throw new Error('nothing below the headings');
  const matching = guessMatching(overview, known, 'r');
  expect(elsewhereNames(overview, matching, known)).toEqual([]);
  expect(unknownNames(overview, matching, known)).toHaveLength(150);
  expect([...readFileValues(cells, overview, matching, known)]).toHaveLength(300);
  // A few times each, not once for each of 300 names.
  expect(read).toBeLessThan(20 * parts.length);
});
