import { withheld } from './apart.ts';
import { showOrHide } from './count.ts';
import { protectOverlapping } from './differences.ts';
import { countsBehind, isSmall, type Span } from './rounding.ts';
import { promisedBy } from './table-figures.ts';
import { networkOf, Reader, type Arc } from './table-network.ts';
import type { HiddenReason, ProtectedCount, Rule } from './types.ts';

/** One number of people between two groupings of them. */
export type Flow = {
  /** What the line is called, whether somebody shows it or not: the same in each state of the same people. */
  readonly line: string;
  readonly from: number;
  readonly to: number;
  readonly truth: number;
  /** What it is called where it leaves; null where nobody shows it. */
  readonly name: string | null;
  /** Whether it is a number of people that could be recognised when it is small. */
  readonly isGuarded: boolean;
  /** Whether everybody knows that nobody is in it: the parts add up. */
  readonly isNothing: boolean;
};

/**
 * Counts of the same people as one circulation: each is the flow along one line, and what flows into a point flows out of it.
 * `nested` names counts that lie within one another, in any order.
 */
export type FlowsOfPeople = {
  readonly flows: readonly Flow[];
  readonly nested: readonly string[];
  /** How the same people were counted before, the oldest first; none where this is the first time. */
  readonly before?: readonly FlowsBefore[];
};

/** The same lines in the same order as they were counted before, and what left of them then. */
export type FlowsBefore = {
  readonly flows: readonly Flow[];
  readonly left: ReadonlyMap<string, ProtectedCount>;
};

/**
 * Every count of a circulation made safe to show beside all the others, by its name.
 *
 * Small counts are hidden. Of two nested ones that would give a small difference away, the smaller is hidden. Then a reader puts
 * everything together that is shown, and what is left over between. While one small count, or one small number between two counts, is
 * left with fewer than five whole numbers, the least count that narrows it is hidden. Where even that leaves fewer, hidden counts all
 * read alike, so that nobody learns which of them are small.
 *
 * Counts that left before and were corrected since are reckoned with, as if a reader had kept them and knew which of them were corrected.
 * Where the lines of a state before are others, nothing is shown.
 *
 * Promise: at least five whole numbers for each hidden count, or as many as the rule hides if fewer, for a reader who knows the rule
 * and that parts add up where they do.
 * Units: people. Assumes: each truth is a count, what flows into each point flows out of it, and nothing else is published about them.
 * Source: docs/methods/reach.md; tests/attack/reach.test.ts walks every small table.
 */
export function protectFlows(
  { flows, nested, before = [] }: FlowsOfPeople,
  rule: Rule
): ReadonlyMap<string, ProtectedCount> {
  const counts = new Map(
    flows.flatMap(({ name, truth }) => (name === null ? [] : [[name, truth] as const]))
  );
  const hidden = new Map<string, HiddenReason>(exposedIn(inOrderOfSize(nested, counts), rule));
  for (const [name, count] of counts) if (isSmall(count, rule)) hidden.set(name, 'small-number');
  const haveOtherLines = before.some(
    (state) =>
      state.flows.length !== flows.length ||
      state.flows.some(({ line }, at) => line !== flows[at]?.line)
  );
  if (haveOtherLines) return new Map([...counts.keys()].map((name) => [name, withheld]));
  const known = knownFrom(before, flows, rule);
  const isTold = hidesEnough({ flows, hidden, rule, known, isTold: true });
  const isEnough = isTold || hidesEnough({ flows, hidden, rule, known, isTold: false });
  // Where what left before leaves no other way, nothing is told any more.
  if (!isEnough && before.length > 0)
    for (const name of counts.keys()) hidden.set(name, 'protects-another');
  return new Map(
    [...counts].map(([name, count]) => {
      const reason = hidden.get(name);
      if (reason === undefined) return [name, showOrHide(count, rule)];
      return [name, { kind: 'hidden', reason: isTold ? reason : 'protects-another' }];
    })
  );
}

/** The nested counts that there are, the largest first; equal ones keep their order. */
function inOrderOfSize(
  nested: readonly string[],
  counts: ReadonlyMap<string, number>
): { readonly name: string; readonly count: number }[] {
  return nested
    .flatMap((name) => {
      const count = counts.get(name);
      return count === undefined ? [] : [{ name, count }];
    })
    .sort((one, other) => other.count - one.count);
}

/** Those that would give a small difference to another away, published from the largest on. */
function exposedIn(
  chain: readonly { readonly name: string; readonly count: number }[],
  rule: Rule
): [string, HiddenReason][] {
  // Each piece is those who are in one count and not in the next smaller.
  const pieces = new Map(
    chain.map(({ name, count }, at) => [name, count - (chain[at + 1]?.count ?? 0)])
  );
  const outputs = chain.map((_, at) => chain.slice(at).map(({ name }) => name));
  const answer = protectOverlapping(pieces, outputs, rule);
  if (!answer.ok) throw new Error('Numbers between groupings of people are no counts.');
  return chain.flatMap(({ name }, at) => {
    const safe = answer.value[at];
    return safe?.kind === 'hidden' ? [[name, safe.reason]] : [];
  });
}

const anything: Span = { least: 0, most: Infinity };
const both = (one: Span, other: Span): Span => ({
  least: Math.max(one.least, other.least),
  most: Math.min(one.most, other.most)
});

/**
 * What the states before say, for a reader who kept them and knows which counts were corrected since, though not by how much. Two kinds of
 * numbers are possible for such a reader for certain: everything is off by the same in every state (`carried` is what each line may be then,
 * as it stands now), or one state alone is off, in lines that were corrected (`isOnlyNow`).
 */
type KnownBefore = {
  readonly carried: readonly Span[];
  readonly isOnlyNow: readonly boolean[];
  /** Whether it was shown before as it still is: it is known for good. */
  readonly isShown: readonly boolean[];
  /** Lines that were guarded in a state before, and by how much each may be off in that state alone. */
  readonly guarded: readonly { readonly at: number; readonly off: Span }[];
};

/** What a reader sees. `isTold`: of each hidden count, whether it is a small one. */
type Seen = {
  readonly flows: readonly Flow[];
  readonly hidden: Map<string, HiddenReason>;
  readonly rule: Rule;
  readonly known: KnownBefore;
  readonly isTold: boolean;
};

const nothing: Span = { least: 0, most: 0 };

function knownFrom(
  before: readonly FlowsBefore[],
  flows: readonly Flow[],
  rule: Rule
): KnownBefore {
  const states = [...before.map((one) => one.flows), flows];
  const truthIn = (state: readonly Flow[], at: number) => state[at]?.truth ?? 0;
  const isOnlyIn = (state: readonly Flow[], at: number) =>
    states.every((other) => other === state || truthIn(other, at) !== truthIn(state, at));
  const spansIn = before.map(({ flows: then, left }) =>
    then.map((flow) => spanOfLeft(flow, left, rule))
  );
  const isShown = flows.map(({ truth }, at) =>
    before.some(({ flows: then, left }) => {
      const name = then[at]?.name ?? null;
      return name !== null && truthIn(then, at) === truth && left.get(name)?.kind === 'shown';
    })
  );
  return {
    isShown,
    isOnlyNow: flows.map((_, at) => isOnlyIn(flows, at)),
    carried: flows.map(({ truth }, at) =>
      before.reduce((all, { flows: then }, state) => {
        const span = spansIn[state]?.[at] ?? anything;
        const moved = truth - truthIn(then, at);
        return both(all, { least: span.least + moved, most: span.most + moved });
      }, anything)
    ),
    guarded: before.flatMap(({ flows: then, left }, state) =>
      [...then.keys()]
        .filter((at) => isShown[at] !== true && wasGuarded(then[at], left, rule))
        .map((at) => {
          const arcs = then.map((flow, place): Arc => {
            const span = spansIn[state]?.[place] ?? anything;
            const only = isOnlyIn(then, place) ? span : { least: flow.truth, most: flow.truth };
            return { ...flow, span: only };
          });
          const { least, most } = new Reader(networkOf(pointsOf(then), arcs)).rangeOf(
            at,
            promisedBy(rule)
          );
          const truth = truthIn(then, at);
          return { at, off: { least: least - truth, most: most - truth } };
        })
    )
  };
}

/** What a reader took a line for in a state before. */
function spanOfLeft(flow: Flow, left: FlowsBefore['left'], rule: Rule): Span {
  const count = flow.name === null ? undefined : left.get(flow.name);
  if (count === undefined) return flow.isNothing ? nothing : anything;
  if (count.kind === 'shown') return countsBehind(count.value, rule);
  return count.reason === 'small-number' ? { least: rule.hideFrom, most: rule.hideTo } : anything;
}

function wasGuarded(flow: Flow | undefined, left: FlowsBefore['left'], rule: Rule): boolean {
  if (flow === undefined) return false;
  if (flow.name === null) return flow.isGuarded && isSmall(flow.truth, rule);
  return left.get(flow.name)?.kind === 'hidden';
}

const pointsOf = (flows: readonly Flow[]): number =>
  1 + Math.max(...flows.flatMap(({ from, to }) => [from, to]));

/** Hides the least count that narrows a hidden one, again and again. False when one is too narrow whatever else is hidden. */
function hidesEnough(seen: Seen): boolean {
  for (;;) {
    const narrow = narrowIn(seen);
    const narrowing = narrow.flatMap((places) => leastShown(seen, places));
    const [first] = narrowing;
    if (first === undefined) return narrow.length === 0;
    seen.hidden.set(first, 'protects-another');
  }
}

/** Of each guarded line that is left with fewer numbers than promised, the lines that keep it so narrow, itself among them. */
function narrowIn(seen: Seen): number[][] {
  const { flows, known, rule } = seen;
  const promised = promisedBy(rule);
  const rangeOf = (at: number, isCarried: boolean) => {
    const { least, most, bounds } = readerOf(seen, at, isCarried).rangeOf(at, promised);
    const truth = flows[at]?.truth ?? 0;
    return { off: { least: least - truth, most: most - truth }, bounds };
  };
  const placesOf = (at: number, alone: Span | null): number[][] => {
    const carried = rangeOf(at, true);
    const now = alone === null ? rangeOf(at, false) : { off: alone, bounds: [] };
    const least = Math.min(carried.off.least, now.off.least);
    const most = Math.max(carried.off.most, now.off.most);
    return most - least + 1 < promised ? [[at, ...now.bounds, ...carried.bounds]] : [];
  };
  return [
    ...guardedIn(seen).flatMap((at) => placesOf(at, null)),
    ...known.guarded.flatMap(({ at, off }) => placesOf(at, off))
  ];
}

/**
 * The least of the counts that are shown, by name; none of nobody where there is another. One of which the states before say as much
 * as is said now comes last: to hide it helps only against a reader who does not know by how much it was corrected.
 */
function leastShown({ flows, hidden, rule, known }: Seen, at: readonly number[]): string[] {
  const size = (truth: number) => (truth === 0 ? Infinity : truth);
  const shown = at.flatMap((place) => {
    const { name = null, truth = 0 } = flows[place] ?? {};
    if (name === null || hidden.has(name)) return [];
    const [now, then] = [shownSpan(truth, rule), known.carried[place] ?? anything];
    return [{ name, truth, isKnown: now.least <= then.least && now.most >= then.most }];
  });
  return shown
    .toSorted(
      (one, other) =>
        Number(one.isKnown) - Number(other.isKnown) || size(one.truth) - size(other.truth)
    )
    .slice(0, 1)
    .map(({ name }) => name);
}

/**
 * The counts that are hidden, and small numbers between two counts, which nobody shows. What was shown before and still is the same is
 * known for good.
 */
function guardedIn({ flows, hidden, rule, known }: Seen): number[] {
  return [...flows.keys()].filter((at) => {
    const { name = null, truth = 0, isGuarded = false } = flows[at] ?? {};
    if (known.isShown[at] === true) return false;
    return name === null ? isGuarded && isSmall(truth, rule) : hidden.has(name);
  });
}

/**
 * Who reads what is shown. A number between two counts is taken as known to be small while it is looked at. `isCarried`: everything is
 * off by the same in every state; otherwise only what is shown now is off, in lines that were corrected.
 */
function readerOf(
  { flows, hidden, rule, known, isTold }: Seen,
  lookedAt: number,
  isCarried: boolean
): Reader {
  const small: Span = { least: rule.hideFrom, most: rule.hideTo };
  const spanNow = ({ name, truth, isNothing }: Flow, at: number): Span => {
    if (name === null)
      return isNothing ? nothing : at === lookedAt && isSmall(truth, rule) ? small : anything;
    if (hidden.has(name)) return isTold && isSmall(truth, rule) ? small : anything;
    return shownSpan(truth, rule);
  };
  const arcs = flows.map((flow, at): Arc => {
    const span = spanNow(flow, at);
    if (isCarried) return { ...flow, span: both(span, known.carried[at] ?? anything) };
    const isFree = known.isOnlyNow[at] ?? true;
    return { ...flow, span: isFree ? span : { least: flow.truth, most: flow.truth } };
  });
  return new Reader(networkOf(pointsOf(flows), arcs));
}

/** The numbers that a count may be when it is shown. */
function shownSpan(truth: number, rule: Rule): Span {
  const safe = showOrHide(truth, rule);
  return safe.kind === 'shown'
    ? countsBehind(safe.value, rule)
    : { least: rule.hideFrom, most: rule.hideTo };
}
