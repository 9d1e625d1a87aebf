import { progressKind } from '#modules/delivery';
import { viewOriginOfAction } from '#modules/assessments/server';
import { reportProgress, viewAction } from '#modules/delivery/server';
import { viewProjectsFor } from '#modules/improvement/server';
import { explainRecordProblem } from '#modules/records';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewAction, { id: event.params.action })),
  ...(await ask(event, viewOriginOfAction, { actionId: event.params.action })),
  projects: await ask(event, viewProjectsFor, { planRecordId: event.params.action })
});

export const actions: Actions = {
  default: formAction(reportProgress, {
    of: 'action',
    done: progressKind.words.changed,
    explain: explainRecordProblem,
    to: ({ params }) => `plan/actions/${params.action}`
  })
};
