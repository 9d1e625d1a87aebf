import { textOf } from '#core/form-state';
import { explainServiceProblem } from '#modules/maps';
import { tieServices, viewCoverage } from '#modules/maps/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewCoverage);

const factorField = /^factor-(.+)$/;

/** A problem with the reason of a tie, beside the reason of its service. */
function besideServices(
  errors: Readonly<Record<string, string>>,
  ties: readonly { readonly serviceId: string }[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => {
      const tie = ties[Number(/^ties\.(\d+)\.reason$/.exec(field)?.[1])];
      return [tie === undefined ? field : `reason-${tie.serviceId}`, sentence];
    })
  );
}

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const ties = Object.keys(values).flatMap((name) => {
      const serviceId = factorField.exec(name)?.[1];
      const factor = textOf(values, name);
      if (serviceId === undefined || factor === '') return [];
      return [{ serviceId, factor, reason: textOf(values, `reason-${serviceId}`) }];
    });
    if (ties.length === 0) {
      const formError = 'Choose a factor for at least one service.';
      return fail(400, { values, errors: {}, formError });
    }
    const input = { ties };
    const answer = await submit(event, tieServices, {
      values,
      input,
      explain: explainServiceProblem
    });
    if (!answer.ok) {
      const { errors } = answer.failure.data;
      answer.failure.data.errors = besideServices(errors, ties);
      return answer.failure;
    }
    const count = answer.value.ties;
    sayDone(event, count === 1 ? 'One service is tied.' : `${count} services are tied.`);
    redirect(303, `/p/${event.params.partnership}/system/gaps`);
  }
};
