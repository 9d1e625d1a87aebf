import { addMemberUptake, blankMemberUptake, viewRegionalAim } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { aim, elements } = await ask(event, viewRegionalAim, { id: event.params.aim });
  return { ...(await ask(event, blankMemberUptake)), aim, elements };
};

export const actions: Actions = {
  default: formAction(addMemberUptake, {
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/regional/${params.aim}`
  })
};
