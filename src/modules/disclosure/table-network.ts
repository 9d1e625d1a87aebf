import type { Span } from './rounding.ts';

/** One figure of a table: what it is in truth, and the whole numbers a reader may take it for. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  readonly truth: number;
  readonly span: Span;
};

/**
 * A table as a circulation: the total flows to the rows, from each row through its cells to the columns, and back.
 * Every figure is the flow on one arc, kept within its span; what flows into a node flows out, which says that
 * totals are the sums of their cells. Because such networks are totally unimodular, the least and the most that
 * flows along an arc are whole numbers and are found exactly by pushing flow around (Ford and Fulkerson).
 */
export type Network = {
  readonly arcs: readonly Arc[];
  /** The arcs that touch each node. */
  readonly touching: readonly (readonly number[])[];
};

export function networkOf(nodeCount: number, arcs: readonly Arc[]): Network {
  const touching: number[][] = Array.from({ length: nodeCount }, () => []);
  arcs.forEach((arc, index) => {
    touching[arc.from]?.push(index);
    touching[arc.to]?.push(index);
  });
  return { arcs, touching };
}

/** What a reader can make of one figure. `bounds` are the arcs that stop the range from being wider. */
export type Range = {
  readonly least: number;
  readonly most: number;
  readonly bounds: readonly number[];
};

/**
 * A reader who looks for the range of single figures. Starts from the true table and wanders from one
 * possible table to another, remembering the least and the most seen of each figure on the way.
 */
export class Reader {
  readonly #network: Network;
  readonly #values: number[];
  readonly #least: number[];
  readonly #most: number[];

  constructor(network: Network) {
    this.#network = network;
    this.#values = network.arcs.map((arc) => arc.truth);
    this.#least = [...this.#values];
    this.#most = [...this.#values];
  }

  /**
   * The range of the figure on an arc, exact when narrower than `enough` whole numbers; a range at least that wide may
   * be given short of its ends.
   */
  rangeOf(index: number, enough: number): Range {
    const bounds: number[] = [];
    for (const sign of [1, -1] as const) {
      while (this.#seen(index) < enough) {
        const stopped = this.#push(index, sign, enough);
        if (stopped !== null) {
          bounds.push(...stopped);
          break;
        }
      }
    }
    return { least: this.#least[index] ?? 0, most: this.#most[index] ?? 0, bounds };
  }

  #seen(index: number): number {
    return (this.#most[index] ?? 0) - (this.#least[index] ?? 0) + 1;
  }

  /** How far the flow on an arc can still go up (`sign` 1) or down (-1) by itself. */
  #room(index: number, sign: 1 | -1): number {
    const span = this.#network.arcs[index]?.span ?? { least: 0, most: 0 };
    const value = this.#values[index] ?? 0;
    return sign === 1 ? span.most - value : value - span.least;
  }

  /**
   * Changes the flow on an arc by one push along one way around. Answers null when it moved, otherwise the arcs that
   * stand at their limit and stop it.
   */
  #push(index: number, sign: 1 | -1, enough: number): number[] | null {
    const { arcs, touching } = this.#network;
    const arc = arcs[index];
    let amount = Math.min(this.#room(index, sign), enough);
    if (arc === undefined || amount <= 0) return [];
    const start = sign === 1 ? arc.to : arc.from;
    const goal = sign === 1 ? arc.from : arc.to;

    // Breadth first; `cameBy` holds the arc by which each node was reached.
    const cameBy = new Array<number>(touching.length).fill(-1);
    const reached = new Array<boolean>(touching.length).fill(false);
    reached[start] = true;
    const queue = [start];
    for (const node of queue) {
      if (reached[goal] === true) break;
      for (const next of touching[node] ?? []) {
        const step = arcs[next];
        if (next === index || step === undefined) continue;
        const other = step.from === node ? step.to : step.from;
        if (reached[other] === true) continue;
        if (this.#room(next, step.from === node ? 1 : -1) <= 0) continue;
        reached[other] = true;
        cameBy[other] = next;
        queue.push(other);
      }
    }
    if (reached[goal] !== true) {
      return arcs.flatMap((step, at) =>
        at !== index && reached[step.from] !== reached[step.to] ? [at] : []
      );
    }

    const way: { index: number; sign: 1 | -1 }[] = [{ index, sign }];
    for (let node = goal; node !== start;) {
      const at = cameBy[node] ?? -1;
      const step = arcs[at];
      if (step === undefined) throw new Error('A way through the network has lost its beginning.');
      const forward = step.to === node;
      way.push({ index: at, sign: forward ? 1 : -1 });
      amount = Math.min(amount, this.#room(at, forward ? 1 : -1));
      node = forward ? step.from : step.to;
    }
    for (const step of way) {
      const value = (this.#values[step.index] ?? 0) + step.sign * amount;
      this.#values[step.index] = value;
      this.#least[step.index] = Math.min(this.#least[step.index] ?? value, value);
      this.#most[step.index] = Math.max(this.#most[step.index] ?? value, value);
    }
    return null;
  }
}
