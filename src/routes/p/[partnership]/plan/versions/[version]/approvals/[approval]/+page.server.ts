import { changeApproval, formOfApproval, removeApproval } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfApproval, { id: event.params.approval, versionId: event.params.version });

export const actions: Actions = {
  save: formAction(changeApproval, {
    of: 'approval',
    to: ({ params }) => `plan/versions/${params.version}`
  }),
  remove: formAction(removeApproval, {
    of: 'approval',
    to: ({ params }) => `plan/versions/${params.version}`
  })
};
