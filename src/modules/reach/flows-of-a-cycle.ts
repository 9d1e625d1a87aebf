import type { Flow, FlowsOfPeople } from '#modules/disclosure';
import { servedIn, sumOf } from './figures.ts';
import { misfitsOf } from './rules.ts';
import type { CycleDetails, MaybeCount, Programme } from './types.ts';

/**
 * The counts of a cycle as they can be made safe together: as a circulation, with the stages and those still coming, which lie within
 * one another. Names are `stage 2`, `retained`, `band 0`, `step 1`, `could 0` (who could come, by group) and `came 0` (who was served).
 */
export function peopleOf(programme: Programme, cycle: CycleDetails): FlowsOfPeople {
  return {
    flows: flowsOf(programme, cycle),
    nested: [...programme.stages.map((_, at) => `stage ${at}`), 'retained']
  };
}

/** How many said yes of those asked, as a circulation of its own: `yes` and `asked`. */
export function askedOf(yes: number, asked: number): FlowsOfPeople {
  const net = new Net();
  net.count('home', 'asked', asked, 'asked');
  net.count('asked', 'home', yes, 'yes');
  net.between('asked', 'home', asked - yes, true);
  return { flows: net.flows, nested: ['asked', 'yes'] };
}

/**
 * The counts of a cycle as they stood before, on the lines of how it is counted now. What was not counted then is taken as it is now, and
 * nobody saw it. Answers other lines where what was counted then does not fit that.
 */
export function flowsBefore(programme: Programme, then: CycleDetails, now: CycleDetails): Flow[] {
  const own = new Map(flowsOf(programme, then).map((flow) => [flow.line, flow]));
  const filled = (list: readonly MaybeCount[], by: readonly MaybeCount[]) =>
    Array.from({ length: Math.max(list.length, by.length) }, (_, at) => list[at] ?? by[at] ?? null);
  const cycle = {
    ...then,
    counts: filled(then.counts, now.counts),
    bands: filled(then.bands, now.bands),
    engagement: filled(then.engagement, now.engagement),
    groupEligible: filled(then.groupEligible, now.groupEligible),
    groupServed: filled(then.groupServed, now.groupServed),
    retained: then.retained ?? now.retained
  };
  if (misfitsOf(programme, cycle).length > 0) return [];
  return flowsOf(programme, cycle).map((flow) => {
    const { name = null, isGuarded = false, isNothing = false } = own.get(flow.line) ?? {};
    return { ...flow, name, isGuarded, isNothing };
  });
}

/**
 * The counts of a cycle as one circulation: all who could come flow through the groups to those served and those not; those served
 * flow through their amounts, their steps, and who still comes, then through the later stages; and with those who were lost on the
 * way they come back to all. So every count is the flow along one line, and what flows into a point flows out of it: that says how
 * counts lie within one another and add up.
 *
 * Groups whose counts do not fit the stages (another source counted them) flow beside them.
 * Assumes: nothing that `misfitsOf` names.
 */
function flowsOf(programme: Programme, cycle: CycleDetails): Flow[] {
  const stages = programme.stages.flatMap((_, at) => {
    const count = cycle.counts[at] ?? null;
    return count === null ? [] : [{ at, count }];
  });
  const before = stages.filter(({ at }) => at < programme.servedStage);
  const later = stages.filter(({ at }) => at > programme.servedStage);
  const counted = servedIn(programme, cycle);
  // Where nobody counted those served, they are at least as many as any part of them.
  const parts = [cycle.bands, cycle.engagement, cycle.groupServed, [cycle.retained]].map(sumOf);
  const served = counted ?? Math.max(later[0]?.count ?? 0, ...parts.map((part) => part ?? 0));
  const groups = groupsIn(programme, cycle, served);
  const net = new Net();
  if (served > (before.at(-1)?.count ?? served)) return apart(net, { cycle, stages, groups });

  const first = stages[0]?.at === 0 ? stages[0].count : null;
  const rest = restOf(groups, first, served);
  const isJoined = rest !== null;
  const [all, notServed] = isJoined
    ? (['all', 'not served'] as const)
    : (['home', 'home'] as const);
  if (isJoined) net.count('home', all, first ?? 0, 'stage 0');
  net.groups(groups, all, notServed);
  const areAllServed = groups.length > 0 && groups.every((group) => group.came !== null);
  const isNobodyElse = isJoined && rest.areAllCounted && rest.notServed + rest.served === 0;
  net.rest(all, 'served', served - sumOfCame(groups), areAllServed || isNobodyElse);
  if (isJoined) net.rest(all, notServed, rest.notServed, rest.areAllCounted);
  const isNamed = counted !== null && !(isJoined && programme.servedStage === 0);
  net.count('served', 'amounts', served, isNamed ? `stage ${programme.servedStage}` : null);
  net.parts(['amounts', 'steps'], cycle.bands, (at) => `band ${at}`, served);
  net.parts(['steps', 'still coming'], cycle.engagement, (at) => `step ${at}`, served);
  net.parts(['still coming', 'later'], [cycle.retained], () => 'retained', served);
  net.later(later, served, 'later', 'back');
  net.earlier(before, served, notServed, isJoined);
  return net.flows;
}

/** Counts that do not fit together, since nobody counted those served: each list by itself. */
function apart(
  net: Net,
  given: {
    readonly cycle: CycleDetails;
    readonly stages: readonly Stage[];
    readonly groups: readonly Group[];
  }
): Flow[] {
  const { cycle, stages, groups } = given;
  net.groups(groups, 'home', 'home');
  net.between('served', 'home', sumOfCame(groups));
  const first = stages[0]?.count ?? 0;
  net.between('home', 'start', first);
  net.later(stages, first, 'start', 'home');
  const lists = [
    { list: cycle.bands, name: (at: number) => `band ${at}` },
    { list: cycle.engagement, name: (at: number) => `step ${at}` },
    { list: [cycle.retained], name: () => 'retained' }
  ];
  for (const { list, name } of lists) {
    const sum = sumOf(list) ?? 0;
    net.between('home', name(0), sum);
    net.parts([name(0), 'home'], list, name, sum);
  }
  return net.flows;
}

type Stage = { readonly at: number; readonly count: number };
/** `truth` is who came, or where nobody counted that, as many as can have come beside the other groups. */
type Group = {
  readonly at: number;
  readonly could: MaybeCount;
  readonly came: MaybeCount;
  readonly truth: number;
};

const sumOfCame = (groups: readonly Group[]): number =>
  groups.reduce((sum, { truth }) => sum + truth, 0);

function groupsIn(programme: Programme, cycle: CycleDetails, served: number): Group[] {
  let left = served - (sumOf(cycle.groupServed) ?? 0);
  return programme.groups.flatMap((_, at) => {
    const [could, came] = [cycle.groupEligible[at] ?? null, cycle.groupServed[at] ?? null];
    if (could === null && came === null) return [];
    const truth = came ?? Math.max(0, Math.min(could ?? 0, left));
    if (came === null) left -= truth;
    return [{ at, could, came, truth }];
  });
}

/** Those of no group; null where the groups do not fit all who could come and those served. */
function restOf(
  groups: readonly Group[],
  all: MaybeCount,
  served: number
): {
  readonly served: number;
  readonly notServed: number;
  readonly areAllCounted: boolean;
} | null {
  if (groups.length === 0 || all === null) return null;
  const ofNone = served - sumOfCame(groups);
  const could = groups.reduce((sum, group) => sum + (group.could ?? group.truth), 0);
  const notServed = all - could - ofNone;
  if (ofNone < 0 || notServed < 0) return null;
  const areAllCounted = groups.every((group) => group.could !== null);
  return { served: ofNone, notServed, areAllCounted };
}

/** Lines between points that are called by name. */
class Net {
  readonly flows: Flow[] = [];
  readonly #points = new Map<string, number>();

  #point(name: string): number {
    const known = this.#points.get(name) ?? this.#points.size;
    this.#points.set(name, known);
    return known;
  }

  #add(from: string, to: string, flow: Omit<Flow, 'from' | 'to' | 'line'>, what: string): void {
    const line = `${what}: ${from} to ${to}`;
    this.flows.push({ ...flow, line, from: this.#point(from), to: this.#point(to) });
  }

  /** A count of the cycle; without a name where nobody counted it. */
  count(from: string, to: string, truth: number, name: string | null): void {
    const flow = { truth, name, isGuarded: name !== null, isNothing: false };
    this.#add(from, to, flow, name ?? 'uncounted');
  }

  /** What lies between two counts; people who could be recognised where both were taken. */
  between(from: string, to: string, truth: number, isGuarded = false): void {
    this.#add(from, to, { truth, name: null, isGuarded, isNothing: false }, 'between');
  }

  /** Who is in none of the parts. Where all parts were counted and it is nobody, that is taken as known. */
  rest(from: string, to: string, truth: number, areAllCounted: boolean): void {
    const isNothing = truth === 0 && areAllCounted;
    const flow = { truth, name: null, isGuarded: truth > 0 && areAllCounted, isNothing };
    this.#add(from, to, flow, 'rest');
  }

  /** Who could come of each group, and who of them was served. */
  groups(groups: readonly Group[], all: string, notServed: string): void {
    for (const { at, could, came, truth } of groups) {
      const inGroup = could ?? truth;
      const areBoth = could !== null && came !== null;
      this.count(all, `group ${at}`, inGroup, could === null ? null : `could ${at}`);
      this.count(`group ${at}`, 'served', truth, came === null ? null : `came ${at}`);
      this.between(`group ${at}`, notServed, inGroup - truth, areBoth);
    }
  }

  /** Parts of a whole side by side. */
  parts(
    [from, to]: readonly [string, string],
    parts: readonly MaybeCount[],
    name: (at: number) => string,
    whole: number
  ): void {
    parts.forEach((count, at) => {
      if (count !== null) this.count(from, to, count, name(at));
    });
    const areAllCounted = parts.length > 0 && !parts.includes(null);
    this.rest(from, to, whole - (sumOf(parts) ?? 0), areAllCounted);
  }

  /** From those served on: each later stage, and who was lost before it. */
  later(stages: readonly Stage[], served: number, from: string, lost: string): void {
    let [last, former] = [from, served];
    for (const { at, count } of stages) {
      this.between(last, lost, former - count, true);
      this.count(last, `stage ${at}`, count, `stage ${at}`);
      [last, former] = [`stage ${at}`, count];
    }
    this.between(last, lost, former);
  }

  /** From those served back to all who could come: each stage before, and who was lost after it. */
  earlier(stages: readonly Stage[], served: number, lost: string, isFirstNamed: boolean): void {
    let [last, former] = ['back', served];
    for (const { at, count } of stages.toReversed()) {
      this.between(lost, last, count - former, true);
      const name = isFirstNamed && at === 0 ? null : `stage ${at}`;
      this.count(last, `back to ${at}`, count, name);
      [last, former] = [`back to ${at}`, count];
    }
    this.between(last, 'home', former);
  }
}
