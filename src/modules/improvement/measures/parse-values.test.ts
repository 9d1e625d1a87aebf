import { describe, expect, test } from 'vitest';
import { parseValues, readFigure, type ParseProblem } from './parse-values.ts';
import { explainImprovementProblem, rowSentence } from '../sentences.ts';
import type { ValueForm } from '../types.ts';

const today = '2026-11-21';

function parse(form: ValueForm, ...rows: string[][]) {
  return parseValues(rows, form, { measureTitle: 'Stories at home', today });
}

function rowsOf(answer: ReturnType<typeof parse>): string[] {
  if (answer.ok || answer.error.kind !== 'bad-rows')
    throw new Error('rows were expected to be wrong');
  return answer.error.problems.map(rowSentence);
}

describe('values that were pasted', () => {
  test('are read by position where there are no headings', () => {
    expect(parse('value', ['3/2/2026', '12'], ['2026-01-27', '1,250.5', 'Snow'])).toEqual({
      ok: true,
      value: [
        {
          measuredOn: '2026-01-27',
          figure: { kind: 'value', value: 1250.5 },
          note: 'Snow',
          status: 'final'
        },
        {
          measuredOn: '2026-02-03',
          figure: { kind: 'value', value: 12 },
          note: '',
          status: 'final'
        }
      ]
    });
  });

  test('are read by their headings, in any order, with blank rows between', () => {
    const answer = parse('share', ['Total', 'Week', 'Numerator'], [''], ['20', '3 Feb 2026', '14']);
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          measuredOn: '2026-02-03',
          figure: { kind: 'ratio', numerator: 14, denominator: 20 },
          note: '',
          status: 'final'
        }
      ]
    });
  });

  test('may be headed by the title of their measure', () => {
    expect(parse('value', ['Date', 'Stories at home'], ['3/2/2026', '62%']).ok).toBe(true);
  });

  test('may say why there is none', () => {
    const answer = parse('value', ['3/2/2026', 'not collected', 'Half-term']);
    expect(answer.ok && answer.value[0]?.figure).toEqual({ kind: 'missing', why: 'not-collected' });
  });

  test('are read below titles and below headings that are merged over two rows', () => {
    const body = [
      ['w/c 5 Jan 2026', '12', '20'],
      ['Mon 12 January 2026', '60%', '100']
    ];
    const figures = [
      { kind: 'ratio', numerator: 12, denominator: 20 },
      { kind: 'ratio', numerator: 60, denominator: 100 }
    ];
    const heads = [
      [['Story time at Brook nursery', '', '']],
      [
        ['2025/26 stories', '', ''],
        ['', '', ''],
        ['Week', 'Yes', 'Out of']
      ],
      [
        ['Week commencing', 'Children', ''],
        ['', 'Number', 'Total']
      ]
    ];
    for (const head of heads) {
      const answer = parse('share', ...head, ...body);
      expect(answer.ok && answer.value.map(({ figure }) => figure)).toEqual(figures);
      expect(answer.ok && answer.value.map(({ measuredOn }) => measuredOn)).toEqual([
        '2026-01-05',
        '2026-01-12'
      ]);
    }
  });

  test('beside which nothing stands were not collected, and are passed over while they lie ahead', () => {
    const answer = parse('value', ['5/1/2026', ''], ['Jan-25', '62.5%'], ['31/12/2030', '', '']);
    expect(answer.ok && answer.value.map(({ measuredOn, figure }) => [measuredOn, figure])).toEqual(
      [
        ['2025-01-01', { kind: 'value', value: 62.5 }],
        ['2026-01-05', { kind: 'missing', why: 'not-collected' }]
      ]
    );
  });

  test('are refused whole, each wrong row named', () => {
    const answer = parse(
      'share',
      ['Date', 'Numerator', 'Denominator'],
      ['31/2/2026', '1', '20'],
      ['3/2/2026', '14', '-20'],
      ['4/2/2026', '21', '20'],
      ['5/2/2026', '=A1', '20'],
      ['6/2/2026', 'twelve', '20'],
      ['7/2/2026', '12', ''],
      ['8/2/2026', '1', '2'],
      ['8/2/2026', '1', '2'],
      ['8/2/2027', '1', '2']
    );
    expect(rowsOf(answer)).toEqual([
      'Row 2: the date, 31/2/2026, is not in the calendar. Check the day and the month.',
      'Row 3: the denominator is −20. It must be more than 0; if nobody could be counted, write “not applicable”.',
      'Row 4: 21 of only 20 cannot be. Check which number is the denominator.',
      'Row 5: “=A1” is a formula. Copy the cells as values and paste again.',
      'Row 6: the numerator, “twelve”, is not a number. Write it in figures, such as 12 or 62.5.',
      'Row 7: the denominator is missing. Write a number, or “not collected”.',
      'Row 9: 8 February 2026 was already given in row 8. A measure has one value a date.',
      'Row 10: 8 February 2027 lies ahead. Check the year, and whether day and month are the right way round.'
    ]);
  });

  test('are refused with other headings, which are named', () => {
    const answer = parse('value', ['Label', 'Tag'], ['A', 'B']);
    expect(answer.ok).toBe(false);
    if (!answer.ok) {
      expect(explainImprovementProblem(answer.error)).toBe(
        'The first row says “Label”, “Tag”. The headings must be Date, Value, and Note if there are notes.'
      );
    }
  });

  test('are at most ten thousand', () => {
    const row = (index: number) => [
      new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
      '1'
    ];
    const many = Array.from({ length: 10_000 }, (_, index) => row(index));
    expect(parse('count', ...many).ok).toBe(true);
    expect(parse('count', ['Date', 'Count'], ...many, row(10_000))).toEqual({
      ok: false,
      error: { kind: 'too-many-rows', rows: 10_001, most: 10_000 } satisfies ParseProblem
    });
  });

  test('are refused when there are none', () => {
    expect(parse('value')).toEqual({ ok: false, error: { kind: 'nothing-to-read' } });
    expect(parse('value', ['Date', 'Value'])).toEqual({
      ok: false,
      error: { kind: 'nothing-to-read' }
    });
  });

  test('of a column too many are refused', () => {
    expect(rowsOf(parse('value', ['3/2/2026', '12', '20', 'Snow', 'x']))).toEqual([
      'Row 1: there are 5 cells where at most 3 were expected. Check that no column too many was copied.'
    ]);
  });
});

describe('one value as it was typed', () => {
  const texts = { value: '', numerator: '', denominator: '' };

  test('is a whole number when it is a count', () => {
    expect(readFigure('count', { ...texts, value: '12' }).ok).toBe(true);
    expect(readFigure('count', { ...texts, value: '1.5' })).toEqual({
      ok: false,
      error: [{ kind: 'count-not-whole', value: 1.5, column: 'value' }]
    });
    expect(readFigure('count', { ...texts, value: '−2' })).toEqual({
      ok: false,
      error: [{ kind: 'below-zero', value: -2, column: 'value' }]
    });
  });

  test('of a rate may be more than its denominator, which need not be whole', () => {
    expect(readFigure('rate', { ...texts, numerator: '12', denominator: '7.5' }).ok).toBe(true);
  });

  test('names both parts that are missing', () => {
    expect(readFigure('share', texts)).toEqual({
      ok: false,
      error: [
        { kind: 'number-missing', column: 'numerator' },
        { kind: 'number-missing', column: 'denominator' }
      ]
    });
  });
});

test.each([
  ['[c]', 'suppressed'],
  ['fewer than 5', 'suppressed'],
  ['low', 'low'],
  ['k', 'low'],
  ['..', 'not-available'],
  ['NULL', 'not-available'],
  ['closed', 'not-collected'],
  ['z', 'not-applicable']
])('“%s” stands for a value that is not there: %s', (cell, why) => {
  expect(readFigure('value', { value: cell, numerator: '', denominator: '' })).toEqual({
    ok: true,
    value: { kind: 'missing', why }
  });
});

test('a mark behind a figure is kept in its note, and may make it provisional', () => {
  const cells = [
    ['Date', 'Value', 'Note'],
    ['2026-01-05', '61.2 [p]', 'Half-term'],
    ['2026-01-12', '62 r', ''],
    ['2026-01-19', '63', '']
  ];
  const read = parseValues(cells, 'value', { measureTitle: 'Days', today: '2026-02-01' });
  expect(read.ok && read.value.map(({ figure, note, status }) => [figure, note, status])).toEqual([
    [{ kind: 'value', value: 61.2 }, 'Half-term Marked in the file: provisional.', 'provisional'],
    [{ kind: 'value', value: 62 }, 'Marked in the file: revised.', 'final'],
    [{ kind: 'value', value: 63 }, '', 'final']
  ]);
});
