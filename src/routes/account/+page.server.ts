import { explainPartnershipProblem } from '#modules/partnerships';
import { changePassword } from '#modules/partnerships/server';
import { readForm, sayDone, takeDone } from '#web/page.server';
import { setSessionCookie } from '#web/session-cookie.server';
import { textOf } from '#core/form-state';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { person } = event.locals;
  if (person === null) redirect(303, '/sign-in?next=/account');
  return { person: { name: person.name, email: person.email }, done: takeDone(event) };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, world } = event.locals;
    if (person === null) redirect(303, '/sign-in?next=/account');
    const { values } = await readForm(event.request);
    const passwords = { current: textOf(values, 'current'), next: textOf(values, 'next') };
    const answer = await changePassword(world, person, passwords);
    if (!answer.ok) {
      const isCurrent = answer.error.kind === 'sign-in-refused';
      const sentence = isCurrent
        ? 'This is not your current password.'
        : explainPartnershipProblem(answer.error);
      return fail(400, { values: {}, errors: { [isCurrent ? 'current' : 'next']: sentence } });
    }
    setSessionCookie(event, answer.value);
    sayDone(event, 'Your password is changed. You are signed out everywhere else.');
    redirect(303, '/account');
  }
};
