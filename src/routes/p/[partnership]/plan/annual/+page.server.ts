import {
  freezeAnnualReport,
  setNextAnnualReport,
  viewAnnualReports
} from '#modules/reports/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewAnnualReports);

export const actions: Actions = {
  freeze: formAction(freezeAnnualReport, { to: ({ value }) => `plan/annual/${value.id}` }),
  due: formAction(setNextAnnualReport, { to: () => 'plan/annual' })
};
