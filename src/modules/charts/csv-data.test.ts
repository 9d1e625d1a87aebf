import { describe, expect, test } from 'vitest';
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
});
