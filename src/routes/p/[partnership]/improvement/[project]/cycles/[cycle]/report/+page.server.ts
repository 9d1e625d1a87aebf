import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Tests are reported where they are recorded. */
export const load: PageServerLoad = ({ params }) =>
  redirect(303, `/p/${params.partnership}/improvement/record?test=${params.cycle}`);
