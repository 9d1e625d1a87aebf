import { drawLayers } from '#modules/charts/server';
import { governanceDrawing } from '#modules/groups';
import { viewGroups } from '#modules/groups/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const groups = await ask(event, viewGroups);
  const drawn = await drawLayers(governanceDrawing(groups, ({ id }) => `#group-${id}`));
  return { groups, svg: drawn.ok ? drawn.value : null };
};
