import { sendGroupReport, viewGroupReport } from '#modules/reports/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewGroupReport, { id: event.params.group });

export const actions: Actions = {
  default: formAction(sendGroupReport, {
    with: ({ params }) => ({ groupId: params.group }),
    to: ({ value }) => `plan/reports/${value.id}`
  })
};
