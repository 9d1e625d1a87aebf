import { placesOf } from '#modules/partnerships/server';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The front door: to one's own partnership, to the list of them, or to signing in. */
export const load: PageServerLoad = async ({ locals }) => {
  if (locals.person === null) redirect(303, '/sign-in');
  const places = await placesOf(locals.world, locals.person);
  const [only] = places;
  redirect(303, places.length === 1 && only !== undefined ? `/p/${only.slug}` : '/places');
};
