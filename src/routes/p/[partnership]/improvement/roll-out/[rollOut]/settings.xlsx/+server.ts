import { workbookOf } from '#modules/maps/server';
import { curveTable, placesTable, sharedAreasTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings are counted, not people; no line of areas rests on one.'
};

/** Where each setting stands, under the same filters as the list, with the curve and the areas beside it. */
export const GET: RequestHandler = async (event) => {
  const filter = { ...Object.fromEntries(event.url.searchParams), id: event.params.rollOut };
  const { rollOut, places, curve, byArea } = await ask(event, viewRollOut, filter);
  const workbook = await workbookOf([
    { name: 'Settings', table: placesTable(rollOut, places) },
    { name: 'Curve', table: curveTable(curve) },
    { name: 'Areas to share', table: sharedAreasTable(byArea) }
  ]);
  return workbookFile(`roll-out-${event.params.rollOut}`, workbook);
};
