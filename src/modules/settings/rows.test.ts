import { describe, expect, test } from 'vitest';
import { planSettings, readSettingRows, tellSettingColumns, underSettingHeadings } from './rows.ts';
import { settingsTable } from './tables.ts';
import type { Setting } from './kinds.ts';
import type { SettingId } from './types.ts';

const brook: Setting = {
  id: '00000000-0000-4000-8000-000000000001' as SettingId, // made up
  name: 'Brook Nursery',
  kind: 'nursery',
  organisation: 'Brook Council',
  provider: 'council',
  area: 'Brook',
  places: 48,
  rooms: 3,
  longitude: -2.35,
  latitude: 53.44,
  openedOn: '2019-09-02',
  closedOn: null,
  externalId: '100001',
  source: 'Register',
  updatedAt: new Date('2026-03-01T10:00:00Z'),
  version: 1
};
const [ids, next] = [{ count: 0 }, () => `new-${(ids.count += 1)}`];

function plan(cells: string[][], here: Setting[] = [brook]) {
  const rows = readSettingRows(cells);
  return rows.ok ? planSettings(rows.value, here, next) : rows;
}

describe('settings from a spreadsheet', () => {
  test('are added, changed or left, each by its row', () => {
    const answer = plan([
      ['Setting name', 'Type', 'Ward', 'Capacity', 'Lat', 'Lon'],
      ['brook  nursery', '', 'Weir', '48', '53.44', '-2.35'],
      ['Weir School', 'school', 'Weir', '', '', '']
    ]);
    if (!answer.ok) throw new Error(answer.error.kind);
    const { added, changed, unchanged } = answer.value;
    expect(added.map(({ row, details }) => [row, details.name, details.kind])).toEqual([
      [3, 'Weir School', 'school']
    ]);
    expect(changed.map(({ row, changed: fields }) => [row, fields])).toEqual([
      [2, ['name', 'area']]
    ]);
    expect(unchanged).toEqual([]);
  });

  test('say what kind of body runs each, in our words', () => {
    const answer = plan([
      ['Name', 'Kind of provider'],
      ['Brook Nursery', 'voluntary or community']
    ]);
    expect(answer).toMatchObject({ value: { changed: [{ details: { provider: 'voluntary' } }] } });
    expect(
      plan([
        ['Name', 'Kind of provider'],
        ['Brook Nursery', 'Church']
      ])
    ).toMatchObject({
      error: { problems: [{ row: 2, kind: 'unknown-provider', given: 'Church' }] }
    });
  });

  test('that we wrote ourselves change nothing', () => {
    const without = { ...brook, externalId: null };
    for (const here of [brook, without]) {
      const answer = plan(settingsTable([here]), [here]);
      if (!answer.ok) throw new Error(answer.error.kind);
      expect([answer.value.added, answer.value.changed]).toEqual([[], []]);
      expect(answer.value.unchanged).toHaveLength(1);
    }
  });

  test.each([
    { row: ['', 'Nursery'], problem: { kind: 'name-missing' } },
    { row: ['New', 'Castle'], problem: { kind: 'unknown-kind', given: 'Castle' } },
    { row: ['New', ''], problem: { kind: 'kind-missing' } },
    { row: ['=A1', 'Nursery'], problem: { kind: 'formula', given: '=A1' } },
    { row: ['New', 'Nursery', 'x'], problem: { kind: 'not-whole', field: 'places', given: 'x' } },
    {
      row: ['New', 'Nursery', '', '99'],
      problem: { kind: 'not-degrees', field: 'latitude', given: '99' }
    },
    { row: ['New', 'Nursery', '', '53'], problem: { kind: 'half-a-point' } },
    {
      row: ['New', 'Nursery', '', '', '', '31/2/2026'],
      problem: { kind: 'not-in-calendar', field: 'openedOn', given: '31/2/2026' }
    },
    {
      row: ['New', 'Nursery', '', '', '', '2/3/2026', '1/3/2026'],
      problem: { kind: 'closes-before-it-opens' }
    }
  ])('are refused with the number of a wrong row: $problem.kind', ({ row, problem }) => {
    const answer = plan([
      ['Name', 'Kind', 'Places', 'Latitude', 'Longitude', 'Opened', 'Closed'],
      [],
      row
    ]);
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'bad-rows', problems: [{ row: 3, ...problem }] }
    });
  });

  test('are refused where nobody could tell which is meant', () => {
    const twin = {
      ...brook,
      id: '00000000-0000-4000-8000-000000000002' as SettingId,
      externalId: null
    };
    expect(plan([['Name'], ['Brook Nursery']], [brook, twin])).toMatchObject({
      error: { problems: [{ row: 2, kind: 'several-called' }] }
    });
    expect(plan([['Name'], ['Brook Nursery'], ['BROOK NURSERY']])).toMatchObject({
      error: { problems: [{ row: 3, kind: 'row-twice', first: 2 }] }
    });
  });

  test('need a heading Name, and no heading twice', () => {
    expect(plan([['Place'], ['x']])).toMatchObject({ error: { kind: 'wrong-headings' } });
    expect(
      plan([
        ['Name', 'Setting'],
        ['x', 'y']
      ])
    ).toMatchObject({
      error: { kind: 'heading-twice', heading: 'Setting' }
    });
    expect(plan([['Name']])).toMatchObject({ error: { kind: 'nothing-to-read' } });
  });
});

describe('a register of somebody else', () => {
  const register = [
    ['Register of early years settings, June 2026', '', ''],
    ['URN', 'Name of setting', 'Type', 'Mood'],
    ['9', 'Weir School', 'School', 'good']
  ];

  test('is told by what its headings mean, its title passed over', () => {
    expect(tellSettingColumns(register)).toMatchObject({
      row: 1,
      columns: [
        { use: 'externalId', samples: ['9'] },
        { use: 'name' },
        { use: 'kind' },
        { heading: 'Mood', use: null }
      ]
    });
    const answer = plan(underSettingHeadings(register), []);
    expect(answer.ok && answer.value.added).toMatchObject([
      { row: 3, details: { name: 'Weir School', kind: 'school', externalId: '9' } }
    ]);
  });

  test('is read as somebody says instead', () => {
    const answer = plan(underSettingHeadings(register, ['', 'name', 'kind', 'area']), []);
    expect(answer.ok && answer.value.added).toMatchObject([
      { details: { name: 'Weir School', area: 'good', externalId: null } }
    ]);
  });
});

test.each([
  [
    'URN,EstablishmentName,TypeOfEstablishment (name),OpenDate',
    '9,Brook Primary,Community school,2010-09-01',
    { name: 'Brook Primary', given: { externalId: '9', kind: 'school', openedOn: '2010-09-01' } }
  ],
  [
    'CSNumber,ServiceName,CareService,Service_town',
    'CS9,Weir Nursery,Day Care of Children,Weir',
    { name: 'Weir Nursery', given: { externalId: 'CS9', kind: 'early-learning-centre' } }
  ],
  [
    'Provider URN,Provider name,Provider type,Provider status',
    'EY9,Weir Nursery,Childcare on non-domestic premises,Active',
    { name: 'Weir Nursery', given: { externalId: 'EY9', kind: 'nursery' } }
  ]
])('a national register with the headings %s is read', (headings, row, setting) => {
  const cells = [headings, row].map((line) => line.split(','));
  expect(readSettingRows(underSettingHeadings(cells))).toEqual({
    ok: true,
    value: [{ row: 2, ...setting }]
  });
});

test('a table without a name is refused with the headings that it has, not as if it were empty', () => {
  const table = [
    ['Betrieb', 'Typ'],
    ['Hill', 'Nursery']
  ];
  expect(readSettingRows(underSettingHeadings(table))).toEqual({
    ok: false,
    error: { kind: 'wrong-headings', given: ['Betrieb', 'Typ'] }
  });
});

test('days of opening and closing stand under the words of a register', () => {
  const table = [
    ['Provider name', 'Registered on', 'Closing date'],
    ['Hill', '2019-09-01', '31/12/2024']
  ];
  expect(readSettingRows(underSettingHeadings(table))).toMatchObject({
    value: [{ given: { openedOn: '2019-09-01', closedOn: '2024-12-31' } }]
  });
});
