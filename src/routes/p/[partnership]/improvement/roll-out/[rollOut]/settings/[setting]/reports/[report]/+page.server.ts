import { changeReport, removeReport, viewReport } from '#modules/rollout/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, viewReport, { id: event.params.report });

const placeOf = (params: { readonly rollOut: string; readonly setting: string }) =>
  `improvement/roll-out/${params.rollOut}/settings/${params.setting}`;

export const actions: Actions = {
  save: formAction(changeReport, { of: 'report', to: ({ params }) => placeOf(params) }),
  remove: formAction(removeReport, { of: 'report', to: ({ params }) => placeOf(params) })
};
