import { logFrameGaps } from '#modules/reports';
import { viewLogFrame } from '#modules/reports/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { lines } = await ask(event, viewLogFrame);
  return { lines, gaps: logFrameGaps(lines) };
};
