import { goingSentences } from '#modules/drivers';
import { archiveDriver, viewDriver } from '#modules/drivers/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, archiveDriver);
  const { driver, project, version, going } = await ask(event, viewDriver, {
    projectId: event.params.project,
    driverId: event.params.driver
  });
  return { driver, project, version, says: goingSentences({ title: driver.title, ...going }) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project, driver: driverId } = event.params;
    const answer = await submitToDiagram(event, archiveDriver, values, { driverId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is archived, and can be brought back at the foot of this page.');
    redirect(303, `/p/${partnership}/improvement/${project}/drivers`);
  }
};
