import { addApproval, blankApproval } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankApproval, { versionId: event.params.version });

export const actions: Actions = {
  default: formAction(addApproval, {
    with: ({ params }) => ({ versionId: params.version }),
    to: ({ params }) => `plan/versions/${params.version}`
  })
};
