import { drawRings, explainWorkshop } from '#modules/actors';
import { actAsGuest, viewAsGuest } from '#modules/actors/server';
import { errorsByField, readForm, sayDone, takeDone } from '#web/page.server';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { clearGuestCookie, guestKeyOf } from '../guest-cookie.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const seen = await viewAsGuest(event.locals.world, guestKeyOf(event));
  if (seen === null) return { seen: null, drawing: null, done: null };
  return { seen, drawing: drawRings(seen.workshop.focus, seen.items), done: takeDone(event) };
};

const dones = {
  list: 'It is on your list.',
  unlist: 'It is off your list.',
  dot: 'Your dot is on it.',
  undot: 'Your dot is taken back.'
} as const;

async function acts(event: RequestEvent, act: keyof typeof dones) {
  const { values } = await readForm(event.request);
  const answer = await actAsGuest(event.locals.world, guestKeyOf(event), act, values);
  if (answer.ok) {
    sayDone(event, dones[act]);
    redirect(303, '/join/in');
  }
  const problem = answer.error;
  const refused = (status: number, errors: Record<string, string>, formError?: string) =>
    fail(status, { values, errors, ...(formError === undefined ? {} : { formError }) });
  switch (problem.kind) {
    case 'no-guest':
      redirect(303, '/join/in');
      break;
    case 'invalid-input':
      return refused(400, errorsByField(problem.issues));
    case 'not-found':
      return refused(404, {}, 'This is not on the sheet any more. Look again.');
    case 'too-many-tries':
      return refused(429, {}, 'Slow down a little and try again.');
    default: {
      const said = explainWorkshop(problem);
      return typeof said === 'string'
        ? refused(400, {}, said)
        : refused(400, { [said.field]: said.sentence });
    }
  }
}

export const actions: Actions = {
  list: (event) => acts(event, 'list'),
  unlist: (event) => acts(event, 'unlist'),
  dot: (event) => acts(event, 'dot'),
  undot: (event) => acts(event, 'undot'),
  leave: (event) => {
    clearGuestCookie(event);
    redirect(303, '/join');
  }
};
