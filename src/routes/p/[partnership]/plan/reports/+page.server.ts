import { viewGroupReports } from '#modules/reports/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  reports: await ask(event, viewGroupReports)
});
