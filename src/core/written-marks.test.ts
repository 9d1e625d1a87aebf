import { describe, expect, test } from 'vitest';
import { readMark, splitMarks, statusMark } from './written-marks.ts';

describe('a mark instead of a figure', () => {
  // From "Symbols in tables" of the Government Analysis Function, and tables of the Department for Education, Nomis, Eurostat and Scotland.
  test.each([
    ['c', 'hidden'],
    ['[c]', 'hidden'],
    ['*', 'hidden'],
    ['Suppressed', 'hidden'],
    ['>95%', 'hidden'],
    ['95+', 'hidden'],
    ['#', 'hidden'],
    ['!', 'hidden'],
    ['low', 'low'],
    ['[low]', 'low'],
    ['k', 'low'],
    ['~', 'low'],
    ['<5', 'hidden'],
    ['< 10', 'hidden'],
    ['<3', 'hidden'],
    ['<=5', 'hidden'],
    ['≤5', 'hidden'],
    ['&lt;5', 'hidden'],
    ['fewer than 5', 'hidden'],
    ['Less than 10', 'hidden'],
    ['5 or fewer', 'hidden'],
    ['1 to 4', 'hidden'],
    ['1–4', 'hidden'],
    ['0-7', 'hidden'],
    ['up to 5', 'hidden'],
    ['12+', 'hidden'],
    ['12+ [note 1]', 'hidden'],
    ['<5 [note 1]', 'hidden'],
    ['<5†', 'hidden'],
    ['[c] [note 1]', 'hidden'],
    ['c [note 1, note 2]', 'hidden'],
    ['[low][note 4]', 'low'],
    ['z (1)', 'not-applicable'],
    ['x', 'not-available'],
    ['[x]', 'not-available'],
    ['[w]', 'not-available'],
    [':', 'not-available'],
    ['..', 'not-available'],
    ['–', 'not-available'],
    ['NULL', 'not-available'],
    ['NaN', 'not-available'],
    ['N/A', 'not-available'],
    ['DNA', 'not-available'],
    ['not collected', 'not-collected'],
    ['z', 'not-applicable'],
    ['Z', 'not-applicable'],
    ['[z]', 'not-applicable']
  ])('“%s” means %s', (cell, kind) => {
    expect(readMark(cell)?.kind).toBe(kind);
  });

  test.each([
    '',
    '5',
    '0',
    '-3',
    '54.5',
    '5-9',
    '12-15',
    '+',
    '#N/A',
    '#DIV/0!',
    'none',
    'constructor',
    'Hope ward'
  ])('“%s” is none', (cell) => {
    expect(readMark(cell)).toBeNull();
  });
});

describe('marks beside a figure', () => {
  test.each([
    ['54.5 [p]', '54.5', ['provisional']],
    ['54.5p', '54.5', ['provisional']],
    ['54.5% (r)', '54.5%', ['revised']],
    ['1,204 e', '1,204', ['estimated']],
    ['61.2 [f]', '61.2', ['forecast']],
    ['61.2 [p] [r]', '61.2', ['provisional', 'revised']],
    ['61.2†', '61.2', ['note']],
    ['† 61.2', '61.2', ['note']],
    ['61.2[note 2]', '61.2', ['note']],
    ['61.2 [note 1, note 2]', '61.2', ['note']],
    ['61.2 [notes 1 and 2]', '61.2', ['note']],
    ['61.2 note 1', '61.2', ['note']],
    ['61.2 (1)', '61.2', ['note']],
    ['61.2¹', '61.2', ['note']],
    ['61.2 r*', '61.2', ['revised', 'note']],
    ['-3.5 [u]', '-3.5', ['unreliable']]
  ] as const)('“%s” is %s, %s', (cell, figure, kinds) => {
    const read = splitMarks(cell);
    expect({ figure: read.figure, kinds: read.marks.map(({ kind }) => kind) }).toEqual({
      figure,
      kinds
    });
  });

  test.each(['54.5 q', '12 months', '5 kg', 'Ward 7', '(61.2)', '3e', ''])(
    '“%s” has none',
    (cell) => {
      const none = cell === '3e' ? { figure: '3', marks: 1 } : { figure: cell, marks: 0 };
      const read = splitMarks(cell);
      expect({ figure: read.figure, marks: read.marks.length }).toEqual(none);
    }
  );
});

test('a column of statuses may hold either', () => {
  expect(statusMark('[p]')?.kind).toBe('provisional');
  expect(statusMark('c')?.kind).toBe('hidden');
  expect(statusMark('final')).toBeNull();
});
