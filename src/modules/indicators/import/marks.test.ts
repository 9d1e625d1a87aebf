import { describe, expect, test } from 'vitest';
import { readMark, splitMark, statusMark } from './marks.ts';

describe('a mark instead of a figure', () => {
  // From "Symbols in tables" of the Government Analysis Function, and tables of the Department for Education, Eurostat and Scotland.
  test.each([
    ['c', 'suppressed'],
    ['[c]', 'suppressed'],
    ['*', 'suppressed'],
    ['low', 'suppressed'],
    ['[low]', 'suppressed'],
    ['<5', 'suppressed'],
    ['x', 'not-collected'],
    ['[x]', 'not-collected'],
    [':', 'not-collected'],
    ['..', 'not-collected'],
    ['–', 'not-collected'],
    ['z', 'not-collected'],
    ['Z', 'not-collected']
  ])('“%s” means %s', (cell, status) => {
    expect(readMark(cell)?.status).toBe(status);
  });

  test.each(['', '5', '0', '-3', '54.5', 'constructor', 'Hope ward'])('“%s” is none', (cell) => {
    expect(readMark(cell)).toBeNull();
  });
});

describe('a mark behind a figure', () => {
  test.each([
    ['54.5 [p]', '54.5', 'provisional'],
    ['54.5p', '54.5', 'provisional'],
    ['54.5% (r)', '54.5%', 'final'],
    ['1,204 e', '1,204', 'provisional']
  ])('“%s” is %s, %s', (cell, figure, status) => {
    expect(splitMark(cell)).toMatchObject({ figure, mark: { status } });
  });

  test('is not read into words or into letters that no publisher uses', () => {
    expect(splitMark('54.5 q')).toEqual({ figure: '54.5 q', mark: null });
    expect(splitMark('Q1 p')).toMatchObject({ figure: 'Q1' });
  });
});

test('a column of statuses may hold either', () => {
  expect(statusMark('[p]')?.status).toBe('provisional');
  expect(statusMark('c')?.status).toBe('suppressed');
  expect(statusMark('final')).toBeNull();
});
