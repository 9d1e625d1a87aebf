import { workbookOf } from '#modules/maps/server';
import { curveTable, placesTable, sharedAreasTable } from '#modules/rollout';
import { viewAreasToShare, viewRollOut } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'For use inside: settings are named, people are not counted.'
};

/** Where each setting stands, under the same filters as the list, with the curve and the areas beside it. */
export const GET: RequestHandler = async (event) => {
  const filter = { ...Object.fromEntries(event.url.searchParams), id: event.params.rollOut };
  const { rollOut, places, curve } = await ask(event, viewRollOut, filter);
  const { shared } = await ask(event, viewAreasToShare, { id: event.params.rollOut });
  const workbook = await workbookOf([
    { name: 'Settings', table: placesTable(rollOut, places) },
    { name: 'Curve', table: curveTable(curve) },
    { name: 'Areas to share', table: sharedAreasTable(shared) }
  ]);
  return workbookFile(`roll-out-${event.params.rollOut}`, workbook);
};
