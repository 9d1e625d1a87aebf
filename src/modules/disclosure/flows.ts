import { showOrHide } from './count.ts';
import { protectOverlapping } from './differences.ts';
import { countsBehind, isSmall, type Span } from './rounding.ts';
import { promisedBy } from './table-figures.ts';
import { networkOf, Reader, type Arc } from './table-network.ts';
import type { HiddenReason, ProtectedCount, Rule } from './types.ts';

/** One number of people between two groupings of them. */
export type Flow = {
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
export type FlowsOfPeople = { readonly flows: readonly Flow[]; readonly nested: readonly string[] };

/**
 * Every count of a circulation made safe to show beside all the others, by its name.
 *
 * Small counts are hidden. Of two nested ones that would give a small difference away, the smaller is hidden. Then a reader puts
 * everything together that is shown, and what is left over between. While one small count, or one small number between two counts, is
 * left with fewer than five whole numbers, the least count that narrows it is hidden. Where even that leaves fewer, hidden counts all
 * read alike, so that nobody learns which of them are small.
 *
 * Promise: at least five whole numbers for each hidden count, or as many as the rule hides if fewer, for a reader who knows the rule
 * and that parts add up where they do.
 * Units: people. Assumes: each truth is a count, what flows into each point flows out of it, and nothing else is published about them.
 * Source: docs/methods/reach.md; tests/attack/reach.test.ts walks every small table.
 */
export function protectFlows(
  { flows, nested }: FlowsOfPeople,
  rule: Rule
): ReadonlyMap<string, ProtectedCount> {
  const counts = new Map(
    flows.flatMap(({ name, truth }) => (name === null ? [] : [[name, truth] as const]))
  );
  const hidden = new Map<string, HiddenReason>(exposedIn(inOrderOfSize(nested, counts), rule));
  for (const [name, count] of counts) if (isSmall(count, rule)) hidden.set(name, 'small-number');
  const isTold = hidesEnough({ flows, hidden, rule, isTold: true });
  if (!isTold) hidesEnough({ flows, hidden, rule, isTold: false });
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

/** What a reader sees. `isTold`: of each hidden count, whether it is a small one. */
type Seen = {
  readonly flows: readonly Flow[];
  readonly hidden: Map<string, HiddenReason>;
  readonly rule: Rule;
  readonly isTold: boolean;
};

/** Hides the least count that narrows a hidden one, again and again. False when one is too narrow whatever else is hidden. */
function hidesEnough(seen: Seen): boolean {
  const promised = promisedBy(seen.rule);
  for (;;) {
    const narrow = guardedIn(seen)
      .map((at) => readerOf(seen, at).rangeOf(at, promised))
      .filter(({ least, most }) => most - least + 1 < promised);
    const narrowing = narrow.flatMap(({ bounds }) => leastShown(seen, bounds));
    const [first] = narrowing;
    if (first === undefined) return narrow.length === 0;
    seen.hidden.set(first, 'protects-another');
  }
}

/** The least of the counts that are shown, by name; none of nobody where there is another. */
function leastShown({ flows, hidden }: Seen, bounds: readonly number[]): string[] {
  const size = (truth: number) => (truth === 0 ? Infinity : truth);
  return bounds
    .flatMap((at) => {
      const { name = null, truth = 0 } = flows[at] ?? {};
      return name === null || hidden.has(name) ? [] : [{ name, truth }];
    })
    .toSorted((one, other) => size(one.truth) - size(other.truth))
    .slice(0, 1)
    .map(({ name }) => name);
}

/** The counts that are hidden, and small numbers between two counts, which nobody shows. */
function guardedIn({ flows, hidden, rule }: Seen): number[] {
  return [...flows.keys()].filter((at) => {
    const { name = null, truth = 0, isGuarded = false } = flows[at] ?? {};
    return name === null ? isGuarded && isSmall(truth, rule) : hidden.has(name);
  });
}

/** Who reads what is shown. A number between two counts is taken as known to be small while it is looked at. */
function readerOf({ flows, hidden, rule, isTold }: Seen, lookedAt: number): Reader {
  const small: Span = { least: rule.hideFrom, most: rule.hideTo };
  const spanOf = ({ name, truth, isNothing }: Flow, at: number): Span => {
    if (name === null)
      return isNothing ? { least: 0, most: 0 } : at === lookedAt ? small : anything;
    if (hidden.has(name)) return isTold && isSmall(truth, rule) ? small : anything;
    const safe = showOrHide(truth, rule);
    return safe.kind === 'shown' ? countsBehind(safe.value, rule) : small;
  };
  const arcs = flows.map((flow, at): Arc => ({ ...flow, span: spanOf(flow, at) }));
  const points = 1 + Math.max(...flows.flatMap(({ from, to }) => [from, to]));
  return new Reader(networkOf(points, arcs));
}
