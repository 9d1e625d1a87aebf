import { textOf } from '#core/form-state';
import { explainServiceProblem, suggestedReason } from '#modules/maps';
import { tieServices, viewSuggestions } from '#modules/maps/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewSuggestions, { at: atOf(event) });

/** The moment of the import whose services are looked at; empty for all. */
const atOf = ({ url }: { readonly url: URL }) => url.searchParams.get('at') ?? '';

/** This page again, of the same services. */
const again = ({ url }: { readonly url: URL }) =>
  `${url.pathname}${atOf({ url }) === '' ? '' : `?at=${encodeURIComponent(atOf({ url }))}`}`;

const tied = (count: number) =>
  count === 1 ? 'One tie is saved.' : `${count.toLocaleString('en-GB')} ties are saved.`;

export const actions: Actions = {
  /** Ties what is ticked: each box names a service, a factor, and the word that suggests it. */
  suggested: async (event) => {
    const { values } = await readForm(event.request);
    const ticked = Object.entries(values).flatMap(([name, given]) =>
      /^tie-\d+$/.test(name) ? given : []
    );
    const ties = ticked.flatMap((given) => {
      const [serviceId, factor, field = '', ...word] = given.split(' ');
      if (serviceId === undefined || factor === undefined) return [];
      return [{ serviceId, factor, reason: suggestedReason(word.join(' '), field) }];
    });
    if (ties.length === 0) {
      const formError = 'Tick at least one service.';
      return fail(400, { values, errors: {}, formError });
    }
    const answer = await submit(event, tieServices, {
      values,
      input: { ties },
      explain: explainServiceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, tied(answer.value.ties));
    redirect(303, again(event));
  },
  /** Ties many services, of which no word speaks, to one factor. */
  others: async (event) => {
    const { values } = await readForm(event.request);
    const { others } = await ask(event, viewSuggestions, { at: atOf(event) });
    const isAll = textOf(values, 'all') !== '';
    const ticked = [values['service'] ?? []].flat();
    const chosen = others.filter(({ id }) => isAll || ticked.includes(id));
    const factor = textOf(values, 'factor');
    const errors: Record<string, string> = {
      ...(factor === '' ? { factor: 'Choose the factor they address' } : {}),
      ...(chosen.length === 0 ? { service: 'Tick at least one service, or all of them' } : {})
    };
    if (Object.keys(errors).length > 0) return fail(400, { values, errors });
    const ties = chosen.map(({ id }) => ({
      serviceId: id,
      factor,
      reason: textOf(values, 'reason')
    }));
    const answer = await submit(event, tieServices, {
      values,
      input: { ties },
      explain: explainServiceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, tied(answer.value.ties));
    redirect(303, again(event));
  }
};
