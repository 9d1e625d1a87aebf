import { csvText } from '#core/csv';
import { sharedAreasTable } from '#modules/rollout';
import { viewAreasToShare } from '#modules/rollout/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings are counted, not people; no line tells of one, beside what left before.'
};

/** Counts by area as they may leave the partnership: no line, and none taken from another, tells of a single setting. */
export const GET: RequestHandler = async (event) => {
  const { title, shared } = await ask(event, viewAreasToShare, { id: event.params.rollOut });
  return csvResponse(csvText(sharedAreasTable(shared)), `roll-out-areas-${title}.csv`);
};
