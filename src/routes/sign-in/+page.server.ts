import { addressHere } from '#core/address-here';
import type { FormState } from '#core/form-state';
import { explainPartnershipProblem, signInInput } from '#modules/partnerships';
import { signIn } from '#modules/partnerships/server';
import { parse } from '#platform/command';
import { addressOf, errorsByField, readForm } from '#web/page.server';
import {
  knownBrowserCookie,
  setKnownBrowserCookie,
  setSessionCookie
} from '#web/session-cookie.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = addressHere(url.searchParams.get('next'));
  if (locals.person !== null) redirect(303, next);
  return { demonstration: process.env['CAIRN_DEMO'] === '1' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const typed: FormState = { values: { email: values['email'] ?? '' }, errors: {} };
    const input = parse(signInInput, values);
    if (!input.ok) return fail(400, { ...typed, errors: errorsByField(input.error.issues) });
    const browser = event.cookies.get(knownBrowserCookie);
    const attempt = { ...input.value, address: addressOf(event), browser };
    const answer = await signIn(event.locals.world, attempt);
    if (!answer.ok) {
      const status = answer.error.kind === 'too-many-attempts' ? 429 : 400;
      return fail(status, { ...typed, formError: explainPartnershipProblem(answer.error) });
    }
    setSessionCookie(event, answer.value);
    setKnownBrowserCookie(event, answer.value.browser);
    redirect(303, addressHere(event.url.searchParams.get('next')));
  }
};
