import { explainServiceProblem } from '#modules/maps';
import {
  endService,
  removeConnection,
  resumeService,
  tieService,
  untieService,
  viewService
} from '#modules/maps/server';
import { textOf } from '#core/form-state';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewService, { id: event.params.service });

function back(
  event: RequestEvent<{ partnership: string; service: string }>,
  sentence: string
): never {
  sayDone(event, sentence);
  const { partnership, service } = event.params;
  redirect(303, `/p/${partnership}/system/services/${service}`);
}

export const actions: Actions = {
  tie: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, tieService, {
      values,
      input: { ...values, serviceId: event.params.service },
      explain: explainServiceProblem
    });
    return answer.ok ? back(event, 'The factor is tied.') : answer.failure;
  },
  untie: async (event) => {
    const { values } = await readForm(event.request);
    const factor = textOf(values, 'factor');
    const answer = await submit(event, untieService, {
      values: {},
      input: { serviceId: event.params.service, factor },
      explain: explainServiceProblem
    });
    return answer.ok ? back(event, 'The factor is no longer tied.') : answer.failure;
  },
  disconnect: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, removeConnection, {
      values: {},
      input: { id: textOf(values, 'connection') },
      explain: explainServiceProblem
    });
    return answer.ok ? back(event, 'The connection is taken away.') : answer.failure;
  },
  end: async (event) => {
    const input = { id: event.params.service };
    const answer = await submit(event, endService, {
      values: {},
      input,
      explain: explainServiceProblem
    });
    return answer.ok ? back(event, 'The service is listed as ended.') : answer.failure;
  },
  resume: async (event) => {
    const input = { id: event.params.service };
    const answer = await submit(event, resumeService, {
      values: {},
      input,
      explain: explainServiceProblem
    });
    return answer.ok ? back(event, 'The service is listed again.') : answer.failure;
  }
};
