import type { Places } from './places.ts';

/** What holds the network together: places and links, directions put aside. */
export type HoldingTogether = {
  /** Places without which their part falls apart. */
  readonly articulation: readonly number[];
  /** Links without which their part falls apart, each by its two places. */
  readonly bridges: readonly (readonly [number, number])[];
};

/**
 * Finds both in one walk through the depths (Hopcroft and Tarjan 1973): `low` is the earliest place that what lies below can get back to by
 * another way. The walk keeps a list of its own, so that a long chain does not exhaust the stack.
 */
export function holdingTogether({ count, beside }: Places): HoldingTogether {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const articulation = new Set<number>();
  const bridges: [number, number][] = [];
  let met = 0;
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    order[root] = low[root] = met++;
    const walk = [{ at: root, from: -1, next: 0 }];
    let branchesOfRoot = 0;
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const other = beside[step.at]?.[step.next++];
      if (other === undefined) {
        walk.pop();
        const above = step.from;
        if (above === -1) break;
        low[above] = Math.min(low[above] ?? 0, low[step.at] ?? 0);
        if ((low[step.at] ?? 0) > (order[above] ?? 0)) bridges.push([above, step.at]);
        if (above === root) branchesOfRoot++;
        else if ((low[step.at] ?? 0) >= (order[above] ?? 0)) articulation.add(above);
      } else if (order[other] === -1) {
        order[other] = low[other] = met++;
        walk.push({ at: other, from: step.at, next: 0 });
      } else if (other !== step.from) {
        low[step.at] = Math.min(low[step.at] ?? 0, order[other] ?? 0);
      }
    }
    if (branchesOfRoot > 1) articulation.add(root);
  }
  return { articulation: [...articulation], bridges };
}

/** The k-core each place belongs to: the largest k for which it stays when all with fewer than k neighbours are taken away, again and again. */
export function coreNumbers({ count, beside }: Places): number[] {
  const left = beside.map((others) => others.length);
  const core = new Array<number>(count).fill(0);
  const levels: number[][] = [];
  left.forEach((many, at) => (levels[many] ??= []).push(at));
  const isDone = new Uint8Array(count);
  for (let level = 0; level < levels.length; level++) {
    // The list grows while it is walked: who falls to this level joins it.
    for (const at of (levels[level] ??= [])) {
      if (isDone[at] === 1 || (left[at] ?? 0) > level) continue;
      isDone[at] = 1;
      core[at] = level;
      for (const other of beside[at] ?? []) {
        if (isDone[other] === 1 || (left[other] ?? 0) <= level) continue;
        left[other] = (left[other] ?? 0) - 1;
        (levels[left[other] ?? 0] ??= []).push(other);
      }
    }
  }
  return core;
}

/** The share of each place's pairs of neighbours that are linked themselves; 0 for fewer than two neighbours. */
export function clustering({ beside }: Places): number[] {
  const neighbours = beside.map((others) => new Set(others));
  return beside.map((others) => {
    if (others.length < 2) return 0;
    let linked = 0;
    others.forEach((one, at) => {
      for (const other of others.slice(at + 1)) if (neighbours[one]?.has(other) === true) linked++;
    });
    return (2 * linked) / (others.length * (others.length - 1));
  });
}
