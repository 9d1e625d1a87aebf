import { textOf } from '#core/form-state';
import { explainServiceProblem as explain } from '#modules/maps';
import {
  endService,
  removeConnection,
  resumeService,
  tieService,
  untieService,
  viewService
} from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewService, { id: event.params.service });

export const actions: Actions = {
  tie: formAction(tieService, {
    with: ({ params }) => ({ serviceId: params['service'] }),
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The factor is tied.',
    explain
  }),
  untie: formAction(untieService, {
    with: ({ params }) => ({ serviceId: params['service'] }),
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The factor is no longer tied.',
    explain
  }),
  disconnect: formAction(removeConnection, {
    with: (_, values) => ({ id: textOf(values, 'connection') }),
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The connection is taken away.',
    explain
  }),
  end: formAction(endService, {
    of: 'service',
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The service is listed as ended.',
    explain
  }),
  resume: formAction(resumeService, {
    of: 'service',
    to: ({ params }) => `system/services/${params.service}`,
    done: 'The service is listed again.',
    explain
  })
};
