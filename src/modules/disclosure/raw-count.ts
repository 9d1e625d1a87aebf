import { err, ok, type Result } from '#core/result';
import type { CountProblem } from './types.ts';

/**
 * A count of people as it was collected, sealed: it cannot be printed, joined into text, compared or sent as JSON.
 * Stores hand these out for records of other partnerships, so that the only way to a screen leads through a rule.
 */
export class RawCount {
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  /** For this module's rules alone: the door does not export the way in. */
  static open(sealed: RawCount): number {
    return sealed.#count;
  }

  toJSON(): never {
    throw new RawCountShown();
  }

  toString(): never {
    throw new RawCountShown();
  }

  [Symbol.toPrimitive](): never {
    throw new RawCountShown();
  }
}

/** A fault in our own code: somebody tried to show a count that no rule has passed. */
class RawCountShown extends Error {
  constructor() {
    super('A raw count was about to be shown. Pass it through protectCount first.');
  }
}

/** Far beyond any count of people, and small enough for the total of a large table to stay exact. */
export const largestCount = 100_000_000_000;

/** Whether a number can be a count of people. */
export function isCount(given: number): boolean {
  return Number.isInteger(given) && given >= 0 && given <= largestCount;
}

/**
 * Seals a count until a rule has made it safe to show.
 * Refuses: what is not a whole number of at least zero.
 */
export function sealCount(count: number): Result<RawCount, CountProblem> {
  if (!isCount(count)) return err({ kind: 'count-not-whole', given: count });
  return ok(new RawCount(count));
}

/** The number inside a count, sealed or not, once it is known to be one. */
export function openCount(given: number | RawCount): Result<number, CountProblem> {
  const count = given instanceof RawCount ? RawCount.open(given) : given;
  return isCount(count) ? ok(count) : err({ kind: 'count-not-whole', given: count });
}
