import { err, ok, type Result } from '#core/result';
import { isCount } from './raw-count.ts';
import { countsBehind, isSmall, roundCount, type Span } from './rounding.ts';
import { defaultRule } from './rule.ts';
import {
  anything,
  both,
  differenceOf,
  nobody,
  sumOf,
  tightened,
  type Bounds
} from './share-bounds.ts';
import {
  idOf,
  named,
  nameOf,
  nothingKnown,
  withSharedParts,
  type Known,
  type SharesBefore,
  type Sum
} from './shares-before.ts';
import { promisedBy } from './table-figures.ts';
import type { CountProblem, HiddenReason, PercentageProblem, Rule } from './types.ts';

/** A group of people, how many of them are counted, and how many there are. `group` is null for a plain count. */
export type Share = {
  readonly id: string;
  readonly counted: number;
  readonly group: number | null;
};

/** That a group is made up of others. Where these fall short of it, the rest is a group of its own that nobody shows. */
export type MadeOf = { readonly whole: string; readonly parts: readonly string[] };

/** Why a share is hidden, and whether the size of its group has to go with it. */
export type HiddenShare = { readonly reason: HiddenReason; readonly isGroupHidden: boolean };
/** The shares that are hidden, by id; one that is not named is shown. */
export type HiddenShares = ReadonlyMap<string, HiddenShare>;

/**
 * Which of several shares of the same people must be hidden, so that none can be worked out from the others: all children
 * and those with free school meals, a place and its wards.
 *
 * Hidden for its own sake is a share whose group, whose count or whose rest is small, and one of nobody or everybody.
 * Then more is withheld, as little as will do: the size of a group whose share is hidden, a part with all its figures, at last a
 * whole, until a
 * reader who knows the rule, this reasoning and everything shown is left with as many whole numbers as promised (five)
 * for each hidden count, and for each rest of a whole that is small though nobody shows it.
 *
 * Where wholes share parts (wards by groups) and anything is small, all these parts are withheld, for one reason that tells of none of
 * them: what wards and groups tell together is more than can be worked out one whole after another. What is left makes up one whole in
 * one or several ways, of which a reader's bounds are exact.
 * `before`: earlier states of the same shares, each as it left. A reader who kept them knows what did not change between them: what
 * was shown is known for good, and what was hidden stays hidden for as long as taking one state from another would tell it.
 *
 * Assumes: every one of a part is one of its whole. Refuses: what is not a count, or more counted than there are.
 * Source: docs/methods/small-numbers.md, "Shares of the same people".
 *
 * @example
 * // 3 of 20 in one part are hidden; 35 of 60 in the other must go too, or they would tell it from 38 of 80.
 */
export function hiddenShares(
  given: readonly Share[],
  madeOf: readonly MadeOf[],
  rule: Rule = defaultRule,
  before: readonly SharesBefore[] = []
): Result<HiddenShares, PercentageProblem> {
  const problem = problemIn(given);
  if (problem !== null) return err(problem);
  const shares = given.map(named);
  const sums = sumsIn(given, madeOf);
  const known = knownFrom(before, rule);
  const everybody = [...shares, ...sums.flatMap(({ rest }) => (rest === null ? [] : [rest]))];
  const hidden = new Map<string, HiddenShare>();
  for (const share of shares) {
    const reason = ownReason(share, rule);
    if (reason !== null) hidden.set(share.id, { reason, isGroupHidden: tellsGroup(share, rule) });
  }
  const wholes = new Set(sums.map((each) => each.whole));
  const crossing = crossingIn(sums);
  const hasSmall =
    hidden.size > 0 || everybody.some((share) => isRest(share) && isLow(share, rule));
  const untold = hasSmall ? crossing : new Set<string>();
  // One reason for all of them, so that it tells of none.
  for (const id of untold) hidden.set(id, { reason: 'protects-another', isGroupHidden: true });
  const narrowedWith = (withheld: ReadonlySet<string>, isTold = true) =>
    narrowedBy({ everybody, sums, hidden, withheld, untold, known, isTold }, rule);
  // What earlier states tell whatever is withheld now cannot be mended.
  const every = new Set(shares.map(({ id }) => id));
  const unmended = before.length === 0 ? 0 : narrowedWith(every, false);
  const costOf = ({ id }: Share) => (hidden.has(id) ? 0 : wholes.has(id) ? 2 : 1);
  const candidates = shares
    .filter((share) => hidden.get(share.id)?.isGroupHidden !== true)
    .toSorted((one, other) => costOf(one) - costOf(other))
    .map((share) => share.id);
  const chosen = fewestThat(candidates, (some) => Math.max(0, narrowedWith(some) - unmended));
  if (narrowedWith(chosen) <= unmended || before.length === 0) {
    for (const id of chosen) {
      const reason = hidden.get(id)?.reason ?? 'protects-another';
      hidden.set(id, { reason, isGroupHidden: true });
    }
  } else {
    // Beside what was told before, a reason would tell: so all hidden shares have one, which tells of none.
    const others = candidates.filter((id) => !hidden.has(id));
    const more = fewestThat(others, (some) => Math.max(0, narrowedWith(some, false) - unmended));
    for (const id of [...hidden.keys(), ...more])
      hidden.set(id, { reason: 'protects-another', isGroupHidden: true });
  }
  return ok(new Map([...hidden].map(([name, why]) => [idOf(name), why])));
}

/** The sums of one state, each with its rest, by the names of their shares. */
function sumsIn(shares: readonly Share[], madeOf: readonly MadeOf[]): Sum[] {
  const byId = new Map(shares.map((share) => [share.id, share]));
  return madeOf.map((each) => withRest(each, byId));
}

/** What a reader knows from the states before. */
function knownFrom(before: readonly SharesBefore[], rule: Rule): Known {
  if (before.length === 0) return nothingKnown;
  const bounds = new Map<string, Bounds>();
  const caseBounds = new Map<string, Bounds>();
  const sums: Sum[] = [];
  const guarded = new Map<string, Share>();
  for (const state of before) {
    const own = sumsIn(state.shares, state.madeOf);
    const crossing = crossingIn(own);
    // With one reason for all, none was told.
    const isTold = [...state.hidden.values()].some(({ reason }) => reason !== 'protects-another');
    sums.push(...own);
    for (const share of state.shares) {
      const name = nameOf(share);
      const hidden = state.hidden.get(share.id) ?? null;
      const isUntold = hidden?.reason === 'protects-another' && (crossing.has(name) || !isTold);
      for (const isCaseKnown of [false, true]) {
        const told = isUntold ? unknownOf(share) : knownOf(share, hidden, rule, isCaseKnown);
        learnIn(isCaseKnown ? caseBounds : bounds, name, told);
      }
      if (hidden !== null) guarded.set(name, named(share));
    }
    for (const { rest } of own) if (rest !== null) guarded.set(rest.id, rest);
  }
  return { bounds, caseBounds, sums, guarded: [...guarded.values()] };
}

/** Adds what is told of a share to what is known of it; where the two contradict each other, what is told. */
function learnIn(known: Map<string, Bounds>, name: string, told: Bounds): void {
  const now = tightened(told) ?? told;
  known.set(name, both(known.get(name) ?? now, now) ?? now);
}

/** A group of which nothing is told. */
function unknownOf({ group }: Share): Bounds {
  const others = group === null ? nobody.others : anything;
  return { counted: anything, others, group: anything };
}

/** A sum with what its parts leave over, as a group that nobody shows. */
function withRest(each: MadeOf, byId: ReadonlyMap<string, Share>): Sum {
  const size = (share: Share | undefined) => share?.group ?? share?.counted ?? 0;
  const total = byId.get(each.whole);
  const found = each.parts.flatMap((part) => byId.get(part) ?? []);
  const whole = total === undefined ? each.whole : nameOf(total);
  const parts = found.map(nameOf);
  const counted = (total?.counted ?? 0) - found.reduce((sum, part) => sum + part.counted, 0);
  const group = size(total) - found.reduce((sum, part) => sum + size(part), 0);
  if (group === 0 && counted === 0) return { whole, parts, rest: null };
  // As large as before, it is taken for the same: whoever knows that nobody else changed takes it so.
  const rest = named({
    id: `${restMark}of ${each.whole}`,
    counted,
    group: total?.group === null ? null : group
  });
  return { whole, parts: [...parts, rest.id], rest };
}

function problemIn(shares: readonly Share[]): PercentageProblem | null {
  for (const { counted, group } of shares) {
    const bad = [counted, group].find((given) => given !== null && !isCount(given));
    if (typeof bad === 'number')
      return { kind: 'count-not-whole', given: bad } satisfies CountProblem;
    if (group !== null && counted > group)
      return { kind: 'part-exceeds-whole', partCount: counted, wholeCount: group };
  }
  return null;
}

/** Whether a count, a rest or the size of a group is small. */
function isLow({ counted, group }: Share, rule: Rule): boolean {
  const counts = group === null ? [counted] : [counted, group - counted, group];
  return counts.some((count) => isSmall(count, rule));
}

/** Why a share is hidden for its own sake; null when it need not be. */
function ownReason({ counted, group }: Share, rule: Rule): HiddenReason | null {
  if (group === null) return isSmall(counted, rule) ? 'small-number' : null;
  if (group === 0) return 'not-applicable';
  if (isSmall(group, rule)) return 'small-group';
  const rest = group - counted;
  if (counted === 0 || rest === 0) return 'small-remainder';
  if (isSmall(counted, rule)) return 'small-number';
  return isSmall(rest, rule) ? 'small-remainder' : null;
}

/**
 * Whether the size of a group would tell too much of a hidden share: a small group, and one of two small numbers that
 * together nearly fill it (7 and 6 of 13, shown as 15, are at least 6 each).
 */
function tellsGroup(share: Share, rule: Rule): boolean {
  if (share.group === null || isSmall(share.group, rule)) return true;
  const reason = ownReason(share, rule) ?? 'protects-another';
  const known = tightened(knownOf(share, { reason, isGroupHidden: false }, rule));
  return known !== null && isNarrow(share, known, rule);
}

const none: Span = { least: 0, most: 0 };
const upTo = (rule: Rule): Span => ({ least: 0, most: rule.hideTo });
const someUpTo = (rule: Rule): Span => ({ least: 1, most: rule.hideTo });
const above = (rule: Rule): Span => ({ least: rule.hideTo + 1, most: Infinity });

/**
 * What a reader knows of one group by itself, its reason included, for that is told: a small group is not empty, a small number not
 * none. More than is fair where one reason stands for several cases (nobody, everybody, all but a few): we assume that it is known
 * whether the count or the rest is the small one, and with `isCaseKnown` also which of the three it is: other figures often tell.
 */
function knownOf(
  share: Share,
  hidden: HiddenShare | null,
  rule: Rule,
  isCaseKnown = false
): Bounds {
  const { counted, group } = share;
  if (group === null) {
    const small = { least: rule.hideFrom, most: rule.hideTo };
    const span = hidden === null ? shownSpan(counted, rule) : spanByReason(hidden, small, rule);
    return { counted: span, others: nobody.others, group: span };
  }
  if (hidden === null || hidden.reason === 'protects-another') {
    // Told that it protects another, a reader knows that nothing of it is small.
    const isShown = hidden === null;
    return {
      counted: isShown ? shownSpan(counted, rule) : above(rule),
      others: above(rule),
      group: isShown ? shownSpan(group, rule) : above(rule)
    };
  }
  if (group === 0) return nobody;
  if (isSmall(group, rule))
    return { counted: upTo(rule), others: upTo(rule), group: someUpTo(rule) };
  const size = hidden.isGroupHidden ? above(rule) : shownSpan(group, rule);
  if (hidden.reason === 'small-number')
    return { counted: someUpTo(rule), others: { least: 1, most: Infinity }, group: size };
  // All but a few: the count itself is no small number, or its reason would say so.
  if (counted > rule.hideTo) {
    const few = group === counted ? none : someUpTo(rule);
    return { counted: above(rule), others: isCaseKnown ? few : upTo(rule), group: size };
  }
  return { counted: isCaseKnown ? none : upTo(rule), others: anything, group: size };
}

/** A plain count is hidden for being small or for another's sake; 0 may be shown, and then is no small number. */
function spanByReason({ reason }: HiddenShare, small: Span, rule: Rule): Span {
  return reason === 'protects-another' ? above(rule) : small;
}

/** What a shown count may stand for. */
function shownSpan(count: number, rule: Rule): Span {
  return countsBehind(roundCount(count, rule.roundTo), rule);
}

/** What a reader has before them, now and from before. */
type Shown = {
  readonly everybody: readonly Share[];
  readonly sums: readonly Sum[];
  readonly hidden: HiddenShares;
  readonly withheld: ReadonlySet<string>;
  /** Withheld all together, so that a reason says nothing of any. */
  readonly untold: ReadonlySet<string>;
  /** From the states before. */
  readonly known: Known;
  /** Whether a reason says what it says; else all hidden shares have one. */
  readonly isTold: boolean;
};

/**
 * How many small counts a reader could narrow below the promise: none when all is well. Looked at twice: once with the reasons as they
 * are told, and once as if it were known of each share of nobody, of everybody and of all but a few which of these it is.
 */
function narrowedBy(shown: Shown, rule: Rule): number {
  return narrowedIn(shown, rule, false) + narrowedIn(shown, rule, true);
}

function narrowedIn(shown: Shown, rule: Rule, isCaseKnown: boolean): number {
  const { everybody, sums, hidden, withheld, untold, isTold } = shown;
  const known = new Map(isCaseKnown ? shown.known.caseBounds : shown.known.bounds);
  for (const share of everybody) {
    const own = hidden.get(share.id) ?? null;
    const isWithheld = withheld.has(share.id);
    const told: HiddenShare | null = isWithheld
      ? { reason: own?.reason ?? 'protects-another', isGroupHidden: true }
      : own;
    const bounds =
      isRest(share) || untold.has(share.id) || (!isTold && told !== null)
        ? unknownOf(share)
        : knownOf(share, told, rule, isCaseKnown);
    learnIn(known, share.id, bounds);
  }
  const joint =
    shown.known.sums.length === 0 ? sums : withSharedParts([...shown.known.sums, ...sums]);
  for (const { rest } of joint)
    if (rest !== null && !known.has(rest.id)) known.set(rest.id, unknownOf(rest));
  carryOn(known, joint);
  const guarded = new Map(shown.known.guarded.map((share) => [share.id, share]));
  for (const share of everybody)
    if (isRest(share) || hidden.has(share.id)) guarded.set(share.id, share);
  return [...guarded.values()].filter((share) => {
    const bounds = known.get(share.id);
    return bounds !== undefined && isNarrow(share, bounds, rule, isCaseKnown);
  }).length;
}

/** The groups that are part of two wholes, as that of free school meals in a ward is of both. */
function crossingIn(sums: readonly Sum[]): ReadonlySet<string> {
  const wholes = new Map<string, string>();
  const crossing = new Set<string>();
  for (const { whole, parts } of sums) {
    for (const part of parts) {
      if ((wholes.get(part) ?? whole) !== whole) crossing.add(part);
      wholes.set(part, whole);
    }
  }
  return crossing;
}

/** Carries what is known of wholes to their parts and back, until nothing changes or it has gone round often enough. */
function carryOn(known: Map<string, Bounds>, sums: readonly Sum[]): void {
  // What several sums share is nobody's share, and begins unknown.
  const of = (id: string) => known.get(id) ?? everything;
  for (let round = 0; round < 12; round += 1) {
    let isChanged = false;
    const learn = (id: string, more: Bounds) => {
      const before = of(id);
      const after = both(before, more);
      // Nothing fits only where the figures contradict one another: then what was known stays.
      if (after === null || JSON.stringify(after) === JSON.stringify(before)) return;
      known.set(id, after);
      isChanged = true;
    };
    for (const { whole, parts } of sums) {
      learn(
        whole,
        parts.reduce((sum, part) => sumOf(sum, of(part)), nobody)
      );
      for (const part of parts) {
        const others = parts
          .filter((each) => each !== part)
          .reduce((sum, each) => sumOf(sum, of(each)), nobody);
        learn(part, differenceOf(of(whole), others));
      }
    }
    if (!isChanged) return;
  }
}

const everything: Bounds = { counted: anything, others: anything, group: anything };

const restMark = 'rest ';
const isRest = (share: Share) => share.id.startsWith(restMark);

/** Whether a small count of this group is left with fewer whole numbers than promised. */
function isNarrow(share: Share, bounds: Bounds, rule: Rule, isCaseKnown = false): boolean {
  const { counted, group } = share;
  const promised = promisedBy(rule);
  // That a share is of nobody or of everybody is hidden too, where it stands in a list.
  const least = isRest(share) || group === null ? rule.hideFrom : isCaseKnown ? 1 : 0;
  const isTold = (count: number, span: Span) => {
    if (count < least || count > rule.hideTo) return false;
    const [from, to] = [Math.max(0, span.least), Math.min(rule.hideTo, span.most)];
    return to - from + 1 < promised;
  };
  if (group === null) return isTold(counted, bounds.counted);
  return (
    isTold(counted, bounds.counted) ||
    isTold(group - counted, bounds.others) ||
    (group > 0 && isTold(group, bounds.group))
  );
}

/** Up to so many are withheld after trying every choice of that many; beyond, the one that helps most is added each time. */
const mostTriedTogether = 3;
const mostTries = 4_000;

function fewestThat(
  candidates: readonly string[],
  leftOpen: (chosen: ReadonlySet<string>) => number
): ReadonlySet<string> {
  const nothing = new Set<string>();
  if (leftOpen(nothing) === 0) return nothing;
  let tries = 0;
  for (let size = 1; size <= mostTriedTogether; size += 1) {
    for (const chosen of choicesOf(candidates, size)) {
      tries += 1;
      if (tries > mostTries) break;
      const some = new Set(chosen);
      if (leftOpen(some) === 0) return some;
    }
  }
  const chosen = new Set<string>();
  while (leftOpen(chosen) > 0 && chosen.size < candidates.length) {
    const [best] = candidates
      .filter((id) => !chosen.has(id))
      .map((id) => ({ id, open: leftOpen(new Set([...chosen, id])) }))
      .toSorted((one, other) => one.open - other.open);
    if (best === undefined) break;
    chosen.add(best.id);
  }
  return chosen;
}

function* choicesOf(from: readonly string[], size: number): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of from.entries()) {
    for (const rest of choicesOf(from.slice(index + 1), size - 1)) yield [first, ...rest];
  }
}
