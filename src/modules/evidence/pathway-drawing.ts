import type { LayeredGraph } from '#modules/charts';
import type { Spine } from '#modules/vocabulary';
import { nodeTitle, type Link, type NodeId, type Routes } from './pathway-routes.ts';
import { confidenceNames, pathwayEffectNames } from './sentences.ts';

/**
 * The drawing of routes: every place they pass once, in layers from left to right, each as near the end as it can stand. Links of
 * the partnership's own are dotted. `hrefOf` leads from a place to its page; null in a file that travels.
 */
export function drawingOf(
  { routes }: Pick<Routes, 'routes'>,
  spine: Spine,
  words: { readonly title: string; readonly description: string },
  hrefOf: ((node: NodeId) => string | null) | null
): LayeredGraph {
  const links = [...new Set(routes.flatMap((route) => route.links))];
  const nodes = [...new Set(links.flatMap((link) => [link.from, link.to]))];
  const before = layersBeforeEnd(nodes, links);
  const deepest = Math.max(0, ...before.values());
  return {
    id: 'pathways',
    ...words,
    headings: [],
    arrowAt: 'to',
    boxes: nodes.map((node) => ({
      id: node,
      layer: deepest - (before.get(node) ?? 0),
      label: nodeTitle(node, spine),
      tone: node.startsWith('factor/') ? ('plain' as const) : ('loch' as const),
      note: node.startsWith('factor/') ? undefined : 'Outcome',
      href: hrefOf?.(node) ?? undefined
    })),
    links: links.map((link) => ({
      from: link.from,
      to: link.to,
      kind: link.own === null ? ('solid' as const) : ('dotted' as const),
      sign: link.effect,
      hint: `${linkWords(link, spine)} (${confidenceNames[link.confidence].toLowerCase()})`
    }))
  };
}

/** How many links lie between each place and the end at most. A loop stops counting once every place was passed. */
function layersBeforeEnd(nodes: readonly NodeId[], links: readonly Link[]): Map<NodeId, number> {
  const before = new Map<NodeId, number>(nodes.map((node) => [node, 0]));
  let isMoved = true;
  for (let turnsLeft = nodes.length; isMoved && turnsLeft > 0; turnsLeft -= 1) {
    isMoved = false;
    for (const { from, to } of links) {
      const wanted = (before.get(to) ?? 0) + 1;
      if ((before.get(from) ?? 0) >= wanted || wanted > nodes.length) continue;
      before.set(from, wanted);
      isMoved = true;
    }
  }
  return before;
}

/** "Parent stress lowers Sensitive parenting and attachment". */
export function linkWords(link: Pick<Link, 'from' | 'to' | 'effect'>, spine: Spine): string {
  return `${nodeTitle(link.from, spine)} ${pathwayEffectNames[link.effect]} ${nodeTitle(link.to, spine).toLowerCase()}`;
}
