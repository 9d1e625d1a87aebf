import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsToChoose } from './choosing-rows.ts';
import { cellsOfJson } from './json-rows.ts';
import { fileLimits } from './limits.ts';
import { applyRemembered, guessMatching, isFor, memoryKeys } from './matching.ts';
import type { Known, Matching } from './meanings.ts';
import { lookOver, type Overview } from './overview.ts';
import { publisherOf, readPublishedFiles } from './publishers.ts';
import { readFileValues } from './rows.ts';

const published = (() => {
  const read = readPublishedFiles(
    JSON.parse(readFileSync('content/data/published-files/publishers.json', 'utf8'))
  );
  if (!read.ok) throw new Error(read.error.join(', '));
  return read.value;
})();
const indicator = (id: string, title: string) =>
  ({
    id,
    title,
    unit: 'percent',
    decimals: 1,
    frequency: 'academic-year',
    breakdowns: [],
    version: 1
  }) as const;
const known: Known = {
  indicators: [indicator('gld', 'Good level of development'), indicator('other', 'Another')],
  areas: {
    whole: ['Trafford', 'E08000009'],
    areas: [],
    own: { codes: ['E08000009'], laNumber: '358' },
    elsewhere: []
  },
  published
};

function looksAt(lines: readonly string[]): { cells: string[][]; overview: Overview } {
  const cells = lines.map((line) => line.split(','));
  const overview = lookOver(cells, null);
  if (overview === null) throw new Error('nothing below the headings');
  return { cells, overview };
}

/** Heading rows as each publisher writes them; the figures below are made up. */
const files = {
  'explore-education-statistics': [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,gld_percentage',
    '202425,Academic year,Local authority,E92000001,England,E12000002,North West,358,E08000009,Trafford,Total,68.2'
  ],
  fingertips: [
    'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note',
    '1,Good level of development,E12000002,North West,E08000009,Trafford,UA,Persons,5 yrs,,,2024/25,68.2,67.0,69.4,100,150,'
  ],
  'statistics-gov-scot': [
    'FeatureCode,DateCode,Measurement,Units,Value,Age',
    'S12000045,2024/2025,Percent,Percent Of Children,68.2,5'
  ],
  nomis: [
    'GEOGRAPHY_CODE,GEOGRAPHY_NAME,MEASURES,MEASURES_NAME,DATE,DATE_NAME,OBS_VALUE,OBS_STATUS,RECORD_COUNT',
    'E08000009,Trafford,20100,Value,2025-03,March 2025,68,A,1'
  ],
  'local-government-benchmarking-framework': [
    'LA_Information_LocalAuthority,Indicators_Information_Code,LA_Data_LGBF_Year,LA_Data_LA_IndicatorReal,FG_Data_FamilyGroup,FG_Data_FG_Avg_Indicator_Real,Scotland_Data_Scotland_Indicator_Real',
    'Fife,CHN01,2023-24,68.2,Urban,70.1,69.5'
  ],
  'lg-inform': [
    'area,area label,area long label,2023/24 (academic),2024/25 (academic)',
    'area,area label,area long label,Percentage,Percentage',
    'E08000009,Trafford,Trafford,67.0,68.2',
    'E92000001,England,England,66.1,67.4'
  ]
} as const;

describe('files of publishers', () => {
  test.each(Object.entries(files))('of %s are known by their columns', (id, lines) => {
    const { overview } = looksAt(lines);
    expect(publisherOf(overview, published)?.id).toBe(id);
    const { uses } = guessMatching(overview, known, 'gld');
    const wanted = id === 'lg-inform' ? ['across', 'area'] : ['period', 'area', 'value'];
    expect(wanted.filter((use) => !uses.includes(use as 'area'))).toEqual([]); // one of the uses
  });

  test('name where their columns were read, and when', () => {
    for (const { source } of published.publishers) expect(source.readOn).toMatch(/^2026-/);
    expect(new Set(published.publishers.map(({ id }) => id)).size).toBe(
      published.publishers.length
    );
  });

  test('a file with a few of the columns is nobody’s', () => {
    expect(
      publisherOf(looksAt(['Period,Area,Value', '2024/25,,5']).overview, published)
    ).toBeNull();
  });

  test('of LG Inform Plus have a column for each period, and headings that come again', () => {
    const { cells, overview } = looksAt(files['lg-inform']);
    expect(overview).toMatchObject({
      rowCount: 2,
      remarks: ['Row 2 holds the headings again and was passed over.']
    });
    const values = [
      ...readFileValues(cells, overview, guessMatching(overview, known, 'gld'), known)
    ];
    expect(
      values.map(({ row, period, value, isPassedOver }) =>
        isPassedOver ? 'left out' : [row, period, value]
      )
    ).toEqual([[3, '2023/24', 67], [3, '2024/25', 68.2], 'left out', 'left out']);
  });

  test('of Explore Education Statistics keep the rows of authorities, regions and England', () => {
    const { cells, overview } = looksAt([
      'time_period,time_identifier,geographic_level,country_name,region_name,new_la_code,school_name,gld_percentage',
      '202425,Academic year,Local authority,England,North West,E08000009,,68.2',
      '202425,Academic year,School,England,North West,E08000009,Hope School,71.5'
    ]);
    const values = [
      ...readFileValues(cells, overview, guessMatching(overview, known, 'gld'), known)
    ];
    expect(
      values.map(({ area, period, value, isPassedOver }) =>
        isPassedOver ? 'left out' : [area, period, value]
      )
    ).toEqual([['', '2024/25', 68.2], 'left out']);
  });

  test('as the API answers are rows with the names of their fields', () => {
    const answer = {
      paging: { page: 1, totalPages: 1 },
      results: [
        {
          timePeriod: { code: 'AY', period: '2024/2025' },
          geographicLevel: 'LA',
          locations: { NAT: 'n1', REG: 'r1', LA: 'Trafford' },
          filters: { sex: 'f1' },
          values: { v1: '68.2' }
        }
      ]
    };
    const cells = cellsOfJson(JSON.stringify(answer), fileLimits);
    const overview = lookOver(cells ?? [], null);
    if (cells === null || overview === null) throw new Error('the answer is no table');
    expect(cells[0]).toEqual([
      'timePeriod.code',
      'timePeriod.period',
      'geographicLevel',
      'locations.NAT',
      'locations.REG',
      'locations.LA',
      'filters.sex',
      'values.v1'
    ]);
    expect(publisherOf(overview, published)?.id).toBe('explore-education-statistics-api');
    const values = [
      ...readFileValues(cells, overview, guessMatching(overview, known, 'gld'), known)
    ];
    expect(values).toMatchObject([{ area: '', period: '2024/25', value: 68.2 }]);
  });

  test.each(['{', '[1,2]', '{"results":[]}', '"text"', '{"a":{"b":1}}', '[[1]]'])(
    '%s is no table',
    (text) => {
      expect(cellsOfJson(text, fileLimits)).toBeNull();
    }
  );
});

describe('rows for the same value', () => {
  /** Two indicators; sex and deprivation tell rows apart, in rows far below the first ten. */
  const lines = [
    'Indicator,Period,Sex,Inequality,Value',
    ...Array.from(
      { length: 15 },
      (_, index) => `Another,2024/25,Persons,Decile ${index % 10},${index}`
    ),
    'Another,2024/25,Female,,40',
    'Good level of development,2024/25,Persons,,68',
    'Good level of development,2024/25,Male,,61',
    'Good level of development,2024/25,Female,,75'
  ];
  const { cells, overview } = looksAt(lines);
  const matching = (only: Matching['only'] = {}): Matching => ({
    ...guessMatching(overview, known, ''),
    only
  });
  const collisions = (of: Matching) =>
    [...readFileValues(cells, overview, of, known)].flatMap(({ problems }) =>
      (problems ?? []).flatMap(({ problem }) =>
        problem.kind === 'rows-collide' ? [problem.columns] : []
      )
    );

  test('are refused all, each with every column in which any of them differ', () => {
    const found = collisions(matching());
    expect(found).toHaveLength(19);
    expect(found[0]).toEqual(['Sex', 'Inequality']); // the row of women is the sixteenth
    expect(found.at(-1)).toEqual(['Sex']);
  });

  test('are offered what stands for everybody, an empty cell among it', () => {
    const colliding = ['Sex', 'Inequality'].map((heading) => ({ heading, rows: 1 }));
    const offered = rowsToChoose(colliding, overview, matching(), published.totals);
    expect(offered.map(({ heading, chosen }) => [heading, chosen])).toEqual([
      ['Sex', ['Persons']],
      ['Inequality', ['']]
    ]);
    const only = Object.fromEntries(offered.map(({ index, chosen }) => [index, chosen]));
    expect(collisions(matching(only))).toEqual([]);
    const values = [...readFileValues(cells, overview, matching(only), known)];
    expect(values.filter(({ isPassedOver }) => !isPassedOver)).toMatchObject([
      { indicatorId: 'gld', value: 68 }
    ]);
  });

  test('may be chosen by several texts of a column', () => {
    const only = { '2': ['Persons', 'Female'], '3': [''] };
    expect(collisions(matching(only))).toEqual([['Sex'], ['Sex']]);
  });

  test('that are called differently and mean the same name the column of the names', () => {
    const { cells: named, overview: of } = looksAt([
      'Period,Area,Value',
      '2024/25,Trafford,5',
      '2024/25,E08000009,6'
    ]);
    const values = [...readFileValues(named, of, guessMatching(of, known, 'gld'), known)];
    expect(values[0]?.problems?.[0]?.problem).toMatchObject({
      kind: 'rows-collide',
      columns: ['Area']
    });
  });
});

describe('what is remembered', () => {
  const [heading = '', row = ''] = files['explore-education-statistics'];
  const { overview } = looksAt([heading, row]);
  const next = looksAt([`version,${heading},gld_number`, `Final,${row},100`]).overview;
  const first: Matching = {
    ...guessMatching(overview, known, 'gld'),
    headings: overview.columns.map((column) => column.heading)
  };

  test('is for the indicator and the source, whatever columns next year’s file has besides', () => {
    expect(memoryKeys(next, known, 'gld')).toEqual(memoryKeys(overview, known, 'gld'));
    const again = applyRemembered(first, next, guessMatching(next, known, 'gld'));
    const used = (of: Overview, { uses }: Matching) =>
      uses.flatMap((use, index) => (use === 'nothing' ? [] : [[of.columns[index]?.heading, use]]));
    expect(used(next, again)).toEqual(used(overview, first));
    expect(again.only).toEqual({ '3': ['National', 'Regional', 'Local authority'] });
  });

  test('of another indicator is not taken: its figures stand in another column', () => {
    expect(isFor(first, 'gld')).toBe(true);
    expect(isFor(first, 'other')).toBe(false);
    expect(memoryKeys(next, known, 'other')[0]).not.toBe(memoryKeys(next, known, 'gld')[0]);
  });
});
