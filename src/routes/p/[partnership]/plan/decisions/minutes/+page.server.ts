import { minutesAsked } from '../minutes.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await minutesAsked(event)),
  search: event.url.search
});
