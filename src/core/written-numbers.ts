import { err, ok, type Result } from './result.ts';

export type NumberProblem =
  { readonly kind: 'number-missing' } | { readonly kind: 'not-a-number'; readonly given: string };

/** The largest number that is taken, either side of zero: up to here whole numbers are exact, and nothing that is counted comes near. */
export const largestNumber = 1e15;

const plain = /^[-−–]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$|^[-−–]?\.\d+$/;

/**
 * Reads a number as people type it: `1,250`, `62.5`, `−3`, `62%`, `£4`. The sign for per cent or pounds is left out of
 * the answer and not divided by. A decimal comma is refused, for nobody could tell it from a thousands comma.
 *
 * @example
 * readNumber('1,250.5') // { ok: true, value: 1250.5 }
 */
export function readNumber(text: string): Result<number, NumberProblem> {
  const given = text.trim();
  if (given === '') return err({ kind: 'number-missing' });
  const bare = given
    .replace(/^£\s*/, '')
    .replace(/\s*%$/, '')
    .replaceAll(/[\u00a0\u2009 ](?=\d{3})/g, '');
  if (!plain.test(bare)) return err({ kind: 'not-a-number', given });
  const value = Number(bare.replaceAll(',', '').replace(/^[−–]/, '-'));
  return Math.abs(value) <= largestNumber ? ok(value) : err({ kind: 'not-a-number', given });
}
