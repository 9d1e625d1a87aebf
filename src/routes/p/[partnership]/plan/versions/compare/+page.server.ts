import { comparedVersions } from '../compared.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await comparedVersions(event)),
  search: event.url.search
});
