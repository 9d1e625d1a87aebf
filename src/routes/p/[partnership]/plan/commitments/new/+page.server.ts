import { addCommitment, blankCommitment } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankCommitment)),
  start: { bodyId: event.url.searchParams.get('of') ?? undefined }
});

export const actions: Actions = {
  default: formAction(addCommitment, { to: () => 'plan/commitments' })
};
