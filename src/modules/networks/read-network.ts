import * as v from 'valibot';
import { err, ok, type Result } from '#core/result';
import type { Network, NetworkProblem } from './types.ts';

const schema = v.object({
  directed: v.optional(v.boolean(), false),
  weighted: v.optional(v.boolean(), false),
  weightedPaths: v.optional(v.boolean(), false),
  nodes: v.array(v.string()),
  edges: v.array(
    v.object({ source: v.string(), target: v.string(), weight: v.optional(v.number()) })
  ),
  partition: v.optional(v.record(v.string(), v.union([v.string(), v.number()])))
});

/**
 * Reads `{ nodes, edges: [{ source, target, weight? }], directed?, weighted?, weightedPaths?, partition? }`.
 * Refuses: another shape; a node named twice; a link to a node that is not there; in a weighted network a link without a strength above 0; a
 * partition that leaves a node out.
 */
export function readNetwork(given: unknown): Result<Network, NetworkProblem> {
  const read = v.safeParse(schema, given);
  if (!read.success) {
    return err({ kind: 'not-a-network', at: v.getDotPath(read.issues[0]) ?? '' });
  }
  const { directed, weighted, weightedPaths, nodes, edges, partition } = read.output;
  const known = new Set<string>();
  for (const node of nodes) {
    if (known.has(node)) return err({ kind: 'node-twice', node });
    known.add(node);
  }
  for (const [index, { source, target, weight }] of edges.entries()) {
    const link = index + 1;
    const unknown = [source, target].find((node) => !known.has(node));
    if (unknown !== undefined) return err({ kind: 'unknown-node', node: unknown, link });
    if (!weighted) continue;
    if (weight === undefined) return err({ kind: 'weight-missing', link });
    if (!(weight > 0 && Number.isFinite(1 / weight) && Number.isFinite(weight))) {
      return err({ kind: 'weight-not-positive', link, weight });
    }
  }
  const groups =
    partition === undefined
      ? null
      : new Map(Object.entries(partition).map(([node, group]) => [node, String(group)]));
  const alone = groups === null ? undefined : nodes.find((node) => !groups.has(node));
  if (alone !== undefined) return err({ kind: 'no-group', node: alone });
  return ok({
    directed,
    weighted,
    weightedPaths,
    nodes,
    links: edges.map(({ source, target, weight = 1 }) => ({ source, target, weight })),
    groups
  });
}

/** What is wrong, in a sentence. */
export function networkProblemSentence(problem: NetworkProblem): string {
  switch (problem.kind) {
    case 'not-a-network': {
      const where = problem.at === '' ? '' : ` Look at ${problem.at}.`;
      return `A network has nodes, a list of names, and edges, a list of { source, target }.${where}`;
    }
    case 'node-twice':
      return `The node "${problem.node}" is there twice.`;
    case 'unknown-node':
      return `Link ${problem.link} names "${problem.node}", which is not among the nodes.`;
    case 'weight-missing':
      return `Link ${problem.link} has no weight. In a weighted network every link has one.`;
    case 'weight-not-positive':
      return `The weight of link ${problem.link} is ${problem.weight}. A weight is a strength and must be greater than zero.`;
    case 'no-group':
      return `The partition says no group for "${problem.node}".`;
  }
}
