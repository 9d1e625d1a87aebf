import { describe, expect, test } from 'vitest';
import { analyseChart } from './analysis/analyse.ts';
import { csvProblemSentence, specFromCsv } from './csv-data.ts';

const chart = (text: string) => {
  const [headers = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return specFromCsv('i', headers, rows);
};
const points = (text: string) => {
  const spec = chart(text);
  if (!spec.ok) throw new Error(csvProblemSentence(spec.error));
  return spec.value.points.map(({ x, y }) => [x, y]);
};
const sentence = (text: string) => {
  const spec = chart(text);
  return spec.ok ? '' : csvProblemSentence(spec.error);
};

describe('rows of a chart', () => {
  test('may have their months as a spreadsheet shows them', () => {
    expect(points('Month,Value\nDec-24,20\nNov-24,19')).toEqual([
      ['2024-12-01', 20],
      ['2024-11-01', 19]
    ]);
    expect(chart('Month,Value\nDec-24,20\nNov-24,19')).toMatchObject({ value: { xKind: 'date' } });
  });

  test('may have percentages, thousands and marks of publishers', () => {
    expect(
      points(
        'date,value\n2024-01-01,54%\n2024-02-01,[c]\n2024-03-01,fewer than 5\n2024-04-01,61.2†'
      )
    ).toEqual([
      ['2024-01-01', 54],
      ['2024-02-01', null],
      ['2024-03-01', null],
      ['2024-04-01', 61.2]
    ]);
  });

  test('with days outside the calendar are refused, whatever the column is called', () => {
    for (const name of ['date', 'Seen on']) {
      expect(sentence(`${name},value\n01/13/2024,5\n02/14/2024,6`)).toMatch(
        name === 'date'
          ? /^Line 2 has “01\/13\/2024”.*not in the calendar/
          : /Say which with --date/
      );
    }
    expect(sentence('Month,value\n01/13/2024,5\n02/03/2024,6')).toMatch(/not in the calendar/);
  });

  test.each([
    ['2021/22', '2022/23', '2021-09-01'],
    ['2024 Q1', '2024 Q2', '2024-01-01'],
    ['Q1 2024/25', 'Q2 2024/25', '2024-04-01']
  ])(
    'may have periods such as %s, in the order of time and with their names',
    (one, other, day) => {
      const spec = chart(`period,value\n${other},7\n${one},5`);
      expect(spec).toMatchObject({ value: { xKind: 'date' } });
      expect(spec.ok && spec.value.points[1]).toEqual({
        x: day,
        y: 5,
        excluded: false,
        label: one
      });
      const analysis = spec.ok && analyseChart(spec.value);
      expect(analysis && analysis.ok && analysis.value.points.map(({ label }) => label)).toEqual([
        one,
        other
      ]);
    }
  );

  test('with names in a column of times are refused: they would be compared as places are', () => {
    expect(sentence('month,value\nJanuary,5\nFebruary,7')).toBe(
      'Line 2 has “January” in the column month, which is not a date. Write dates as 2024-03-01 or 01/03/2024.'
    );
    expect(chart('week,value\n1,5\n2,7')).toMatchObject({ value: { xKind: 'index' } });
  });

  test.each([
    'la,Trafford,Bury',
    'Nursery,Brook,Elm',
    'sex,Boys,Girls',
    'local_authority,A,B',
    'who was asked,mothers,fathers'
  ])('of several are not made one line, though no date comes twice: %s', (column) => {
    const [name = '', one = '', other = ''] = column.split(',');
    const rows = [one, other, one, other].map((who, i) => `${who},2025-0${i + 1}-01,${i + 5}`);
    expect(sentence(`${name},date,value\n${rows.join('\n')}`)).toMatch(
      `The column ${name} holds 2 different values: ${one}, ${other}.`
    );
  });

  test('may have notes and states beside them', () => {
    const text =
      'date,value,note,quality\n2025-01-01,5,,final\n2025-02-01,7,snow,final\n2025-03-01,6,,provisional';
    expect(points(text)).toHaveLength(3);
  });

  test('with a rate beside a count are asked which is meant', () => {
    expect(sentence('date,rate,count\n2025-01-01,5.5,11\n2025-02-01,7,14')).toBe(
      'The columns rate and count could both be meant. Say which with --value NAME.'
    );
  });

  test.each([
    'date,percentage,n\n2025-01-01,50,200\n2025-02-01,60,210',
    'date,value,n\n2025-01-01,50%,200\n2025-02-01,60%,210',
    'date,value,denominator\n2025-01-01,0.5,200\n2025-02-01,0.6,210'
  ])('are not divided once more where they are divided already: %j', (text) => {
    const [headers = [], ...rows] = text.split('\n').map((line) => line.split(','));
    const counts = specFromCsv('p', headers, rows);
    expect(counts.ok ? '' : csvProblemSentence(counts.error)).toMatch(/divided already\..* counts/);
    const run = specFromCsv('run', headers, rows);
    expect(run.ok && run.value.points.map(({ n }) => n)).toEqual([undefined, undefined]);
  });

  test('of two moments of one day name the day', () => {
    expect(sentence('date,value\n2025-01-01T09:00:00Z,5\n2025-01-01T10:00:00Z,7')).toMatch(
      /^Lines 2 and 3 both stand for 2025-01-01\./
    );
  });

  test('leave a point out for yes, keep it for no, and ask about other words', () => {
    const text = (word: string) => `date,value,excluded\n2025-01-01,5,${word}\n2025-02-01,7,no`;
    expect(chart(text('Yes'))).toMatchObject({
      value: { points: [{ excluded: true }, { excluded: false }] }
    });
    expect(sentence(text('maybe'))).toBe(
      'Line 2 has “maybe” in the column excluded. Write yes to leave the point out, no to keep it.'
    );
  });

  test('do not have one column for two things', () => {
    const spec = specFromCsv('i', ['date', 'value'], [['2025-01-01', '5']], {
      columns: { value: 'value', denominator: 'value' }
    });
    expect(spec.ok ? '' : csvProblemSentence(spec.error)).toBe(
      '--value and --denominator name one column, value. Name a column for each.'
    );
  });
});
