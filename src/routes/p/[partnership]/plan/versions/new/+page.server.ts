import { makePlanVersion, viewVersions } from '#modules/bodies/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, makePlanVersion);
  return ask(event, viewVersions);
};

export const actions: Actions = {
  default: formAction(makePlanVersion, { to: ({ value }) => `plan/versions/${value.id}` })
};
