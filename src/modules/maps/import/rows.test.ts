import { describe, expect, test } from 'vitest';
import { readCsv, readSheets, sheet } from './read-samples.server.ts';
import { cellProblemSentence, noteSentence, rowProblemSentence } from './sentences.ts';

const refusedOf = (text: string) =>
  readCsv(text).refused.map(({ where, problems }) => [
    where.row,
    ...problems.map((problem) => rowProblemSentence(problem))
  ]);

const leftOutOf = (text: string) =>
  readCsv(text).leftOut.map(({ at, heading, problem }) => [
    at,
    heading,
    cellProblemSentence(problem)
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
      factors: [],
      areAllFactors: true
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

  test('that nobody knows are left out, and those beside them in the cell are not', () => {
    const file = readCsv('Label,Factors\nA,Kindness; Nutrition\nB,Nutrition\n');
    expect(file.services.map((row) => [row.label, row.factors, row.areAllFactors])).toEqual([
      ['A', ['nutrition'], false],
      ['B', ['nutrition'], true]
    ]);
    expect(leftOutOf('Label,Factors\nA,Kindness; Nutrition\n')).toEqual([
      ['B2', 'Factors', '“Kindness” is not one of the factors.']
    ]);
  });

  test('are parted by commas where every part is one', () => {
    const file = readCsv('Label,Factors\nA,"Nutrition, play and verbal exchanges"\n');
    expect(file.services[0]?.factors).toEqual(['nutrition', 'play-and-verbal-exchanges']);
  });
});

describe('a row is refused only where it does not say what it is about', () => {
  test.each([
    ['without a name', 'Label,Tag\n,Nursery\n', 'The service has no name. Give it one.'],
    [
      'with a name that is too long',
      `Label\n${'x'.repeat(201)}\n`,
      'The name has more than 200 characters. Shorten it.'
    ]
  ])('%s', (_, text, sentence) => {
    expect(refusedOf(text)).toEqual([[2, sentence]]);
  });

  test('and the others come in', () => {
    const file = readCsv('Label\nA\n=1+1\nB\n');
    expect(file.services.map((row) => [row.where.row, row.label])).toEqual([
      [2, 'A'],
      [4, 'B']
    ]);
  });
});

describe('a bad cell is left out by its place, and its row comes in:', () => {
  test.each([
    [
      'a formula',
      'Label,Organisation,Description\nA,B,=HYPERLINK("https://example.org")\n',
      ['C2', 'Description', 'It holds a formula. Put its result there instead.']
    ],
    [
      'a formula that failed',
      'Label,Organisation\nA,#N/A\n',
      ['B2', 'Organisation', 'Its formula failed, so there is nothing to take.']
    ],
    [
      'a web address that is none',
      'Label,URL\nA,javascript:alert(1)\n',
      ['B2', 'URL', '“javascript:alert(1)” is not a web address. Begin with http:// or https://.']
    ],
    [
      'a stage that is none',
      'Label,Stage\nA,gold\n',
      [
        'B2',
        'Stage',
        '“gold” is not a stage of support here. Use Universal, Targeted or Intensive.'
      ]
    ],
    [
      'an age that is none',
      'Label,Ages\nA,teenagers\n',
      ['B2', 'Ages', '“teenagers” is not one of the ages.']
    ],
    [
      'a day that does not exist',
      'Label,Source date\nA,2026-02-30\n',
      [
        'B2',
        'Source date',
        '“2026-02-30” is not a date. Write a year, a month or a day that exists: 2026, 2026-03 or 2026-03-31.'
      ]
    ],
    [
      'a place off the map',
      'Label,Latitude\nA,153\n',
      ['B2', 'Latitude', '“153” is not a number of degrees, such as 53.44085.']
    ],
    [
      'half a place',
      'Label,Longitude,Latitude\nA,-2.3,\n',
      ['B2', 'Longitude', 'Longitude and Latitude belong together, and the other is missing.']
    ],
    [
      'a text that is too long',
      `Label,Organisation\nA,${'x'.repeat(201)}\n`,
      ['B2', 'Organisation', 'It has more than 200 characters. Shorten it.']
    ]
  ])('%s', (_, text, left) => {
    expect(leftOutOf(text)).toEqual([left]);
    const file = readCsv(text);
    expect(file.refused).toEqual([]);
    // Nothing is said of the field, so that what is here already stays.
    expect(Object.values(file.services[0]?.given ?? {}).filter((value) => value !== 'B')).toEqual(
      []
    );
  });

  test('each of them', () => {
    expect(leftOutOf('Label,Stage,URL\nA,gold,no where\n')).toHaveLength(2);
  });
});

describe('what directories write', () => {
  test('web addresses without their beginning get it, which is said', () => {
    const file = readCsv(
      'Label,URL\nA,www.example.org\nB,example.org/rhymes?x=1\nC,https://a.example\n'
    );
    expect(file.services.map((row) => row.given.url)).toEqual([
      'https://www.example.org',
      'https://example.org/rhymes?x=1',
      'https://a.example'
    ]);
    expect(file.notes.map(noteSentence)).toEqual([
      '2 web addresses were written without their beginning, such as “www.example.org”: each gets https:// before it.'
    ]);
  });

  test('days, months and years come in words; digits that could be two days are left out', () => {
    const written = ['1 April 2025', 'Apr-25', '2025-04-01T09:30:00.000+01:00', '2025'];
    const rows = [...written, '03/04/2025'].map((date) => `Hub,${date}\n`);
    const text = `Label,Last updated\n${rows.join('')}`;
    expect(readCsv(text).services.map((row) => row.given.sourceDate)).toEqual([
      '2025-04-01',
      '2025-04',
      '2025-04-01',
      '2025',
      undefined
    ]);
    expect(leftOutOf(text).map(([at]) => at)).toEqual(['B6']);
  });

  test('which number of a date is the day, the whole column says', () => {
    const datesOf = (...dates: string[]) =>
      readCsv(`Label,Last updated\n${dates.map((date) => `Hub,${date}\n`).join('')}`).services.map(
        (row) => row.given.sourceDate
      );
    expect(datesOf('03/04/2025', '31/03/2025')).toEqual(['2025-04-03', '2025-03-31']);
    expect(datesOf('03/04/2025', '03/31/2025')).toEqual(['2025-03-04', '2025-03-31']);
    expect(datesOf('31/03/2025', '03/31/2025')).toEqual([undefined, undefined]);
    expect(datesOf('03/04/2025', '05/05/2025')).toEqual([undefined, '2025-05-05']);
  });

  test('what has no field of its own stands below the description', () => {
    const file = readCsv('Label,Summary,Languages\nA,Songs.,Urdu\nB,,\n');
    expect(file.services.map((row) => row.given.description)).toEqual([
      'Songs.\nLanguages: Urdu',
      ''
    ]);
  });

  test('who may come, when, at what cost and how are kept, after their headings where there are several', () => {
    const file = readCsv(
      'Label,Who it is for,Opening times,Cost,Booking,Accessibility\nA,Families,Tuesdays,Free,Just come,No steps\nB,,,,,\n'
    );
    expect(file.services.map((row) => row.given)).toEqual([
      {
        whoFor: 'Families',
        times: 'Tuesdays',
        costs: 'Free',
        access: 'Booking: Just come\nAccessibility: No steps'
      },
      { whoFor: '', times: '', costs: '', access: '' }
    ]);
  });

  test('an address comes from all its columns, its postcode once', () => {
    const file = readCsv('Label,Address,Town,Postcode\nA,"Mill Lane, AB1 2CD",Vale,ab1 2cd\n');
    expect(file.services[0]?.given.address).toBe('Mill Lane, AB1 2CD, Vale');
  });

  test('ages stand in free words', () => {
    const file = readCsv('Label,Age range\nA,under 1\nB,0-3 years\nC,11-18\n');
    expect(file.services.map((row) => row.given.ages)).toEqual([
      ['months-0-11'],
      ['months-0-11', 'months-8-36'],
      []
    ]);
  });

  test('keywords are parted by semicolons and commas, while our own tags may hold them', () => {
    expect(readCsv('Label,Keywords\nA,Play; Music\n').services[0]?.given.tags).toEqual([
      'Play',
      'Music'
    ]);
    expect(readCsv('Label,Tags\nA,Play; Music\n').services[0]?.given.tags).toEqual(['Play; Music']);
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
  const file = readSheets({ ...sheet([['Label', 'Mood'], ['A', '']]), withoutResult: ['B2'] }); // prettier-ignore
  expect([file.refused, file.leftOut]).toEqual([[], []]);
  const named = readSheets({ ...sheet([['Label', 'Type'], ['A', '']]), withoutResult: ['B2'] }); // prettier-ignore
  expect(named.leftOut).toMatchObject([{ at: 'B2', problem: { kind: 'formula' } }]);
});

test('what seems to be a personal detail is noted and nothing of it repeated', () => {
  const file = readCsv(
    'Label,Description\nHub,Ring 0161 496 0000 or write to jess.marlow@fernhollow.example\n'
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

  test('without an end are refused; a direction nobody knows is left out', () => {
    const text = 'From,To,Direction\n,B,\nA,,\nA,B,sideways\n';
    expect(refusedOf(text)).toEqual([
      [2, 'The column From is empty. A connection needs both ends.'],
      [3, 'The column To is empty. A connection needs both ends.']
    ]);
    expect(leftOutOf(text)).toEqual([
      ['C4', 'Direction', '“sideways” is not a direction. Use directed, undirected or mutual.']
    ]);
  });
});
