import { signOutEverywhere } from '#modules/partnerships/server';
import { clearSessionCookie } from '#web/session-cookie.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/account');

export const actions: Actions = {
  default: async (event) => {
    if (event.locals.person !== null) {
      await signOutEverywhere(event.locals.world, event.locals.person.id);
    }
    clearSessionCookie(event);
    redirect(303, '/sign-in');
  }
};
