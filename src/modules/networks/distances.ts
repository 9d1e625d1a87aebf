import type { Neighbour, Places } from './places.ts';

/** Unreachable. */
const never = Infinity;

/**
 * How far every place is from `start`, in the direction of the links; `Infinity` where no way leads.
 * @param lengthOf how long a link is; without it every link is one step
 */
export function distancesFrom(
  { count, after }: Pick<Places, 'count' | 'after'>,
  start: number,
  lengthOf?: (weight: number) => number
): Float64Array {
  return lengthOf === undefined
    ? stepsFrom(count, after, start)
    : lengthsFrom(count, after, start, lengthOf);
}

function stepsFrom(count: number, after: Places['after'], start: number): Float64Array {
  const distances = new Float64Array(count).fill(never);
  const queue = new Int32Array(count);
  let end = 0;
  distances[start] = 0;
  queue[end++] = start;
  for (let head = 0; head < end; head++) {
    const here = queue[head] ?? 0;
    const next = (distances[here] ?? 0) + 1;
    for (const { at } of after[here] ?? []) {
      if (distances[at] !== never) continue;
      distances[at] = next;
      queue[end++] = at;
    }
  }
  return distances;
}

/** Dijkstra's way, with places waiting in a heap by distance. A place may wait twice; the shorter one comes first. */
function lengthsFrom(
  count: number,
  after: Places['after'],
  start: number,
  lengthOf: (weight: number) => number
): Float64Array {
  const distances = new Float64Array(count).fill(never);
  const waiting: Waiting[] = [];
  distances[start] = 0;
  push(waiting, { at: start, distance: 0 });
  for (let first = pop(waiting); first !== undefined; first = pop(waiting)) {
    if (first.distance > (distances[first.at] ?? 0)) continue;
    const neighbours: readonly Neighbour[] = after[first.at] ?? [];
    for (const { at, weight } of neighbours) {
      const distance = first.distance + lengthOf(weight);
      if (distance >= (distances[at] ?? 0)) continue;
      distances[at] = distance;
      push(waiting, { at, distance });
    }
  }
  return distances;
}

type Waiting = { readonly at: number; readonly distance: number };

function push(heap: Waiting[], one: Waiting): void {
  let place = heap.push(one) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || parent.distance <= one.distance) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = one;
}

function pop(heap: Waiting[]): Waiting | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    const [left, right] = [heap[child], heap[child + 1]];
    if (left === undefined) break;
    if (right !== undefined && right.distance < left.distance) child++;
    const nearer = heap[child];
    if (nearer === undefined || nearer.distance >= last.distance) break;
    heap[place] = nearer;
    place = child;
  }
  heap[place] = last;
  return first;
}

/** What the distances between all pairs say of each place and of the whole. */
export type Nearness = {
  /** Wasserman and Faust's closeness by the distances to a place: nearness weighed by how many can reach it at all. */
  readonly closenessIn: readonly number[];
  readonly closenessOut: readonly number[];
  readonly harmonic: readonly number[];
  /** Share of the others within two of a place, following the links. */
  readonly reach2: readonly number[];
  readonly diameter: number;
  /** Mean distance over the ordered pairs with a way; `null` where there is none. */
  readonly averagePathLength: number | null;
  readonly unreachablePairs: number;
};

/** Measures nearness over all ordered pairs. */
export function nearness(places: Places, lengthOf?: (weight: number) => number): Nearness {
  const { count } = places;
  const others = count - 1;
  const zeros = () => new Float64Array(count);
  const [reaching, sumIn, inverse, reached, sumOut, near] = [zeros(), zeros(), zeros(), zeros(), zeros(), zeros()]; // prettier-ignore
  let [diameter, sum, pairs] = [0, 0, 0];
  for (let start = 0; start < count; start++) {
    const distances = distancesFrom(places, start, lengthOf);
    let [ofStart, far, close] = [0, 0, 0];
    for (let end = 0; end < count; end++) {
      const distance = distances[end] ?? never;
      if (end === start || distance === never) continue;
      ofStart++;
      far += distance;
      if (distance <= 2) close++;
      if (distance > diameter) diameter = distance;
      reaching[end] = (reaching[end] ?? 0) + 1;
      sumIn[end] = (sumIn[end] ?? 0) + distance;
      inverse[end] = (inverse[end] ?? 0) + 1 / distance;
    }
    [reached[start], sumOut[start], near[start]] = [ofStart, far, close];
    pairs += ofStart;
    sum += far;
  }
  const perOther = (value: number) => (others < 1 ? 0 : value / others);
  const closeness = (many: Float64Array, sums: Float64Array) =>
    [...many].map((one, at) => (one === 0 ? 0 : (one / (sums[at] ?? 0)) * perOther(one)));
  return {
    closenessIn: closeness(reaching, sumIn),
    closenessOut: closeness(reached, sumOut),
    harmonic: [...inverse].map(perOther),
    reach2: [...near].map(perOther),
    diameter,
    averagePathLength: pairs === 0 ? null : sum / pairs,
    unreachablePairs: count * Math.max(0, others) - pairs
  };
}
