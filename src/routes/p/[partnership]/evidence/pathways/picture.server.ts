import { drawLayers } from '#modules/charts/server';
import { drawingOf, type NodeId } from '#modules/evidence';
import type { viewPathways } from '#modules/evidence/server';
import { error } from '@sveltejs/kit';

type View = Extract<Awaited<ReturnType<typeof viewPathways.run>>, { ok: true }>['value'];

/** What the pathways shown are of, and the sentence that says what the picture shows. */
export function picturedAs(view: View): { title: string; description: string } {
  const routes = view.found?.routes ?? [];
  const title = view.from
    ? `What ${view.from.title.toLowerCase()} leads to`
    : `What leads to ${view.to?.title.toLowerCase() ?? 'it'}`;
  const own = new Set(routes.flatMap((route) => route.links).filter((link) => link.own !== null));
  const local =
    own.size === 0
      ? ''
      : ` ${own.size === 1 ? 'One link is' : `${own.size} links are`} the partnership’s own, dotted.`;
  const count = routes.length === 1 ? 'One route' : `${routes.length} routes`;
  return {
    title,
    description: `${count}, from left to right. A plus raises, a minus lowers what the arrow points to.${local}`
  };
}

/** The picture: for the page, its boxes links, or light for a file that travels. Null when there is nothing to draw. */
export async function pictureOf(view: View, base: string | null): Promise<string | null> {
  if (view.found === null || view.found.routes.length === 0) return null;
  const hrefOf = (node: NodeId): string | null => {
    const [kind, id] = node.split('/');
    if (id === undefined) return null;
    return `${base ?? ''}/pathways?${kind === 'factor' ? 'from' : 'to'}=${id}`;
  };
  const graph = drawingOf(view.found, view.spine, picturedAs(view), base === null ? null : hrefOf);
  const drawn = await drawLayers(graph, base === null ? 'light' : 'page');
  if (!drawn.ok) error(500, { message: 'The picture could not be drawn. The list says the same.' });
  return drawn.value;
}
