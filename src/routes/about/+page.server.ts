import { listPacks } from '#modules/vocabulary/server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  packs: await listPacks(locals.world)
});
