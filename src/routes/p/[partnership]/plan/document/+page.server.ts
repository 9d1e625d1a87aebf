import { wholePlan } from '../whole-plan.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ plan: await wholePlan(event) });
