import {
  changeMemberUptake,
  formOfMemberUptake,
  removeMemberUptake,
  viewRegionalAim
} from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { aim, elements } = await ask(event, viewRegionalAim, { id: event.params.aim });
  return { ...(await ask(event, formOfMemberUptake, { id: event.params.uptake })), aim, elements };
};

export const actions: Actions = {
  save: formAction(changeMemberUptake, {
    of: 'uptake',
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/regional/${params.aim}`
  }),
  remove: formAction(removeMemberUptake, {
    of: 'uptake',
    to: ({ params }) => `plan/regional/${params.aim}`
  })
};
