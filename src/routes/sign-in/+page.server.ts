import type { FormState } from '#core/form-state';
import { explainPartnershipProblem, signInInput } from '#modules/partnerships';
import { signIn } from '#modules/partnerships/server';
import { parse } from '#platform/command';
import { errorsByField, readForm } from '#platform/page.server';
import { setSessionCookie } from '#platform/session-cookie.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Only addresses of this site, so that a link cannot lead astray after signing in. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safeNext(url.searchParams.get('next'));
  if (locals.person !== null) redirect(303, next);
  return { demonstration: process.env['CAIRN_DEMO'] === '1' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const typed: FormState = { values: { email: values['email'] ?? '' }, errors: {} };
    const input = parse(signInInput, values);
    if (!input.ok) return fail(400, { ...typed, errors: errorsByField(input.error.issues) });
    const address = event.getClientAddress();
    const answer = await signIn(event.locals.world, { ...input.value, address });
    if (!answer.ok) {
      const status = answer.error.kind === 'too-many-attempts' ? 429 : 400;
      return fail(status, { ...typed, formError: explainPartnershipProblem(answer.error) });
    }
    setSessionCookie(event, answer.value);
    redirect(303, safeNext(event.url.searchParams.get('next')));
  }
};
