import { describe, expect, test } from 'vitest';
import { plainDigits, readNumber, type NumberForm } from './written-numbers.ts';

describe('a number', () => {
  test.each([
    ['1,250.5', {}, 1250.5],
    ['−3', {}, -3],
    ['– 3', {}, -3],
    ['+4', {}, 4],
    ['5.', {}, 5],
    ['.5', {}, 0.5],
    ['1 204', {}, 1204],
    ["1'204", {}, 1204],
    ['62 %', { percent: true }, 62],
    ['£1,250', { pounds: true }, 1250],
    ['1.204,5', { decimal: 'comma' }, 1204.5],
    ['0,545', { decimal: 'comma' }, 0.545]
  ] as const)('%s is read', (text, form, value) => {
    expect(readNumber(text, form)).toEqual({ ok: true, value });
  });

  test.each([
    ['54,5', {}],
    ['0,545', {}],
    ['12,34,567', {}],
    ['62%', {}],
    ['£4', {}],
    ['€4', { pounds: true }],
    ['$4', { pounds: true }],
    ['4k', {}],
    ['(61.2)', {}],
    ['1 2', {}],
    ['1e5', {}],
    ['12.5', { decimal: 'comma' }],
    ['9999999999999999', {}]
  ] as [string, NumberForm][])('%s is refused with %j', (text, form) => {
    expect(readNumber(text, form)).toMatchObject({ ok: false, error: { kind: 'not-a-number' } });
  });

  test('keeps its digits as they are written', () => {
    expect(plainDigits('1.204,50 %', { decimal: 'comma', percent: true })).toBe('1204.50');
  });
});
