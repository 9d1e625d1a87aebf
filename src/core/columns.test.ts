import { describe, expect, test } from 'vitest';
import {
  withoutNotesBelow,
  columnLetters,
  fieldNamed,
  guessFields,
  headingRowOf,
  headingsKey,
  isErrorCell,
  notesBelowSentence,
  plainHeading,
  samplesOf,
  tellColumns,
  underHeadings
} from './columns.ts';

const headings = {
  name: ['label', 'name', 'service name'],
  place: ['address', 'postcode'],
  ages: ['ages', 'age range']
} as const;
const isHeading = (text: string) => fieldNamed(text, headings) !== undefined;

test('a heading is read as plain words', () => {
  expect(plainHeading('  Who is it for?* ')).toBe('who is it for');
  expect(plainHeading('Children’s & parents’ café')).toBe('childrens and parents cafe');
  expect(['ServiceName', 'CSNumber', 'NHS number', 'Address_line_1'].map(plainHeading)).toEqual([
    'service name',
    'cs number',
    'nhs number',
    'address line 1'
  ]);
  expect(headingsKey(['Service name ', 'AGES'])).toBe('service name|ages');
});

describe('columns are told', () => {
  test('by headings that name a field, and each field goes to one column', () => {
    expect(guessFields(['Service Name', 'Name', 'Ages'], headings)).toEqual(['name', null, 'ages']);
  });

  test('by the words of a field among others, after those that name one', () => {
    expect(guessFields(['Name of provider', 'Service name', 'Age range served'], headings)).toEqual(
      [null, 'name', 'ages']
    );
  });

  test('not by words that the last one makes something else of', () => {
    const own = { provider: ['provider'], checked: ['last checked'], place: ['postcode'] } as const;
    const given = ['Provider status', 'Provider URN', 'Date last checked', 'Venue postcode'];
    expect(guessFields(given, own)).toEqual([null, null, 'checked', 'place']);
  });

  test('several times where a field takes several', () => {
    expect(guessFields(['Address', 'Postcode'], headings, new Set(['place']))).toEqual([
      'place',
      'place'
    ]);
  });

  test('not at all by words that mean nothing here', () => {
    expect(guessFields(['Mood', '', 'Filename'], headings)).toEqual([null, null, null]);
  });
});

describe('the row of headings', () => {
  test('stands below a title', () => {
    const cells = [['Directory of services, June 2026'], [''], ['Name', 'Ages'], ['Hub', '0-5']];
    expect(headingRowOf(cells, isHeading)).toBe(2);
  });

  test('is the first of the widest where no word is known', () => {
    expect(headingRowOf([['A title'], ['Wer', 'Was'], ['Hub', 'Tee']], isHeading)).toBe(1);
  });

  test('may be one word', () => {
    expect(headingRowOf([['Label'], ['Hub']], isHeading)).toBe(0);
    expect(headingRowOf([[''], []], isHeading)).toBeNull();
  });
});

test('three different texts show what a column holds', () => {
  expect(samplesOf([['a'], [''], ['a'], ['b'], [], ['c'], ['d']], 0)).toEqual(['a', 'b', 'c']);
});

test('columns have letters, and failed formulas are no texts', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  const failed = ['#N/A', '#div/0!', '#ERROR!', 'Err:502', ' #CONNECT! '];
  const texts = ['#1', '# of places', 'Err: no', 'N/A'];
  expect([...failed, ...texts].map(isErrorCell)).toEqual([
    ...failed.map(() => true),
    ...texts.map(() => false)
  ]);
});

test('a table is put under other headings, its rows keeping their numbers', () => {
  const cells = [['Register, June'], ['Name of setting', 'Mood', 'Ages'], ['Brook', 'good', '3+']];
  const told = tellColumns(cells, { ...headings, name: ['name', 'setting'] });
  expect(told).toEqual({
    row: 1,
    columns: [
      { heading: 'Name of setting', samples: ['Brook'], use: 'name' },
      { heading: 'Mood', samples: ['good'], use: null },
      { heading: 'Ages', samples: ['3+'], use: 'ages' }
    ]
  });
  expect(underHeadings(cells, 1, ['Name', '', 'Ages'])).toEqual([
    [],
    ['Name', '', 'Ages'],
    ['Brook', '', '3+']
  ]);
});

describe('notes below a table', () => {
  const table = [['Week', 'Value'], ['3/2/2026', '5'], []];

  test('are passed over and said, with rows of one text behind the first of them', () => {
    const notes = [['Notes'], ['Counted by hand'], [], ['Source: our own register', '2026']];
    expect(withoutNotesBelow([...table, ...notes])).toEqual({ cells: table, rows: [4, 5, 7] });
    expect(notesBelowSentence([4, 5, 7])).toBe(
      'Rows 4 to 7 below the table hold notes and no values, and were passed over.'
    );
    expect(notesBelowSentence([])).toBeNull();
  });

  test.each([
    ['a total', [['Total', '5']]],
    ['a date without its value', [['10/2/2026']]],
    ['a row without its figure above a note', [['10/2/2026'], ['Source: us']]],
    ['a note between rows', [['Notes'], ['10/2/2026', '6']]]
  ])('are not %s', (_, rows) => {
    expect(withoutNotesBelow([...table, ...rows]).rows).toEqual([]);
  });

  test('are not looked for below one column', () => {
    expect(withoutNotesBelow([['Name'], ['Brook'], ['Notes']]).rows).toEqual([]);
  });
});
