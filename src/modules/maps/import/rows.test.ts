import { describe, expect, test } from 'vitest';
import { readCsv, readSheets, sheet } from './builders.ts';
import { rowProblemSentence } from './sentences.ts';

const refusedOf = (text: string) =>
  readCsv(text).refused.map(({ where, problems }) => [
    where.row,
    ...problems.map((problem) => rowProblemSentence(problem))
  ]);

test('the toolkit’s own columns are read', () => {
  const file = readCsv(
    'Label,Tag,Organisation,Description\r\n' +
      'Rhyme Time,Story and song,Fernhollow Libraries,"Songs and rhymes, on Tuesdays."\r\n'
  );
  expect(file.refused).toEqual([]);
  expect(file.services).toEqual([
    {
      where: { sheet: '', row: 2 },
      externalId: null,
      label: 'Rhyme Time',
      hasType: false,
      given: {
        tags: ['Story and song'],
        organisation: 'Fernhollow Libraries',
        description: 'Songs and rhymes, on Tuesdays.'
      },
      factors: []
    }
  ]);
});

describe('factors', () => {
  test('are named by title or id, several with an upright line, whatever the quotes and dashes', () => {
    const file = readCsv(
      "Label,Factors\nA,play and verbal EXCHANGES|nutrition\nB,Children's centres\nC,childrens-centres\n"
    );
    expect(file.services.map((row) => row.factors)).toEqual([
      ['play-and-verbal-exchanges', 'nutrition'],
      ['childrens-centres'],
      ['childrens-centres']
    ]);
  });

  test('that nobody knows refuse their row by name', () => {
    expect(refusedOf('Label,Factors\nA,Kindness\nB,Nutrition\n')).toEqual([
      [
        2,
        '“Kindness” is not one of the factors. Use its title, with an upright line (|) between several.'
      ]
    ]);
  });
});

describe('a row is refused, with its number as the spreadsheet counts,', () => {
  test.each([
    ['without a label', 'Label,Tag\n,Nursery\n', 'The Label is empty. Give the service a name.'],
    [
      'with a formula, by its cell',
      'Label,Organisation,Description\nA,B,=HYPERLINK("https://example.org")\n',
      'The column Description holds a formula (cell C2). Replace it with its value.'
    ],
    [
      'with a web address that is none',
      'Label,URL\nA,javascript:alert(1)\n',
      '“javascript:alert(1)” is not a web address. Begin with http:// or https://.'
    ],
    [
      'with a stage that is none',
      'Label,Stage\nA,gold\n',
      '“gold” is not a stage. Use universal, targeted or intensive.'
    ],
    [
      'with an age that is none',
      'Label,Ages\nA,teenagers\n',
      '“teenagers” is not one of the ages. Use its title, with an upright line (|) between several.'
    ],
    [
      'with a day that does not exist',
      'Label,Source date\nA,2026-02-30\n',
      '“2026-02-30” is not a date. Write a year, a month or a day that exists: 2026, 2026-03 or 2026-03-31.'
    ],
    [
      'with a place off the map',
      'Label,Longitude,Latitude\nA,-2.3,153\n',
      '“153” in the column Latitude is not a number of degrees, such as 53.44085.'
    ],
    [
      'with half a place',
      'Label,Longitude,Latitude\nA,-2.3,\n',
      'Longitude and Latitude belong together: give both or neither.'
    ],
    [
      'with a label that is too long',
      `Label\n${'x'.repeat(201)}\n`,
      'The column Label has more than 200 characters. Shorten it.'
    ]
  ])('%s', (_, text, sentence) => {
    expect(refusedOf(text)).toEqual([[2, sentence]]);
  });

  test('with every reason at once', () => {
    expect(refusedOf('Label,Stage,URL\n,gold,nowhere\n')[0]).toHaveLength(4);
  });

  test('and the others are not', () => {
    const file = readCsv('Label\nA\n=1+1\nB\n');
    expect(file.services.map((row) => [row.where.row, row.label])).toEqual([
      [2, 'A'],
      [4, 'B']
    ]);
  });
});

test('text that begins with a sign is text; an apostrophe that guarded it is taken off', () => {
  const file = readCsv("Label,Description\n+Parents,-\n@Home,'=not run\n'+44,plain\n");
  expect(file.services.map((row) => [row.label, row.given.description])).toEqual([
    ['+Parents', '-'],
    ['@Home', '=not run'],
    ['+44', 'plain']
  ]);
});

test('a formula in a column there is no place for does not matter', () => {
  const file = readSheets(
    sheet([
      ['Label', 'Mood'],
      ['A', { formula: 'RAND()' }]
    ])
  );
  expect(file.ok && file.value.refused).toEqual([]);
});

test('what seems to be a personal detail is noted and nothing of it repeated', () => {
  const file = readCsv(
    'Label,Description\nHub,Ring 0161 496 0000 or write to hub@fernhollow.example\n'
  );
  expect(file.notes).toEqual([
    {
      kind: 'may-name-someone',
      where: { sheet: '', row: 2 },
      column: 'Description',
      kinds: ['phone', 'email']
    }
  ]);
});

describe('connections', () => {
  test('go from one to several, with a type and a direction', () => {
    const file = readCsv('From,To,Type,Direction,Established\nA,B|C,referral,mutual,no\n');
    expect(file.connections).toEqual([
      {
        where: { sheet: '', row: 2 },
        from: 'A',
        to: ['B', 'C'],
        type: 'referral',
        direction: 'mutual',
        established: false
      }
    ]);
  });

  test('without an end, or with a direction nobody knows, are refused', () => {
    expect(refusedOf('From,To,Direction\n,B,\nA,,\nA,B,sideways\n')).toEqual([
      [2, 'The column From is empty. A connection needs both ends.'],
      [3, 'The column To is empty. A connection needs both ends.'],
      [4, '“sideways” is not a direction. Use directed, undirected or mutual.']
    ]);
  });
});
