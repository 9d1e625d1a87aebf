import type { HiddenShare, HiddenShares, MadeOf, Rule, Share } from '#modules/disclosure';

/**
 * An attacker on shares who writes down every pair of counts that could be behind each figure shown, and keeps those that
 * add up. Slow, and beyond doubt; shares no code with what it attacks. For one whole, made up in one or several ways.
 */

type Pair = readonly [counted: number, others: number];

const most = 70;

/** Every pair that one group might have, when it is hidden by the reason that is told. */
function pairsOf(share: Share, hidden: HiddenShare | undefined, rule: Rule): Pair[] {
  const size = share.group ?? share.counted;
  const rounded = (count: number) => Math.round(count / rule.roundTo) * rule.roundTo;
  const pairs: Pair[] = [];
  for (let counted = 0; counted <= most; counted += 1) {
    for (let others = 0; counted + others <= most; others += 1) {
      const group = counted + others;
      const isSize = rounded(group) === rounded(size) && group > rule.hideTo;
      const isShown =
        rounded(counted) === rounded(share.counted) &&
        counted > rule.hideTo &&
        others > rule.hideTo;
      // The reason is told. Where one stands for several cases, more than is fair: which of count and rest is the small one.
      const isSizeTold = hidden?.isGroupHidden === true ? group > rule.hideTo : isSize;
      const isSmall = (count: number) => count >= 1 && count <= rule.hideTo;
      const byReason = (reason: HiddenShare['reason']) => {
        if (reason === 'protects-another') return counted > rule.hideTo && others > rule.hideTo;
        if (reason === 'not-applicable') return group === 0;
        if (reason === 'small-group') return isSmall(group);
        if (reason === 'small-number') return isSizeTold && isSmall(counted) && others > 0;
        const isAllButAFew = counted > rule.hideTo && others <= rule.hideTo;
        return isSizeTold && (share.counted > rule.hideTo ? isAllButAFew : counted <= rule.hideTo);
      };
      const fits = hidden === undefined ? isSize && isShown : byReason(hidden.reason);
      if (fits) pairs.push([counted, others]);
    }
  }
  return pairs;
}

const everyPair: readonly Pair[] = Array.from({ length: most + 1 }, (_, counted) =>
  Array.from({ length: most + 1 - counted }, (_none, others): Pair => [counted, others])
).flat();

const keyOf = ([counted, others]: Pair) => counted * 1000 + others;
const plus = (one: Pair, other: Pair): Pair => [one[0] + other[0], one[1] + other[1]];

/** The pairs that are possible for each group, and for each rest (named `rest of` its place among the sums). */
export function possiblePairs(
  shares: readonly Share[],
  madeOf: readonly MadeOf[],
  hidden: HiddenShares,
  rule: Rule
): Map<string, Pair[]> {
  const known = new Map(
    shares.map((share) => [share.id, pairsOf(share, hidden.get(share.id), rule)])
  );
  const size = (id: string) => shares.find((share) => share.id === id);
  const groups = madeOf.map(({ whole, parts }, index) => {
    const total = size(whole);
    const sum = parts.reduce((all, part) => all + (size(part)?.group ?? 0), 0);
    const hasRest = sum < (total?.group ?? 0);
    return { whole, parts: hasRest ? [...parts, `rest of ${index}`] : [...parts] };
  });
  for (const { parts } of groups)
    for (const part of parts) if (!known.has(part)) known.set(part, [...everyPair]);
  const sumsOf = (parts: readonly string[]): Map<number, Pair> =>
    parts.reduce(
      (sums, part) => {
        const next = new Map<number, Pair>();
        for (const sum of sums.values()) {
          for (const pair of known.get(part) ?? []) {
            const total = plus(sum, pair);
            if (total[0] + total[1] <= most) next.set(keyOf(total), total);
          }
        }
        return next;
      },
      new Map<number, Pair>([[0, [0, 0]]])
    );
  const whole = groups[0]?.whole ?? '';
  const totals = groups.reduce(
    (left, { parts }) => {
      const sums = sumsOf(parts);
      return left.filter((pair) => sums.has(keyOf(pair)));
    },
    known.get(whole) ?? []
  );
  const answer = new Map([[whole, totals]]);
  for (const { parts } of groups) {
    for (const part of parts) {
      const others = sumsOf(parts.filter((each) => each !== part));
      const fits = (known.get(part) ?? []).filter((pair) =>
        totals.some((total) => {
          const left: Pair = [total[0] - pair[0], total[1] - pair[1]];
          return left[0] >= 0 && left[1] >= 0 && others.has(keyOf(left));
        })
      );
      answer.set(part, fits);
    }
  }
  return answer;
}
