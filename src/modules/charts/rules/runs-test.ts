/**
 * How many runs about the median chance usually gives.
 *
 * Source: Swed and Eisenhart (1943), Annals of Mathematical Statistics 14(1), 66–87. Calculated,
 * not looked up: printed tables, which round or were checked by hand, can differ by one in places.
 */

interface RunLimits {
  readonly fewest: number;
  readonly most: number;
}

const known = new Map<string, RunLimits>();

/**
 * The fewest and the most runs that are not a signal: fewer or more come by chance with a
 * probability of at most `tail` on that side.
 *
 * Units: counts of points above and below the line (points on it left out), counts of runs.
 * Assumes: every order of these points is equally likely.
 *
 * @example runsOutsideChance(5, 5, 0.025) // { fewest: 3, most: 9 }: 2 runs come in 0.8%
 */
export function runsOutsideChance(above: number, below: number, tail: number): RunLimits {
  const key = `${above}/${below}/${tail}`;
  const found = known.get(key);
  if (found) return found;
  const limits = calculate(above, below, tail);
  if (known.size > 2000) known.clear();
  known.set(key, limits);
  return limits;
}

function calculate(above: number, below: number, tail: number): RunLimits {
  if (above === 0 || below === 0) return { fewest: 1, most: 1 };
  const most = 2 * Math.min(above, below) + (above === below ? 0 : 1);
  const chances = new Float64Array(most + 1);
  let total = 0;
  // Relative sizes first (in logs, so that nothing overflows), then their share of the whole.
  for (let runs = 2; runs <= most; runs++) {
    const chance =
      runs % 2 === 0 ? evenRuns(above, below, runs / 2) : oddRuns(above, below, (runs - 1) / 2);
    chances[runs] = chance;
    total += chance;
  }
  let fewest = 2;
  let atMost = 0;
  for (; fewest < most; fewest++) {
    atMost += (chances[fewest] as number) / total; // fewest ≤ most
    if (atMost > tail) break;
  }
  let highest = most;
  let atLeast = 0;
  for (; highest > 2; highest--) {
    atLeast += (chances[highest] as number) / total; // highest ≥ 2
    if (atLeast > tail) break;
  }
  return { fewest, most: highest };
}

function evenRuns(a: number, b: number, k: number): number {
  return 2 * Math.exp(logChoose(a - 1, k - 1) + logChoose(b - 1, k - 1) - logChoose(a + b, a));
}

function oddRuns(a: number, b: number, k: number): number {
  const all = logChoose(a + b, a);
  return (
    Math.exp(logChoose(a - 1, k) + logChoose(b - 1, k - 1) - all) +
    Math.exp(logChoose(a - 1, k - 1) + logChoose(b - 1, k) - all)
  );
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) {
    logFactorials.push((logFactorials[i - 1] as number) + Math.log(i)); // filled up to i − 1
  }
  return logFactorials[n] as number; // filled up to n
}

/** −∞ where there is no way to choose. */
function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
