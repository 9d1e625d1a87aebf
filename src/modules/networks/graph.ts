import { DirectedGraph, UndirectedGraph } from 'graphology';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import eigenvector from 'graphology-metrics/centrality/eigenvector.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import modularity from 'graphology-metrics/graph/modularity.js';
import type { Places } from './places.ts';

/**
 * What graphology measures, asked so that it agrees with the references: its own defaults read strength as distance, stop early and
 * throw for an empty network. Its nodes are our places, as any text may be the name of a body and its answers are keyed by name.
 */

type Attributes = { readonly weight: number; readonly length: number };
type Graph =
  | DirectedGraph<Record<string, never>, Attributes>
  | UndirectedGraph<Record<string, never>, Attributes>;

export type Measured = { readonly graph: Graph; readonly count: number };

export function graphOf({ count, links }: Places, directed: boolean): Measured {
  const options = { allowSelfLoops: false };
  const graph: Graph = directed ? new DirectedGraph(options) : new UndirectedGraph(options);
  for (let place = 0; place < count; place++) graph.addNode(place);
  for (const { from, to, weight } of links) {
    graph.addEdge(from, to, { weight, length: 1 / weight });
  }
  return { graph, count };
}

type ByPlace = Readonly<Record<string, number>>;
const inOrder = (count: number, values: ByPlace): number[] =>
  Array.from({ length: count }, (_, place) => values[place] ?? 0);

/** How many of the shortest ways between others lead through each place, shared out where there are several: each pair once, or each ordered pair. */
export function waysThrough({ graph, count }: Measured, byLength: boolean): number[] {
  if (count < 3) return new Array<number>(count).fill(0);
  const options = { getEdgeWeight: byLength ? ('length' as const) : null, normalized: false };
  return inOrder(count, betweenness(graph, options));
}

const damping = 0.85;

/** PageRank at damping 0.85; what ends nowhere is spread evenly. The sum is 1. */
export function pageRanks({ graph, count }: Measured): number[] {
  if (count === 0) return [];
  return inOrder(
    count,
    pagerank(graph, {
      alpha: damping,
      getEdgeWeight: 'weight',
      maxIterations: 5000,
      tolerance: 1e-14
    })
  );
}

/** Steps after which the search for an eigenvector is given up: about a second. */
const enoughSteps = 2e8;

/**
 * The leading eigenvector, of Euclidean length 1; `null` where it is not found in about a second, as in a chain of a thousand.
 * Assumes: a connected network without directions and with at least one link.
 */
export function leadingEigenvector(
  { graph, count }: Measured,
  byStrength: boolean
): number[] | null {
  try {
    return inOrder(
      count,
      eigenvector(graph, {
        getEdgeWeight: byStrength ? 'weight' : null,
        maxIterations: Math.ceil(enoughSteps / (count + 2 * graph.size)),
        tolerance: 1e-13
      })
    );
  } catch (fault) {
    if (fault instanceof Error && fault.message.endsWith('failed to converge.')) return null;
    throw fault;
  }
}

/** How much more the groups are linked within than chance would have it (Newman; Leicht and Newman where there are directions); `null` without links. */
export function modularityOf(
  { graph }: Measured,
  groups: readonly string[],
  byStrength: boolean
): number | null {
  if (graph.size === 0) return null;
  return modularity(graph, {
    getNodeCommunity: (node) => groups[Number(node)] ?? '',
    getEdgeWeight: byStrength ? 'weight' : null,
    resolution: 1
  });
}

const placesIn = (parts: readonly (readonly string[])[]): number[][] =>
  parts.map((part) => part.map(Number));

/** The parts that hang together, directions put aside. */
export const partsOf = ({ graph }: Measured): number[][] => placesIn(connectedComponents(graph));

/** The parts within which one gets from everywhere to everywhere. */
export const strongPartsOf = ({ graph }: Measured): number[][] =>
  placesIn(stronglyConnectedComponents(graph));
