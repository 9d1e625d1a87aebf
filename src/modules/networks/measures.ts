import { nearness } from './distances.ts';
import {
  graphOf,
  leadingEigenvector,
  modularityOf,
  pageRanks,
  partsOf,
  strongPartsOf,
  waysThrough,
  type Measured
} from './graph.ts';
import { placesOf, type Places } from './places.ts';
import { clustering, coreNumbers, holdingTogether } from './structure.ts';
import type { ByNode, Network, NetworkMeasures } from './types.ts';

/**
 * Every measure of a network, by the definitions in `docs/methods/network-measures.md`.
 * Assumes: a network that `readNetwork` has read.
 */
export function measureNetwork(network: Network): NetworkMeasures {
  const { nodes, directed } = network;
  const places = placesOf(network);
  const graph = graphOf(places, directed);
  const named = (values: readonly number[]): ByNode =>
    Object.fromEntries(nodes.map((node, at) => [node, values[at] ?? 0]));
  const names = (some: readonly number[]): string[] =>
    some.map((at) => nodes[at] ?? '').sort(byCodePoint);

  const steps = nearness(places);
  const raw = waysThrough(graph, false);
  const parts = partsOf(graph);
  const { articulation, bridges } = holdingTogether(places);
  const [n, m] = [places.count, places.links.length];
  const possible = directed ? n * (n - 1) : (n * (n - 1)) / 2;
  return {
    nodeCount: n,
    edgeCount: m,
    selfLoopsDropped: places.loops,
    density: n < 2 ? 0 : m / possible,
    averageDegree: n === 0 ? 0 : (directed ? m : 2 * m) / n,
    ...degrees(places, network, named),
    betweenness: named(raw.map((ways) => shareOfPairs(ways, n, directed))),
    betweennessRaw: named(raw),
    closeness: named(steps.closenessIn),
    ...(directed ? { closenessOut: named(steps.closenessOut) } : {}),
    ...(network.weightedPaths ? byStrength(places, graph, directed, named) : {}),
    harmonic: named(steps.harmonic),
    reach2: named(steps.reach2),
    pagerank: named(pageRanks(graph)),
    ...eigenvectors(places, graph, network, parts.length, named),
    components: inOrderOfSize(parts.map(names)),
    ...(directed ? directions(places, strongPartsOf(graph).map(names)) : {}),
    articulationPoints: names(articulation),
    bridges: bridges.map(names).sort(byContent),
    coreNumber: named(coreNumbers(places)),
    clustering: named(clustering(places)),
    diameter: steps.diameter,
    averagePathLength: steps.averagePathLength,
    unreachablePairs: steps.unreachablePairs,
    ...modularities(graph, network)
  };
}

type Named = (values: readonly number[]) => ByNode;

/** Ways through a place as a share of the pairs of others. */
function shareOfPairs(ways: number, n: number, directed: boolean): number {
  if (n < 3) return 0;
  return ((directed ? 1 : 2) * ways) / ((n - 1) * (n - 2));
}

function degrees({ after, before }: Places, { directed, weighted }: Network, named: Named) {
  const strengthOf = (neighbours: Places['after']) =>
    neighbours.map((some) => some.reduce((sum, { weight }) => sum + weight, 0));
  const countOf = (neighbours: Places['after']) => neighbours.map((some) => some.length);
  const both = (into: readonly number[], out: readonly number[]) =>
    named(directed ? out.map((one, at) => one + (into[at] ?? 0)) : out);
  const [into, out] = [countOf(before), countOf(after)];
  const [strongIn, strongOut] = [strengthOf(before), strengthOf(after)];
  return {
    degree: both(into, out),
    ...(directed ? { inDegree: named(into), outDegree: named(out) } : {}),
    ...(weighted ? { strength: both(strongIn, strongOut) } : {}),
    ...(weighted && directed ? { inStrength: named(strongIn), outStrength: named(strongOut) } : {})
  };
}

function byStrength(places: Places, graph: Measured, directed: boolean, named: Named) {
  const far = nearness(places, (weight) => 1 / weight);
  const ways = waysThrough(graph, true);
  return {
    betweennessWeighted: named(ways.map((one) => shareOfPairs(one, places.count, directed))),
    closenessWeighted: named(far.closenessIn),
    ...(directed ? { closenessOutWeighted: named(far.closenessOut) } : {})
  };
}

/** Eigenvectors are told apart by sign and size only where one part holds everything and no link has a direction. */
function eigenvectors(
  { links, count }: Places,
  graph: Measured,
  { directed, weighted }: Network,
  parts: number,
  named: Named
) {
  if (directed || links.length === 0 || parts !== 1 || count === 0) return { eigenvector: null };
  const vector = leadingEigenvector(graph, false);
  if (vector === null) return { eigenvector: null };
  // Rayleigh's quotient; the vector has length 1.
  const eigenvalue = links.reduce(
    (sum, { from, to }) => sum + 2 * (vector[from] ?? 0) * (vector[to] ?? 0),
    0
  );
  const strong = weighted ? leadingEigenvector(graph, true) : null;
  return {
    eigenvector: named(vector),
    eigenvalue,
    ...(strong === null ? {} : { eigenvectorWeighted: named(strong) })
  };
}

function directions({ links, count }: Places, strong: readonly (readonly string[])[]) {
  const there = new Set(links.map(({ from, to }) => from * count + to));
  const returned = links.filter(({ from, to }) => there.has(to * count + from)).length;
  return {
    strongComponents: inOrderOfSize(strong),
    reciprocity: links.length === 0 ? 0 : returned / links.length,
    // Loops are gone, so that a circle joins at least two.
    isAcyclic: strong.every((part) => part.length === 1)
  };
}

function modularities(graph: Measured, { groups, nodes, weighted }: Network) {
  if (groups === null) return {};
  const groupOf = nodes.map((node) => groups.get(node) ?? '');
  return {
    modularity: modularityOf(graph, groupOf, false),
    ...(weighted ? { modularityWeighted: modularityOf(graph, groupOf, true) } : {})
  };
}

/** Larger first, and then by what is in them. */
function inOrderOfSize(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...parts].sort((one, other) => other.length - one.length || byContent(one, other));
}

function byContent(one: readonly string[], other: readonly string[]): number {
  for (const [at, name] of one.entries()) {
    const order = byCodePoint(name, other[at] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** The order of Unicode's code points. JavaScript's own goes by halves of them, and differs beyond U+FFFF. */
function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  for (const [at, character] of left.entries()) {
    const opposite = right[at];
    if (opposite === undefined) return 1;
    const order = (character.codePointAt(0) ?? 0) - (opposite.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
