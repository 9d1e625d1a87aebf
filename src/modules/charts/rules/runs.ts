/**
 * Runs analysis by the Anhøj rules: is the longest run unusually long, do the values cross the
 * centre line unusually seldom?
 *
 * Sources: Anhøj and Olesen (2014), PLoS ONE 9(11), e113825; Anhøj (2015), PLoS ONE 10(3),
 * e0121349; Schilling (2012), Mathematics Magazine 85(2), 141–149; Chen (2010).
 */
import type { RunFigures } from '../types.ts';
import type { Sheet } from '../figures/sheet.ts';

/** Below this many useful points the rules have little power: our own floor. */
export const fewestUsefulPoints = 10;

/**
 * The longest run of useful points on one side that chance usually allows.
 *
 * Units: counts of points, `usefulPoints` being those not exactly on the centre line.
 * Assumes: points in time order and independent of each other.
 * Source: Schilling (2012), as applied by Anhøj and Olesen (2014).
 *
 * @example longestExpectedRun(24) // 8: log₂ 24 ≈ 4.58, rounds to 5, plus 3
 */
export function longestExpectedRun(usefulPoints: number): number {
  return Math.round(Math.log2(usefulPoints)) + 3;
}

/** C(2m, m) / 4^m: the chance of as many heads as tails in 2m throws. */
function evenChance(m: number): number {
  if (m < 64) {
    let chance = 1;
    for (let i = 1; i <= m; i++) chance *= (2 * i - 1) / (2 * i);
    return chance;
  }
  const r = 1 / m;
  const series =
    1 + r * (-1 / 8 + r * (1 / 128 + r * (5 / 1024 + r * (-21 / 32768 - r * (399 / 262144)))));
  return series / Math.sqrt(Math.PI * m);
}

const knownCrossings: number[] = [];
const mostKnown = 4096;

/**
 * The fewest crossings of the centre line that chance usually gives: the lower 5% point of a
 * binomial distribution with n − 1 throws of an even coin.
 *
 * Units: counts. Takes time that grows with the square root of n, without underflow: the sum
 * starts at the middle of the distribution and walks down.
 * Source: Chen (2010), as applied by Anhøj and Olesen (2014).
 *
 * @example fewestExpectedCrossings(24) // 8
 */
export function fewestExpectedCrossings(usefulPoints: number): number {
  const known = knownCrossings[usefulPoints];
  if (known !== undefined) return known;
  const fewest = lowerFivePercent(usefulPoints - 1);
  if (usefulPoints <= mostKnown) knownCrossings[usefulPoints] = fewest;
  return fewest;
}

/** The smallest k with P(X ≤ k) ≥ 0.05, X the heads in `throws` of an even coin. */
function lowerFivePercent(throws: number): number {
  if (throws < 1) return 0;
  const half = throws >> 1;
  // chance = P(X = k) and atMost = P(X ≤ k), from k = half downwards.
  const middle = evenChance(half);
  let chance = throws % 2 === 0 ? middle : (middle * (throws / (half + 1))) / 2;
  let atMost = throws % 2 === 0 ? (1 + chance) / 2 : 0.5;
  let k = half;
  while (k > 0 && atMost - chance >= 0.05) {
    atMost -= chance;
    chance *= k / (throws - k + 1);
    k--;
  }
  return k;
}

const noRuns: RunFigures = {
  usefulPoints: 0,
  longestRun: null,
  longestRunMax: null,
  crossings: null,
  crossingsMin: null,
  signal: false
};

/**
 * The run figures of the points `from..to`, one phase. Excluded and missing points are passed
 * over; points on the centre line neither break a run nor lengthen it.
 */
export function analyseRuns(sheet: Sheet, from: number, to: number): RunFigures {
  const { value, centre, included } = sheet;
  let useful = 0;
  let longest = 0;
  let crossings = 0;
  let run = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    if (included[i] !== 1) continue;
    const v = value[i] as number; // i is inside the columns
    const c = centre[i] as number;
    const side = v > c ? 1 : v < c ? -1 : 0;
    if (side === 0) continue; // on the line, or missing
    useful++;
    if (side === before) run++;
    else {
      if (before !== 0) crossings++;
      run = 1;
      before = side;
    }
    if (run > longest) longest = run;
  }
  if (useful === 0) return noRuns;
  const longestRunMax = longestExpectedRun(useful);
  const crossingsMin = fewestExpectedCrossings(useful);
  return {
    usefulPoints: useful,
    longestRun: longest,
    longestRunMax,
    crossings,
    crossingsMin,
    signal: longest > longestRunMax || crossings < crossingsMin
  };
}
