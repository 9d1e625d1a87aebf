/** A network of bodies and the links between them, as it is drawn or sent. */
export type Network = {
  /** Whether a link leads from one to the other alone. */
  readonly directed: boolean;
  /** Whether links have strengths. Without, every link counts the same and a weight is not looked at. */
  readonly weighted: boolean;
  /** Whether distances by strength are wanted too: a link is then 1 / strength long. */
  readonly weightedPaths: boolean;
  readonly nodes: readonly string[];
  readonly links: readonly Link[];
  /** The group of each node, where groups are to be judged. */
  readonly groups: ReadonlyMap<string, string> | null;
};

export type Link = {
  readonly source: string;
  readonly target: string;
  /** Strength, greater than nothing; larger is closer. */
  readonly weight: number;
};

/** What is wrong with a network that was sent. */
export type NetworkProblem =
  | { readonly kind: 'not-a-network'; readonly at: string }
  | { readonly kind: 'node-twice'; readonly node: string }
  | { readonly kind: 'unknown-node'; readonly node: string; readonly link: number }
  | { readonly kind: 'weight-missing'; readonly link: number }
  | { readonly kind: 'weight-not-positive'; readonly link: number; readonly weight: number }
  | { readonly kind: 'no-group'; readonly node: string };

/** A figure for each node, by its name. */
export type ByNode<Value = number> = Readonly<Record<string, Value>>;

/** Every measure of a network. `docs/methods/network-measures.md` says what each means; n nodes, m links. */
export type NetworkMeasures = {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly selfLoopsDropped: number;
  /** Share of the possible links that are there, 0 to 1. */
  readonly density: number;
  readonly averageDegree: number;
  readonly degree: ByNode;
  readonly inDegree?: ByNode;
  readonly outDegree?: ByNode;
  readonly strength?: ByNode;
  readonly inStrength?: ByNode;
  readonly outStrength?: ByNode;
  /** Share of the shortest ways between others that lead through the node, 0 to 1. */
  readonly betweenness: ByNode;
  readonly betweennessRaw: ByNode;
  readonly betweennessWeighted?: ByNode;
  /** How near the others are that can reach the node, 0 to 1. */
  readonly closeness: ByNode;
  readonly closenessOut?: ByNode;
  readonly closenessWeighted?: ByNode;
  readonly closenessOutWeighted?: ByNode;
  readonly harmonic: ByNode;
  /** Share of the others within two steps, 0 to 1. */
  readonly reach2: ByNode;
  readonly pagerank: ByNode;
  readonly eigenvector: ByNode | null;
  readonly eigenvalue?: number;
  readonly eigenvectorWeighted?: ByNode;
  readonly components: readonly (readonly string[])[];
  readonly strongComponents?: readonly (readonly string[])[];
  readonly reciprocity?: number;
  readonly isAcyclic?: boolean;
  /** Nodes without which their part of the network falls apart. */
  readonly articulationPoints: readonly string[];
  /** Links without which their part of the network falls apart. */
  readonly bridges: readonly (readonly string[])[];
  readonly coreNumber: ByNode;
  readonly clustering: ByNode;
  readonly diameter: number;
  readonly averagePathLength: number | null;
  readonly unreachablePairs: number;
  readonly modularity?: number | null;
  readonly modularityWeighted?: number | null;
};
