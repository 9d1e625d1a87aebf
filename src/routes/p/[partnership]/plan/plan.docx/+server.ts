import { wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { wholePlan } from '../whole-plan.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Priorities, aims and actions, their leads by role and dates.'
};

export const GET: RequestHandler = async (event) =>
  wordResponse(event, await wholePlan(event), `${event.params.partnership}-plan.docx`);
