import { makeApiToken, revokeApiToken, viewApiTokens } from '#modules/partnerships/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  tokens: await ask(event, viewApiTokens)
});

export const actions: Actions = {
  make: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, makeApiToken, { values, explain: () => '' });
    if (!answer.ok) return answer.failure;
    // Shown in the answer to this one request, and nowhere else.
    return { values: {}, errors: {}, secret: answer.value.secret };
  },
  revoke: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, revokeApiToken, { values, explain: () => '' });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The token is revoked: it opens nothing from now on.');
    redirect(303, `/p/${event.params.partnership}/settings/tokens`);
  }
};
