/**
 * Tails of the normal, chi-square and Student's distribution, kept exact to about 13 digits also where they are small: a p-value of 1e-28 is
 * taken from its own series, not as 1 less something. Continued fractions after Lentz, as in Press and others, Numerical Recipes, chapter 6.
 */

const tiny = 1e-300;
const precision = 1e-16;
const steps = 10_000;

/** The natural logarithm of the gamma function for x > 0, after Lanczos with g = 607/128. */
export function logGamma(x: number): number {
  const coefficients = [
    0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
    -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4,
    -0.98374475304879564677e-4, 0.15808870322491248884e-3, -0.21026444172410488319e-3,
    0.2174396181152126432e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4,
    -0.2619083840158140867e-4, 0.36899182659531622704e-5
  ];
  const sum = coefficients.reduce((all, one, at) => all + (at === 0 ? one : one / (x + at)), 0);
  const shifted = x + 5.2421875;
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.5066282746310005 * sum) / x);
}

/** A continued fraction whose k-th numerator and denominator are given; `first` is the denominator before them. */
function continuedFraction(
  first: number,
  part: (k: number) => { readonly over: number; readonly under: number }
): number {
  let value = first === 0 ? tiny : first;
  let [c, d] = [value, 0];
  for (let k = 1; k <= steps; k++) {
    const { over, under } = part(k);
    d = under + over * d;
    if (Math.abs(d) < tiny) d = tiny;
    d = 1 / d;
    c = under + over / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return value;
}

/** The upper tail of the gamma distribution of shape `a` beyond `x`, for a > 0 and x ≥ 0. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let k = 1; k <= steps && term > sum * precision; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  return front / continuedFraction(x + 1 - a, (k) => ({ over: -k * (k - a), under: x + 2 * k + 1 - a })); // prettier-ignore
}

/** The incomplete beta function of `a` and `b` up to `x`, as a share of the whole, for 0 ≤ x ≤ 1. `rest` is 1 − x, which may be the exacter one. */
function betaLower(a: number, b: number, x: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaLower(b, a, rest, x);
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest);
  const fraction = continuedFraction(1, (k) => {
    const half = Math.floor(k / 2);
    const over =
      k % 2 === 0
        ? (half * (b - half) * x) / ((a + 2 * half - 1) * (a + 2 * half))
        : (-(a + half) * (a + b + half) * x) / ((a + 2 * half) * (a + 2 * half + 1));
    return { over, under: 1 };
  });
  return Math.exp(logFront) / (a * fraction);
}

/** How likely chance alone would take a standard normal figure as far from 0 as `z`, on either side. */
export const normalBothTails = (z: number): number => gammaUpper(0.5, (z * z) / 2);

/** How likely chance alone would bring a chi-square figure with `freedom` degrees above `x`. */
export const chiSquareUpper = (x: number, freedom: number): number =>
  gammaUpper(freedom / 2, x / 2);

/** The same as `normalBothTails` for Student's t with `freedom` degrees. */
export function studentBothTails(t: number, freedom: number): number {
  const square = t * t;
  return betaLower(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square));
}

/** Beyond this a standard normal figure falls one time in twenty, on either side. */
export const normal95 = 1.959963984540054;

/** The same for Student's t with `freedom` degrees, found by halving between what is surely too little and too much. */
export function student95(freedom: number): number {
  let [low, high] = [normal95, 13];
  while (low < high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (studentBothTails(middle, freedom) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}
