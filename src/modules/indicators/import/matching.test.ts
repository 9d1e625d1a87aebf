import { describe, expect, test } from 'vitest';
import { readText } from '#platform/spreadsheet.server';
import { fileLimits } from './limits.ts';
import {
  applyRemembered,
  guessMatching,
  headingsKey,
  isPlain,
  matchingProblems,
  outOfHeading
} from './matching.ts';
import type { Known, Matching } from './meanings.ts';
import { unknownNames } from './names.ts';
import { lookOver, type Overview } from './overview.ts';
import { readFileValues } from './rows.ts';
import { explainRowProblem } from './sentences.ts';

const noneElsewhere = { own: { codes: [], laNumber: null }, elsewhere: [] };
const known: Known = {
  indicators: [
    {
      id: 'r',
      title: 'Reviews at two',
      unit: 'percent',
      decimals: 1,
      frequency: 'financial-year',
      breakdowns: [
        { id: 'most', title: 'Most deprived fifth', inGap: 'poorer' },
        { id: 'least', title: 'Least deprived fifth', inGap: 'better-off' }
      ],
      version: 1
    }
  ],
  areas: { whole: ['Fernhollow'], areas: [{ id: 'X01', name: 'Hope Ward' }], ...noneElsewhere }
};

function cellsOf(text: string): readonly (readonly string[])[] {
  const read = readText(text, fileLimits);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.cells;
}
function overviewOf(text: string): Overview {
  const overview = lookOver(cellsOf(text), null);
  if (overview === null) throw new Error('nothing below the headings');
  return overview;
}
const guess = (text: string) => guessMatching(overviewOf(text), known, 'r');
const valuesOf = (text: string, said: Partial<Matching> = {}) => {
  const overview = overviewOf(text);
  return [...readFileValues(cellsOf(text), overview, { ...guess(text), ...said }, known)];
};

describe('what the columns of a file hold', () => {
  test('is read from headings that say it', () => {
    const text = 'Time_period,Ward,Sub-group,Percentage,Notes\n2023/24,Hope ward,,5,\n';
    expect(guess(text).uses).toEqual(['period', 'area', 'breakdown', 'value', 'note']);
    expect(isPlain(overviewOf(text), guess(text))).toBe(true);
  });

  test('is read from what stands in them where the headings do not say it', () => {
    const text = 'When;Where;Score\n2023/24;Hope Ward;5\n2024/25;X01;6\n';
    expect(guess(text).uses).toEqual(['period', 'area', 'value']);
    expect(isPlain(overviewOf(text), guess(text))).toBe(false);
    const two = 'When;Where;Score;Points\n2023/24;Hope Ward;5;7\n';
    expect(guess(two).uses).toEqual(['period', 'area', 'nothing', 'nothing']);
    expect(matchingProblems(guess(two)).map(({ kind }) => kind)).toEqual(['no-figures']);
  });

  test.each([
    // Of two columns of figures, the one in the unit of the indicator.
    [
      'Region,Local authority,Date,Number of places,% of places taken\nNorth,Hope Ward,2023/24,40,97\n',
      'wider-area area period nothing value'
    ],
    // “All” says nothing of an area: the council stands in a column of its own.
    [
      'Period,Council area,Grade,Services,Percentage graded good\n2023/24,Mill,All,120,88.1%\n',
      'period area breakdown nothing value'
    ],
    ['Period,Target,Actual,RAG\n2023/24,70,68,Amber\n', 'period nothing value nothing'],
    ['FinancialYear,PercentConcern,PercentConcernLowerLimit\n2023/24,16,15\n', 'period value nothing'], // prettier-ignore
    ['Year,Quarter,Value\n2024/25,Q1,10\n', 'period period-kind value'],
    ['Ward,2023/24\nHope Ward,54\n', 'area across'],
    // The corner of a table of years says “Date”, and holds areas.
    ['Date,2022,2023\nHope Ward,54,55\n', 'area across across']
  ])('%j: %s', (text, uses) => {
    expect(guess(text).uses).toEqual(uses.split(' '));
  });

  test('may be values under periods, groups or indicators', () => {
    expect(guess('Ward,2023/24,2024/25\nHope Ward,1,2\n')).toMatchObject({
      uses: ['area', 'across', 'across'],
      across: 'period'
    });
    expect(guess('Period,Most deprived fifth,Least deprived fifth\n2023/24,1,2\n')).toMatchObject({
      uses: ['period', 'across', 'across'],
      across: 'breakdown'
    });
  });

  test('stands below a title, where there is one', () => {
    const overview = overviewOf('Table 3\n\nPeriod,Value\n2023/24,5\n\n');
    expect([overview.headingRow, overview.rowCount]).toEqual([3, 1]);
  });

  test('is remembered by the headings, however many periods stand across', () => {
    const [first, second] = [
      overviewOf('Where,2022/23,2023/24\nHope,1,2\n'),
      overviewOf('Where,2022/23,2023/24,2024/25\nHope,1,2,3\n')
    ];
    expect(headingsKey(first)).toBe(headingsKey(second));
    const matching = { ...guessMatching(first, known, 'r'), uses: ['area', 'across', 'across'] as const }; // prettier-ignore
    expect(applyRemembered(matching, second, guessMatching(second, known, '')).uses).toEqual([
      'area',
      'across',
      'across',
      'across'
    ]);
  });
});

test('names nothing here is called are asked for, with the nearest', () => {
  const text = 'Period,Area,Group,Value\n2023/24,Hop Ward,Boys,5\n2023/24,constructor,most deprived fifth,6\n'; // prettier-ignore
  expect(unknownNames(overviewOf(text), guess(text), known)).toEqual([
    { kind: 'breakdown', text: 'Boys', near: null },
    { kind: 'area', text: 'Hop Ward', near: 'X01' },
    { kind: 'area', text: 'constructor', near: null }
  ]);
});

describe('the values of a file', () => {
  test('come one a row, or one a cell; an empty cell is none', () => {
    const wide = valuesOf('Ward,2023/24,2024/25\nHope Ward,50,\nFernhollow,,c\n');
    expect(wide.map(({ row, position, area, period, value, status }) => [row, position, area, period, value, status])).toEqual([
      [2, 2, 'X01', '2023/24', 50, null],
      [3, 3, '', '2024/25', null, 'suppressed']
    ]); // prettier-ignore
  });

  test('of the Department for Education have their kind of period in a column of its own', () => {
    const text =
      'time_period,time_identifier,Value\n202324,Financial year,68.1\n202425,Financial year,69.4\n202425,Academic year,70\n';
    expect(guess(text).uses).toEqual(['period', 'period-kind', 'value']);
    expect(
      valuesOf(text).map(({ period, value, problems }) => problems?.[0]?.field ?? [period, value])
    ).toEqual([['2023/24', 68.1], ['2024/25', 69.4], 'period']);
  });

  test('that may be shares are asked about, and become percentages only where somebody says so', () => {
    const text = 'Period,Value\n2022/23,0.545\n2023/24,1\n2024/25,[c]\n';
    const asked = guess(text);
    expect(asked.areShares).toBeNull();
    expect(matchingProblems(asked)).toEqual([{ kind: 'shares-unsaid' }]);
    expect(valuesOf(text, { areShares: true }).map(({ value }) => value)).toEqual([
      54.5,
      100,
      null
    ]);
    expect(valuesOf(text, { areShares: false }).map(({ value }) => value)).toEqual([
      0.545,
      1,
      null
    ]);
  });

  test('with a per cent sign are percentages beside shares', () => {
    const text = 'Period,Value\n2022/23,0.545\n2023/24,54.5%\n2024/25,0.4\n';
    expect(guess(text).areShares).toBeNull();
    expect(valuesOf(text, { areShares: true }).map(({ value }) => value)).toEqual([54.5, 54.5, 40]);
  });

  test('for the same value are all refused, with what tells them apart, until somebody says which are meant', () => {
    const text =
      'Area,Sex,Period,Value\nHope Ward,Male,2024/25,40\nHope Ward,Female,2024/25,60\nHope Ward,Persons,2024/25,50\nHope Ward,Persons,2023/24,49\n';
    const refused = valuesOf(text);
    expect(refused.map(({ row, value }) => [row, value])).toEqual([
      [2, null],
      [3, null],
      [4, null],
      [5, 49]
    ]);
    const problem = refused[0]?.problems?.[0];
    expect(problem && explainRowProblem(problem)).toBe(
      'Rows 2, 3 and 4 are all for the same indicator, period, area and group. They differ under “Sex”: say which rows are meant, or what that column holds.'
    );
    const chosen = valuesOf(text, { only: { 1: 'Persons' } });
    expect(chosen.map(({ row, value, isPassedOver }) => [row, value, isPassedOver])).toEqual([
      [2, null, true],
      [3, null, true],
      [4, 50, false],
      [5, 49, false]
    ]);
  });

  test('that stand twice and say the same are taken once', () => {
    const text =
      'Area,Period,Value\nHope Ward,2024/25,50\nHope Ward,2024-25,50\nHope Ward,2024/25,50\n';
    const kinds = valuesOf(text).map(({ value, problems }) => problems?.[0]?.problem.kind ?? value);
    expect(kinds).toEqual([50, 'row-twice', 'row-twice']);
  });

  test('that cannot be taken say why, row by row', () => {
    const text =
      'Indicator,Period,Value,Note\nNobody knows,2023/24,5,\nReviews at two,2023/24,=A1,\nReviews at two,2023/24,50,Ring 0161 496 0000\nReviews at two,2023/24,50,\nReviews at two,2023-24,51,\nReviews at two,2022/23,+,\n';
    const kinds = valuesOf(text).map(({ row, problems }) => [row, problems?.[0]?.problem.kind]);
    expect(kinds).toEqual([
      [2, 'unknown-indicator'],
      [3, 'formula'],
      [4, 'may-name-someone'],
      [5, 'rows-collide'],
      [6, 'rows-collide'],
      [7, 'not-a-number'] // a sign alone is no formula
    ]);
  });
});

describe('an empty cell among names of areas', () => {
  const text =
    'Area,Period,Value\nHope ward,2022/23,41\n,2023/24,42\n,2024/25,43\nMill ward,2024/25,44\n';

  test('is asked about: it may be merged with the one above, or stand for the whole place', () => {
    expect(matchingProblems(guess(text))).toEqual([{ kind: 'blanks-unsaid' }]);
    const areas = (carriesDown: boolean) => valuesOf(text, { carriesDown }).map(({ area }) => area);
    expect(areas(true)).toEqual(['X01', 'X01', 'X01', 'Mill ward']);
    expect(areas(false)).toEqual(['X01', '', '', 'Mill ward']);
  });

  test('is asked about again where the file of before had none', () => {
    const before = guess('Area,Period,Value\nHope ward,2022/23,41\n');
    expect(before.carriesDown).toBeUndefined();
    expect(applyRemembered(before, overviewOf(text), guess(text)).carriesDown).toBeNull();
    const said = { ...before, carriesDown: true };
    expect(applyRemembered(said, overviewOf(text), guess(text)).carriesDown).toBe(true);
  });

  test('is no question where the whole column is empty', () => {
    expect(guess('Area,Period,Value\n,2022/23,41\n').carriesDown).toBeUndefined();
  });
});

test('figures below one are asked about again where the file of before had none', () => {
  const shares = 'Period,Value\n2022/23,0.4\n2023/24,0.5\n';
  const before = guess('Period,Value\n2022/23,40\n2023/24,50\n');
  expect(applyRemembered(before, overviewOf(shares), guess(shares)).areShares).toBeNull();
});

test('an error of a spreadsheet is refused in its cell, and is the name of nothing', () => {
  const text = 'Area,Period,Value\n#REF!,2023/24,41\nHope ward,2023/24,#DIV/0!\n';
  expect(valuesOf(text).map(({ problems }) => problems)).toMatchObject([
    [{ field: 'area', problem: { kind: 'spreadsheet-error', given: '#REF!' } }],
    [{ field: 'value', problem: { kind: 'spreadsheet-error', given: '#DIV/0!' } }]
  ]);
  expect(unknownNames(overviewOf(text), guess(text), known)).toEqual([]);
});

describe('a heading that says out of how many', () => {
  const per1000: Known = {
    ...known,
    indicators: known.indicators.map((each) => ({ ...each, unit: 'per-1000' as const }))
  };
  const text = 'Period,"Rate per 10,000"\n2023/24,54.5\n2024/25,0.4\n';
  const read = (said: Partial<Matching>) => {
    const overview = overviewOf(text);
    const matching = { ...guessMatching(overview, per1000, 'r'), ...said };
    return [...readFileValues(cellsOf(text), overview, matching, per1000)].map(
      ({ value }) => value
    );
  };

  test('other than the indicator is asked about, and both readings are there', () => {
    const guessed = guessMatching(overviewOf(text), per1000, 'r');
    expect(guessed.uses).toEqual(['period', 'value']);
    expect(matchingProblems(guessed)).toEqual([{ kind: 'out-of-unsaid' }]);
    expect(read({ countedPer: 0 })).toEqual([54.5, 0.4]);
    expect(read({ countedPer: 10_000 })).toEqual([5.45, 0.04]);
  });

  test('the same as the indicator, or nothing, is no question', () => {
    for (const heading of ['"Rate per 1,000"', 'Value']) {
      const plain = overviewOf(`Period,${heading}\n2023/24,54.5\n`);
      expect(guessMatching(plain, per1000, 'r').countedPer).toBeUndefined();
    }
  });

  test.each([
    ['Rate per 100,000 children', 100_000],
    ['per 10 000', 10_000],
    ['Crude rate/1000', 1000],
    ['Percentage reached', 100],
    ['Children', null]
  ])('%s says %s', (heading, whole) => {
    expect(outOfHeading(heading)).toBe(whole);
  });
});

test('where semicolons part cells a lone comma stands before decimals', () => {
  const text = 'Period;Value\n2023/24;1,204\n';
  const overview = lookOver(cellsOf(text), null, [], ';');
  expect(overview?.decimal).toBe('comma');
  expect(overviewOf('Period,Value\n2023/24,"1,204"\n').decimal).toBe('point');
});

test('a per cent sign beside what is no percentage is refused', () => {
  const counts: Known = {
    ...known,
    indicators: known.indicators.map((each) => ({ ...each, unit: 'count' as const }))
  };
  const text = 'Period,Value\n2023/24,62%\n';
  const values = [...readFileValues(cellsOf(text), overviewOf(text), guess(text), counts)];
  expect(values[0]).toMatchObject({ problems: [{ problem: { kind: 'not-a-number' } }] });
});

test('a comma before decimals is read as the file has it, not as the file of before had', () => {
  const commas = 'Period;Value\n2022/23;54,125\n2023/24;54,5\n';
  const before = guess('Period,Value\n2022/23,54.5\n');
  expect(before.decimal).toBe('point');
  expect(applyRemembered(before, overviewOf(commas), guess(commas)).decimal).toBe('comma');
});
