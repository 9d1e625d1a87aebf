import { changeSupport, formOfSupport, removeSupport } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfSupport, { id: event.params.support, aimId: event.params.aim });

const toAim = ({ params }: { params: { aim: string } }) => `plan/aims/${params.aim}`;

export const actions: Actions = {
  save: formAction(changeSupport, { of: 'support', to: toAim }),
  remove: formAction(removeSupport, { of: 'support', to: toAim })
};
