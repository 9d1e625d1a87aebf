import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { viewHistory } from '#modules/partnerships/server';
import type { World } from '#platform/command';
import { valueOf } from '../../../../tests/support/good.ts';
import { longestTurnOf } from '../../../../tests/support/processor-time.ts';
import { at, testPlace, testWorld } from '../../../../tests/support/world.ts';
import { addIndicator, changeIndicator } from '../own/commands.server.ts';
import { viewValues } from '../own/queries.server.ts';
import { addValue, changeValue, removeValue } from '../own/value-commands.server.ts';
import { carryOn } from './carry-on.server.ts';
import {
  beginImport,
  chooseSheet,
  confirmImport,
  discardImport,
  matchColumns,
  matchNames,
  undoImport
} from './commands.server.ts';
import type { ColumnUse } from './meanings.ts';
import { viewImport, viewImports, viewLeftOut, viewUndo } from './queries.server.ts';

const world = await testWorld();
const later = at(world, '2026-03-05T10:00:00.000Z');
const place = await testPlace(world);
const { lead, contributor, reader } = place.people;

let made = 0;
/** A place of its own for each test: names of indicators and remembered headings would meet otherwise. */
async function newIndicator(
  given: Readonly<Record<string, unknown>> = {}
): Promise<{ id: string; title: string }> {
  made += 1;
  const title = `Reviews at two, ${made}`;
  const indicator = {
    title,
    unit: 'percent',
    betterWhen: 'high',
    frequency: 'financial-quarter',
    groups: 'Most deprived fifth\nLeast deprived fifth',
    ...given
  };
  return { id: valueOf(await addIndicator.run(lead, place.id, indicator, world)).id, title };
}

type FileGiven = {
  readonly indicatorId?: string;
  readonly fileName?: string;
  readonly world?: World;
};

/** Takes a file in and as far as it goes alone; answers its id. */
async function begins(content: string | Buffer, given: FileGiven = {}): Promise<string> {
  const { indicatorId = '', fileName = 'values.csv', world: then = world } = given;
  const input = { indicatorId, fileName, bytes: Buffer.from(content) };
  const { id } = valueOf(await beginImport.run(contributor, place.id, input, then));
  await carryOn(contributor, place.id, id, then);
  return id;
}

const looksAt = async (id: string, show = '') =>
  valueOf(await viewImport.run(contributor, place.id, { id, show }, world));

async function confirms(id: string, given: { takeTheRest?: boolean; world?: World } = {}) {
  const then = given.world ?? world;
  const seen = (await looksAt(id)).draft?.touchedAt.toISOString() ?? '';
  const input = { id, seen, takeTheRest: given.takeTheRest ?? false };
  const answer = await confirmImport.run(contributor, place.id, input, then);
  if (answer.ok) await carryOn(contributor, place.id, id, then);
  return answer;
}

const matches = (id: string, uses: readonly ColumnUse[], more: Record<string, unknown> = {}) =>
  matchColumns.run(contributor, place.id, { id, uses, ...more }, world);

async function valuesNow(id: string) {
  const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
  return values.map(({ period, area, breakdown, value }) => [period, area, breakdown, value]);
}

/** Periods as publishers, Excel and Kobo write them. */
const periodForms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'academic-year': { '202425': '2024/25', 'Academic year 2023-24': '2023/24' },
  'financial-year': { 'FY2024/25': '2024/25', 'Year ending March 2024': '2023/24' },
  'financial-quarter': { 'Oct-Dec 2024': '2024/25 Q3' },
  'calendar-year': { 'Jan 2024-Dec 2024': '2024' },
  month: { '2024-01-01': '2024-01', '2024 FEB': '2024-02', '2024M03': '2024-03' },
  day: { '01-Apr-2024': '2024-04-01', '2024-04-02T09:30:00.000+01:00': '2024-04-02' }
};

test.each(Object.entries(periodForms))(
  'a period of the kind %s is read in every form, typed and in a file; several years are said to be such',
  async (frequency, forms) => {
    const written = Object.keys(forms);
    const periods = Object.values(forms).sort().reverse();
    const typed = await newIndicator({ frequency, groups: '' });
    for (const period of written)
      valueOf(await addValue.run(contributor, place.id, { indicatorId: typed.id, period, value: '50' }, world)); // prettier-ignore
    expect((await valuesNow(typed.id)).map(([period]) => period)).toEqual(periods);

    const { id } = await newIndicator({ frequency, groups: '' });
    const rows = [...written, '2022/23 - 24/25'].map((period) => `${period},50`);
    const file = await begins(`period,value\n${rows.join('\n')}\n`, { indicatorId: id });
    const { rows: refused } = await looksAt(file, 'refused');
    expect(refused).toMatchObject([
      { row: rows.length + 1, problems: [{ problem: { kind: 'period-of-several-years' } }] }
    ]);
    valueOf(await confirms(file, { takeTheRest: true }));
    expect((await valuesNow(id)).map(([period]) => period)).toEqual(periods);
  }
);

describe('a file whose headings say everything', () => {
  test('shows what it would change, changes it, and changes nothing the second time', async () => {
    const { id } = await newIndicator();
    const there = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    valueOf(await addValue.run(contributor, place.id, there, world));
    const text =
      'period,area,group,value\n2025/26 Q1,,,52\n2025/26 Q2,,,53\n2025/26 Q2,Hope ward,Most deprived fifth,41.5\n';
    const given = { indicatorId: id };
    let file = await begins(text, given);
    const first = await looksAt(file);
    expect(first.draft?.state).toBe('to-match'); // rows without an area, and a new area, are asked about
    valueOf(await matches(file, first.guess?.uses ?? [], { ...given, carriesDown: 'no' }));
    const before = await looksAt(file);
    expect(before.unknown).toEqual([{ kind: 'area', text: 'Hope ward', near: null }]);
    const names = [{ kind: 'area', text: 'Hope ward', meaning: 'new-area' }];
    valueOf(await matchNames.run(contributor, place.id, { id: file, names }, world));
    await carryOn(contributor, place.id, file, world);
    const preview = await looksAt(file);
    expect(preview.draft?.state).toBe('to-confirm');
    expect(preview.counts).toMatchObject({ added: 2, changed: 1, unchanged: 0, refused: 0 });
    expect(preview.rows).toMatchObject([
      { row: 2, what: 'changed', before: { value: 50 }, after: { value: 52 } }
    ]);
    expect(await valuesNow(id)).toEqual([['2025/26 Q1', '', 'all', 50]]);

    valueOf(await confirms(file));
    expect(await valuesNow(id)).toEqual([
      ['2025/26 Q2', '', 'all', 53],
      ['2025/26 Q2', 'Hope ward', 'most-deprived-fifth', 41.5],
      ['2025/26 Q1', '', 'all', 52]
    ]);

    file = await begins(text, given);
    const again = await looksAt(file);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect(again.earlier).toMatchObject([{ fileName: 'values.csv', added: 2, changed: 1 }]);
    expect(await confirms(file)).toMatchObject({ ok: false, error: { kind: 'nothing-to-save' } });
  });

  test('keeps a note and a status that it does not speak of, and counts while their value is the same', async () => {
    const { id } = await newIndicator();
    const there = {
      indicatorId: id,
      period: '2025/26 Q1',
      numerator: '1',
      denominator: '4',
      status: 'provisional',
      note: 'Counted by hand'
    };
    valueOf(await addValue.run(contributor, place.id, there, world));
    const file = await begins('period,value\n2025/26 Q1,25\n', { indicatorId: id });
    expect((await looksAt(file)).counts).toMatchObject({ unchanged: 1 });
    const other = await begins('period,value\n2025/26 Q1,26\n', { indicatorId: id });
    valueOf(await confirms(other));
    const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
    expect(values).toMatchObject([
      { value: 26, numerator: null, denominator: null, status: 'provisional', note: 'Counted by hand' } // prettier-ignore
    ]);
  });

  test('is refused whole where a row is bad, unless the good rows are wanted; the others can be taken away', async () => {
    const { id } = await newIndicator();
    const text = 'period,value\n2025/26 Q1,52\n2025/26 Q2,=B2\n2025/26 Q9,5\n';
    const file = await begins(text, { indicatorId: id });
    const preview = await looksAt(file);
    expect(preview.rows.map(({ row, problems }) => [row, problems[0]?.problem.kind])).toEqual([
      [3, 'formula'],
      [4, 'unreadable-period']
    ]);
    expect(await confirms(file)).toEqual({ ok: false, error: { kind: 'rows-refused', rows: 2 } });
    expect(await valuesNow(id)).toEqual([]);
    valueOf(await confirms(file, { takeTheRest: true }));
    expect(await valuesNow(id)).toEqual([['2025/26 Q1', '', 'all', 52]]);
    const left = valueOf(await viewLeftOut.run(contributor, place.id, { id: file }, world));
    expect(left).toMatchObject({
      headings: ['period', 'value'],
      rows: [{ cells: ['2025/26 Q2', '=B2'] }, { cells: ['2025/26 Q9', '5'] }]
    });
  });
});

describe('a file with headings of its own', () => {
  test('is matched once; the next with the same headings goes through by itself', async () => {
    const { id, title } = await newIndicator();
    const head = 'Was;Wann;Wo;Wie viel;Bemerkung';
    const rows = [
      `${title};2025/26 Q1;Harbour;54,5;`,
      `Reviews;2025/26 Q1;;1,5;Café counted`,
      `Something else;2025/26 Q1;;2;`
    ];
    // As Excel for Windows saves it: é is a single byte.
    const file = await begins(Buffer.from([head, ...rows].join('\r\n'), 'latin1'));
    const first = await looksAt(file);
    expect(first.draft).toMatchObject({ state: 'to-match', remembered: null });
    expect(first.guess).toMatchObject({ decimal: 'comma' });
    expect(await matches(file, ['nothing', 'nothing', 'nothing', 'value', 'note'])).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'indicatorId' }, { path: 'period' }] }
    });
    const uses: ColumnUse[] = ['indicator', 'period', 'area', 'value', 'note'];
    expect(await matches(file, uses, { decimal: 'comma', carriesDown: 'no' })).toEqual({
      ok: true,
      value: { isMatched: false }
    });
    const asked = await looksAt(file);
    expect(asked.unknown.map(({ kind, text }) => [kind, text])).toEqual([
      ['indicator', 'Reviews'],
      ['indicator', 'Something else'],
      ['area', 'Harbour']
    ]);
    const some = [{ kind: 'indicator', text: 'Reviews', meaning: id }];
    expect(
      await matchNames.run(contributor, place.id, { id: file, names: some }, world)
    ).toMatchObject({ ok: false, error: { issues: [{ path: 'name-1' }, { path: 'name-2' }] } });
    const names = [
      { kind: 'indicator', text: 'Reviews', meaning: id },
      { kind: 'indicator', text: 'Something else', meaning: 'pass-over' },
      { kind: 'area', text: 'Harbour', meaning: 'new-area' }
    ];
    valueOf(await matchNames.run(contributor, place.id, { id: file, names }, world));
    await carryOn(contributor, place.id, file, world);
    expect((await looksAt(file)).counts).toMatchObject({ added: 2, refused: 0, 'passed-over': 1 });
    valueOf(await confirms(file));
    const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
    expect(values).toMatchObject([
      { area: '', value: 1.5, note: 'Café counted' },
      { area: 'Harbour', value: 54.5, note: '' }
    ]);

    const next = await begins([head, `Reviews;2025/26 Q2;harbour;60;`].join('\n'));
    const second = await looksAt(next);
    expect(second.draft).toMatchObject({ state: 'to-confirm', remembered: { by: 'contributor' } });
    expect(second.rows).toMatchObject([{ area: 'Harbour', after: { value: 60 } }]);
  });

  test('that is a workbook with periods across is read as one value a cell', async () => {
    const { title } = await newIndicator({ frequency: 'financial-year' });
    const data: SheetData = [
      ['Table 3: reviews by ward'],
      [],
      ['Measure', 'Ward', '2023/24', '2024/25', '2025/26'],
      [title, 'Hope ward', 51.5, '[c]', 55],
      [title, 'Mill ward', '..', 48, '49.5 [p]']
    ].map((row) => row.map((value) => ({ value: value as string }))); // numbers are cells too
    const bytes = await writeXlsxFile(data).toBuffer();
    const file = await begins(bytes, { fileName: 'wide.xlsx' });
    const { guess, draft } = await looksAt(file);
    expect(draft?.overview?.headingRow).toBe(3);
    expect(guess).toMatchObject({
      uses: ['indicator', 'area', 'across', 'across', 'across'],
      across: 'period'
    });
    valueOf(await matches(file, guess?.uses ?? [], { across: 'period' }));
    const names = ['Hope ward', 'Mill ward'].map((text) => ({ kind: 'area', text, meaning: 'new-area' })); // prettier-ignore
    await matchNames.run(contributor, place.id, { id: file, names }, world); // may be known from another test
    await carryOn(contributor, place.id, file, world);
    const preview = await looksAt(file);
    expect(preview.counts).toMatchObject({ added: 6, refused: 0 });
    expect(preview.rows.map(({ row, period, after }) => [row, period, after.value, after.status])).toEqual([
      [4, '2023/24', 51.5, 'final'],
      [4, '2024/25', null, 'suppressed'],
      [4, '2025/26', 55, 'final'],
      [5, '2023/24', null, 'not-available'],
      [5, '2024/25', 48, 'final'],
      [5, '2025/26', 49.5, 'provisional']
    ]); // prettier-ignore
    expect(preview.rows[1]?.after.note).toBe('Marked “[c]” in the file: hidden to protect people.');
  });
});

test('hidden, low, not there, not applicable and revised stay different things', async () => {
  const { id } = await newIndicator({ frequency: 'financial-year' });
  const rows = [
    '2018/19,61.2 [r]',
    '2019/20,k',
    '2020/21,[low]',
    '2021/22,c',
    '2022/23,fewer than 5',
    '2023/24,not collected',
    '2024/25,x',
    '2025/26,z'
  ];
  const file = await begins(['Period,Value', ...rows].join('\n'), { indicatorId: id });
  valueOf(await confirms(file));
  const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
  const found = values.map(({ value, status }) => [value, status]);
  expect(found.toSorted()).toEqual(
    [
      [61.2, 'revised'],
      [null, 'low'],
      [null, 'low'],
      [null, 'suppressed'],
      [null, 'suppressed'],
      [null, 'not-collected'],
      [null, 'not-available'],
      [null, 'not-applicable']
    ].toSorted()
  );
});

test('of a workbook with several sheets another can be read, and is the one that is saved', async () => {
  const { id } = await newIndicator({ frequency: 'financial-year' });
  const sheet = (...figures: readonly number[]) =>
    [['Period', 'Value'], ...figures.map((figure, index) => [`${2020 + index}/${21 + index}`, figure])].map((row) => row.map((value) => ({ value: value as string }))); // prettier-ignore
  const bytes = await writeXlsxFile([
    { sheet: 'Children', data: sheet(41, 42, 43) as SheetData },
    { sheet: 'Parents', data: sheet(51, 52) as SheetData }
  ]).toBuffer();
  const file = await begins(bytes, { fileName: 'two.xlsx', indicatorId: id });
  const read = await looksAt(file);
  expect(read.draft?.overview?.sheet).toEqual({ name: 'Children', others: ['Parents'] });
  expect(read.counts.added).toBe(3);
  const unknown = { id: file, sheet: 'Nowhere' };
  expect(await chooseSheet.run(contributor, place.id, unknown, world)).toMatchObject({ ok: false });
  valueOf(await chooseSheet.run(contributor, place.id, { id: file, sheet: 'Parents' }, world));
  await carryOn(contributor, place.id, file, world);
  expect((await looksAt(file)).draft?.overview?.sheet).toEqual({
    name: 'Parents',
    others: ['Children']
  });
  valueOf(await confirms(file));
  const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
  expect(values.map(({ value }) => value).toSorted()).toEqual([51, 52]);
});

describe('two people at once', () => {
  test('lose nothing: what one changed after the other looked is shown before it is written over', async () => {
    const { id } = await newIndicator();
    const there = { indicatorId: id, period: '2025/26 Q1', value: '50' };
    const added = valueOf(await addValue.run(contributor, place.id, there, world));
    const file = await begins('period,value\n2025/26 Q1,52\n2025/26 Q2,53\n', { indicatorId: id });
    const change = { id: added.id, version: 1, period: '2025/26 Q1', value: '51' };
    valueOf(await changeValue.run(lead, place.id, change, world));
    const meanwhile = { ...there, period: '2025/26 Q2', value: '54' };
    valueOf(await addValue.run(lead, place.id, meanwhile, world));

    valueOf(await confirms(file));
    const again = await looksAt(file);
    expect(again.draft).toMatchObject({ state: 'to-confirm', changedSince: 2 });
    expect(await valuesNow(id)).toEqual([
      ['2025/26 Q2', '', 'all', 54],
      ['2025/26 Q1', '', 'all', 51]
    ]);
    expect(again.counts).toMatchObject({ added: 0, changed: 2 });
    expect(again.rows).toMatchObject([
      { row: 2, isChangedSince: true, before: { value: 51, by: 'lead' }, after: { value: 52 } },
      { row: 3, isChangedSince: true, before: { value: 54 }, after: { value: 53 } }
    ]);
    const stale = { id: file, seen: '2026-01-01T00:00:00.000Z', takeTheRest: '' };
    expect(await confirmImport.run(contributor, place.id, stale, world)).toMatchObject({
      ok: false,
      error: { kind: 'changed-since-preview' }
    });
    valueOf(await confirms(file));
    expect(await valuesNow(id)).toEqual([
      ['2025/26 Q2', '', 'all', 53],
      ['2025/26 Q1', '', 'all', 52]
    ]);
  });

  test('one changes the indicator: the file is checked again', async () => {
    const { id } = await newIndicator();
    const file = await begins('period,value\n2025/26 Q1,520\n', { indicatorId: id });
    expect((await looksAt(file)).counts).toMatchObject({ refused: 1 });
    const other = await begins('period,value\n2025/26 Q1,52\n', { indicatorId: id });
    const yearly = { title: 'By year', unit: 'percent', betterWhen: 'high', frequency: 'calendar-year' }; // prettier-ignore
    valueOf(await changeIndicator.run(lead, place.id, { ...yearly, id, version: 1 }, world));
    valueOf(await confirms(other));
    const again = await looksAt(other);
    expect(again.draft?.state).toBe('to-confirm');
    expect(again.rows[0]?.problems[0]?.problem.kind).toBe('unreadable-period');
    expect(await valuesNow(id)).toEqual([]);
  });
});

describe('undoing an import', () => {
  test('brings back what was there, and leaves what somebody changed since', async () => {
    const { id } = await newIndicator();
    const quarter = (number: number) => `2025/26 Q${number}`;
    for (const number of [1, 2]) {
      const value = { indicatorId: id, period: quarter(number), value: String(number) };
      valueOf(await addValue.run(contributor, place.id, value, world));
    }
    const text = 'period,value\n2025/26 Q1,11\n2025/26 Q2,12\n2025/26 Q3,13\n2025/26 Q4,14\n';
    const file = await begins(text, { indicatorId: id, world: later });
    valueOf(await confirms(file, { world: later }));
    const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
    const second = values.find((value) => value.period === quarter(2));
    const change = { id: second?.id, version: second?.version, period: quarter(2), value: '99' };
    valueOf(await changeValue.run(lead, place.id, change, later));

    const asked = valueOf(await viewUndo.run(contributor, place.id, { id: file }, world));
    expect(asked.counts).toEqual({ removed: 2, restored: 1, touched: 1 });
    expect(asked.touched).toMatchObject([
      { period: quarter(2), before: { value: 2 }, now: { value: 99 }, by: 'lead' }
    ]);
    const undone = await undoImport.run(
      contributor,
      place.id,
      { id: file, withTouched: '' },
      later
    );
    expect(undone).toEqual({ ok: true, value: { undone: 3, kept: 1 } });
    expect(await valuesNow(id)).toEqual([
      [quarter(2), '', 'all', 99],
      [quarter(1), '', 'all', 1]
    ]);
    expect(
      await undoImport.run(contributor, place.id, { id: file, withTouched: '' }, later)
    ).toMatchObject({ ok: false, error: { kind: 'already-undone' } });
    const list = valueOf(await viewImports.run(contributor, place.id, {}, world));
    expect(list.done.find((one) => one.id === file)).toMatchObject({
      added: 2,
      changed: 2,
      undone: { by: 'contributor', kept: 1 }
    });
    const first = values.find((value) => value.period === quarter(1));
    const history = { table: 'indicator_value', recordId: first?.id };
    expect(valueOf(await viewHistory.run(reader, place.id, history, world))).toHaveLength(3);
  });

  test('puts changed ones back too where that is wanted, and never what was taken out since', async () => {
    const { id } = await newIndicator();
    const text = 'period,value\n2025/26 Q1,11\n2025/26 Q2,12\n';
    const file = await begins(text, { indicatorId: id });
    valueOf(await confirms(file));
    const { values } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
    const [second, first] = values;
    const change = { id: first?.id, version: 1, period: '2025/26 Q1', value: '77' };
    valueOf(await changeValue.run(lead, place.id, change, later));
    valueOf(await removeValue.run(lead, place.id, { id: second?.id }, later));
    const undone = await undoImport.run(
      contributor,
      place.id,
      { id: file, withTouched: 'yes' },
      later
    );
    expect(undone).toEqual({ ok: true, value: { undone: 1, kept: 0 } });
    expect(await valuesNow(id)).toEqual([]);
  });
});

test('a file that is no spreadsheet says so, and can be let go of', async () => {
  const file = await begins(Buffer.from('89504e470d0a1a0a0000000d', 'hex'), { fileName: 'x.png' });
  const { draft } = await looksAt(file);
  expect(draft).toMatchObject({ state: 'failed', problem: { kind: 'not-a-spreadsheet' } });
  valueOf(await discardImport.run(contributor, place.id, { id: file }, world));
  expect(await viewImport.run(contributor, place.id, { id: file }, world)).toMatchObject({
    ok: false
  });
});

// A hundred thousand are timed by `npm run bench import-values`.
describe('twenty thousand rows', () => {
  const unhurried = 180_000;
  const rowCount = 20_000;
  const wards = 100;

  test(
    'are read, looked at, saved and taken back, and nothing of it holds up the thread that answers others',
    async () => {
      const { id, title } = await newIndicator({ unit: 'count', frequency: 'day', groups: '' });
      const day = 24 * 60 * 60 * 1000;
      const rows = Array.from({ length: rowCount }, (_, index) => {
        const on = new Date(Date.UTC(2022, 0, 1) + Math.floor(index / wards) * day);
        return `${title.replace(',', '')},${on.toISOString().slice(0, 10)},Ward ${index % wards},${index % 40}`;
      });
      const text = ['indicator,period,area,value', ...rows].join('\n');
      let file = '';
      const longest = await longestTurnOf(async () => {
        file = await begins(text);
        const { unknown, draft } = await looksAt(file);
        expect(draft?.overview?.rowCount).toBe(rowCount);
        valueOf(
          await matchNames.run(
            contributor,
            place.id,
            {
              id: file,
              names: unknown.map(({ kind, text: name }) => ({
                kind,
                text: name,
                meaning: kind === 'area' ? 'new-area' : id
              }))
            },
            world
          )
        );
        await carryOn(contributor, place.id, file, world);
        expect((await looksAt(file)).counts).toMatchObject({ added: rowCount, refused: 0 });
        valueOf(await confirms(file));
        const { count } = valueOf(await viewValues.run(contributor, place.id, { id }, world));
        expect(count).toBe(rowCount);
        valueOf(await undoImport.run(contributor, place.id, { id: file, withTouched: '' }, later));
      });
      expect(valueOf(await viewValues.run(contributor, place.id, { id }, world)).count).toBe(0);
      // Reading such a file on the thread that answers would hold everybody up for seconds.
      expect(longest).toBeLessThan(1500);
    },
    unhurried
  );
});
