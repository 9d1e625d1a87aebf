import { acceptInput, explainPartnershipProblem } from '#modules/partnerships';
import { acceptInvitation, openInvitation } from '#modules/partnerships/server';
import { parse } from '#platform/command';
import { errorsByField, readForm } from '#web/page.server';
import { setSessionCookie } from '#web/session-cookie.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const invitation = await openInvitation(locals.world, params.token);
  return { invitation, signedInAs: locals.person?.email ?? null };
};

export const actions: Actions = {
  default: async (event) => {
    const { world, person } = event.locals;
    const { values } = await readForm(event.request);
    const typed = { values: { name: values['name'] ?? '' }, errors: {} };
    let wanted = { name: '', password: '' };
    const invitation = await openInvitation(world, event.params.token);
    if (invitation?.hasAccount === false) {
      const input = parse(acceptInput, values);
      if (!input.ok) return fail(400, { ...typed, errors: errorsByField(input.error.issues) });
      wanted = input.value;
    }
    const answer = await acceptInvitation(world, event.params.token, {
      signedIn: person,
      ...wanted
    });
    if (!answer.ok) {
      const sentence = explainPartnershipProblem(answer.error);
      return answer.error.kind.startsWith('password')
        ? fail(400, { ...typed, errors: { password: sentence } })
        : fail(400, { ...typed, formError: sentence });
    }
    if (answer.value.session !== null) setSessionCookie(event, answer.value.session);
    redirect(303, '/');
  }
};
