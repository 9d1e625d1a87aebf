import { placesOf } from '#modules/partnerships/server';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (locals.person === null) redirect(303, '/sign-in?next=/places');
  return {
    person: { name: locals.person.name, siteAdministrator: locals.person.siteAdministrator },
    places: await placesOf(locals.world, locals.person)
  };
};
