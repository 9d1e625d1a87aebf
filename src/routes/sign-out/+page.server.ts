import { signOut } from '#modules/partnerships/server';
import { clearSessionCookie, sessionCookie } from '#web/session-cookie.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async (event) => {
    const token = event.cookies.get(sessionCookie);
    if (token !== undefined) await signOut(event.locals.world, token);
    clearSessionCookie(event);
    redirect(303, '/sign-in');
  }
};
