import { makeApiToken, revokeApiToken, viewApiTokens } from '#modules/partnerships/server';
import { ask, formAction, readForm, submit } from '#web/page.server';
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
  revoke: formAction(revokeApiToken, {
    done: 'The token is revoked: it opens nothing from now on.',
    explain: () => '',
    to: () => 'administration/tokens'
  })
};
