import { linksUnder } from '#modules/drivers';
import { changeDriver, viewDriver } from '#modules/drivers/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitToDiagram } from '../../../forms.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { hangingActions } from '../hanging.server.ts';
import { placesOf } from '../places.server.ts';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewDriver, {
    projectId: event.params.project,
    driverId: event.params.driver
  });
  const { diagram, driver } = view;
  return {
    ...view,
    hangs: placesOf(diagram, { kind: 'driver', id: driver.id }),
    beneath: linksUnder(diagram, driver.id).flatMap(
      ({ lower }) =>
        lower.kind === 'idea'
          ? diagram.ideas
              .filter(({ id }) => id === lower.id)
              .map(({ id, text }) => ({ path: `ideas/${id}`, name: text }))
          : diagram.drivers
              .filter(({ id }) => id === lower.id)
              .map(({ id, title }) => ({ path: id as string, name: title })) // a part of an address
    )
  };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, project, driver: driverId } = event.params;
    const answer = await submitToDiagram(event, changeDriver, values, { driverId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The driver is saved.');
    redirect(303, `/p/${partnership}/improvement/${project}/drivers`);
  },
  ...hangingActions('driver', ({ params }: RequestEvent) => params.driver)
};
