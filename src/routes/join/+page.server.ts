import { textOf } from '#core/form-state';
import { joinByCode } from '#modules/actors/server';
import { addressOf, errorsByField, readForm } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import { setGuestCookie } from './guest-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const code = textOf(values, 'code');
    const given = { ...values, code, called: textOf(values, 'called'), address: addressOf(event) };
    const answer = await joinByCode(event.locals.world, given);
    if (answer.ok) {
      setGuestCookie(event, answer.value.key);
      redirect(303, '/join/in');
    }
    const problem = answer.error;
    switch (problem.kind) {
      case 'no-such-code': {
        const sentence =
          'No workshop is under way with this code. Look at it once more, or ask whoever leads.';
        return fail(404, { values, errors: { code: sentence } });
      }
      case 'too-many-tries': {
        const formError = `Too many tries came from here. Try again in ${problem.minutes} ${problem.minutes === 1 ? 'minute' : 'minutes'}.`;
        return fail(429, { values, errors: {}, formError });
      }
      case 'invalid-input':
        return fail(400, { values, errors: errorsByField(problem.issues) });
      default:
        return fail(400, { values, errors: {}, formError: 'You could not come in. Try again.' });
    }
  }
};
