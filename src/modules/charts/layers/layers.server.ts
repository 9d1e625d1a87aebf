import { ok, type Result } from '#core/result';
import { renderLayers } from './draw.ts';
import { layOutLayers } from './lay-out.server.ts';
import type { LayeredGraph, LayersProblem } from './types.ts';

/**
 * A layered drawing as SVG text: on a page by default, its boxes links where they lead somewhere; `light` for a file that travels.
 * Every word in it is escaped. An outline or a table must stand beside it.
 *
 * Refuses: more than 200 boxes (`too-many-boxes`); a line to a box that is not there (`unknown-box`).
 *
 * @example
 * await drawLayers({ id: 'd', title: 'Drivers', description: '…', headings: ['Aim', 'Drivers'], arrowAt: 'from',
 *   boxes: [{ id: 'a', layer: 0, label: 'Every child talks' }, { id: 'b', layer: 1, label: 'Stories at home' }],
 *   links: [{ from: 'a', to: 'b', kind: 'solid' }] })
 */
export async function drawLayers(
  graph: LayeredGraph,
  colours: 'page' | 'light' = 'page'
): Promise<Result<string, LayersProblem>> {
  const places = await layOutLayers(graph);
  return places.ok ? ok(renderLayers(graph, places.value, colours)) : places;
}
