import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '#core/written-numbers';
import { plainNumber, signOf } from './numbers.ts';

test.each([
  ['54.5', 'point', '54.5'],
  ['1,204.5', 'point', '1204.5'],
  ['1 204.5', 'point', '1204.5'],
  ['1\u00a0204', 'point', '1204'],
  ['54.5 %', 'point', '54.5'],
  ['\u22123', 'point', '-3'],
  ['54,5', 'comma', '54.5'],
  ['1.204,5', 'comma', '1204.5'],
  ['1.204', 'comma', '1204'],
  ['1 204,5%', 'comma', '1204.5'],
  // What is no number in this way of writing stays, for the rules to refuse.
  ['54,5', 'point', '54,5'],
  ['0,545', 'point', '0,545'],
  ['12.5', 'comma', '12.5'],
  ['seven', 'point', 'seven'],
  ['1 2', 'point', '1 2']
] as const)('%j, decimals behind a %s, is %j', (text, decimal, plain) => {
  expect(plainNumber(text, decimal)).toBe(plain);
});

test('every number comes back however it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('point', 'comma'),
      (whole, hundredths, decimal) => {
        const number = Number(`${whole}.${String(hundredths).padStart(2, '0')}`);
        const locale = decimal === 'point' ? 'en-GB' : 'de-DE';
        const written = number.toLocaleString(locale, { minimumFractionDigits: 2 });
        expect(readNumber(plainNumber(written, decimal))).toEqual({ ok: true, value: number });
      }
    )
  );
});

test.each([
  ['54,5', 'comma'],
  ['1.204,5', 'comma'],
  ['54.5', 'point'],
  ['1,204.5', 'point'],
  ['0,545', 'comma'],
  ['0.545', 'point'],
  ['1,204', null],
  ['1.204', null],
  ['54', null]
] as const)('%j says %s', (text, sign) => {
  expect(signOf(text)).toBe(sign);
});
