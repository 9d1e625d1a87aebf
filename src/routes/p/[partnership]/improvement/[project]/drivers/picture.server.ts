import { drawLayers } from '#modules/charts/server';
import { drawingOf, type DiagramAddresses, type FrozenDiagram } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { ask } from '#web/page.server';
import { error, type RequestEvent } from '@sveltejs/kit';

/** The diagram drawn for a page; null when it has too many boxes to be drawn. */
export async function drawnForPage(
  frozen: Pick<FrozenDiagram, 'aim' | 'diagram'>,
  title: string,
  addresses?: DiagramAddresses
): Promise<string | null> {
  const drawn = await drawLayers(drawingOf(frozen, title, addresses));
  return drawn.ok ? drawn.value : null;
}

/** The diagram as a picture to take away, and a name for the file. */
export async function pictureOf(event: RequestEvent): Promise<{ svg: string; name: string }> {
  const { project, aim, diagram } = await ask(event, viewDiagram, {
    projectId: event.params['project']
  });
  const drawn = await drawLayers(drawingOf({ aim, diagram }, project.title), 'light');
  if (!drawn.ok) error(404, 'The diagram has too many boxes to be drawn.');
  return { svg: drawn.value, name: fileNameOf(project.title) };
}

export const fileNameOf = (title: string): string =>
  `drivers-${title.replaceAll(/[^a-z0-9]+/gi, '-')}`;
