import { changeCommitment, formOfCommitment, removeCommitment } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfCommitment, { id: event.params.commitment });

const toList = () => 'plan/commitments';

export const actions: Actions = {
  save: formAction(changeCommitment, { of: 'commitment', to: toList }),
  remove: formAction(removeCommitment, { of: 'commitment', to: toList })
};
