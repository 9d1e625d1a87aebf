import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Where values were added before: calendars and letters may still lead here. */
export const load: PageServerLoad = ({ params }) =>
  redirect(303, `/p/${params.partnership}/improvement/add-data?measure=${params.measure}`);
