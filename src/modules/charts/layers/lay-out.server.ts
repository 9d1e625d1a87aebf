import { createHash } from 'node:crypto';
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { err, ok, type Result } from '#core/result';
import { boxText, boxWidth } from './boxes.ts';
import type { LaidOutLayers, LayeredGraph, LayersProblem, Place, PlacedLink } from './types.ts';

/** Beyond this, keeping layers in order takes seconds (shared measurements: 360 ms at 150 boxes, 2.5 s at 300). */
export const mostBoxes = 200;
const mostRemembered = 200;
const margin = 8;

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'SPLINES',
  'elk.layered.edgeRouting.splines.mode': 'CONSERVATIVE',
  // Layers hold only with both of these.
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  // What is added at the end does not move what was there.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.padding': `[top=${margin},left=${margin},bottom=${margin},right=${margin}]`
};

/** Boxes of one layer stay in the order of their positions; the ways of long lines between them are free. */
const inOrder = { 'elk.layered.crossingMinimization.semiInteractive': 'true' };

const elk = new ELK();
/** The same boxes and lines lie the same way: the last layouts are kept, the oldest leaves first. */
const remembered = new Map<string, LaidOutLayers>();

/**
 * Where the boxes and lines of a layered drawing go, in pixels. The same graph always lies the same way.
 *
 * Assumes: ids are those of the boxes; a line may run against the layers or within one, and a graph may have loops.
 * Refuses: more than 200 boxes (`too-many-boxes`); a line to a box that is not there (`unknown-box`).
 */
export async function layOutLayers(
  graph: LayeredGraph
): Promise<Result<LaidOutLayers, LayersProblem>> {
  const problem = problemOf(graph);
  if (problem !== null) return err(problem);
  const key = keyOf(graph);
  const before = remembered.get(key);
  if (before !== undefined) return ok(before);
  const placed = await elk.layout({
    id: 'graph',
    layoutOptions: graph.keepsOrder === true ? { ...options, ...inOrder } : options,
    children: graph.boxes.map((box, index) => ({
      id: boxName(index),
      width: boxWidth,
      height: boxText(box).height,
      layoutOptions: {
        'elk.partitioning.partition': String(box.layer),
        // Only the order of these counts.
        ...(graph.keepsOrder === true ? { 'elk.position': `(0, ${index})` } : {})
      }
    })),
    edges: graph.links.map((link, index) => ({
      id: `line-${index}`,
      sources: [boxName(indexOf(graph, link.from))],
      targets: [boxName(indexOf(graph, link.to))]
    }))
  });
  const laidOut = readPlaces(graph, placed);
  remembered.set(key, laidOut);
  const oldest = remembered.keys().next();
  if (remembered.size > mostRemembered && !oldest.done) remembered.delete(oldest.value);
  return ok(laidOut);
}

function problemOf(graph: LayeredGraph): LayersProblem | null {
  if (graph.boxes.length > mostBoxes) {
    return { kind: 'too-many-boxes', most: mostBoxes, given: graph.boxes.length };
  }
  const known = new Set(graph.boxes.map((box) => box.id));
  const stray = graph.links.flatMap(({ from, to }) => [from, to]).find((id) => !known.has(id));
  return stray === undefined ? null : { kind: 'unknown-box', id: stray };
}

// The layout reads ids as parts of paths; people's ids may hold anything, so boxes go by number.
const boxName = (index: number) => `box-${index}`;
const indexOf = (graph: LayeredGraph, id: string) => graph.boxes.findIndex((box) => box.id === id);

function keyOf(graph: LayeredGraph): string {
  const shape = [
    graph.boxes.map((box) => [box.id, box.layer, boxText(box).height]),
    graph.links.map((link) => [link.from, link.to]),
    graph.keepsOrder === true
  ];
  return createHash('sha256').update(JSON.stringify(shape)).digest('base64');
}

function readPlaces(graph: LayeredGraph, placed: ElkNode): LaidOutLayers {
  const boxes = (placed.children ?? []).map((child, index) => ({
    id: graph.boxes[index]?.id ?? '',
    x: child.x ?? 0,
    y: child.y ?? 0
  }));
  const links = (placed.edges ?? []).map((edge, index) => ({ index, curve: curveOf(edge) }));
  return { width: placed.width ?? 0, height: placed.height ?? 0, boxes, links };
}

/** A spline comes as start, handles and corners, end; what is left over where it is no whole curve is drawn straight. */
function curveOf(edge: ElkExtendedEdge): PlacedLink['curve'] {
  const section = edge.sections?.[0];
  if (section === undefined) return [];
  const places: Place[] = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(
    ({ x, y }) => ({ x, y })
  );
  const isWhole = (places.length - 1) % 3 === 0;
  return isWhole ? places : straightened(places);
}

function straightened(places: readonly Place[]): Place[] {
  const [first, ...others] = places;
  if (first === undefined) return [];
  const curve: Place[] = [first];
  let from = first;
  for (const to of others) {
    curve.push(from, to, to);
    from = to;
  }
  return curve;
}
