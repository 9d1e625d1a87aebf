import { describe, expect, test } from 'vitest';
import {
  columnLetters,
  fieldNamed,
  guessFields,
  headingRowOf,
  headingsKey,
  isErrorCell,
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
  expect(['#N/A', '#div/0!', '#1', '# of places'].map(isErrorCell)).toEqual([
    true,
    true,
    false,
    false
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
