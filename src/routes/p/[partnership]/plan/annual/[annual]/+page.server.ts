import { viewAnnualReport } from '#modules/reports/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  report: await ask(event, viewAnnualReport, { id: event.params.annual })
});
