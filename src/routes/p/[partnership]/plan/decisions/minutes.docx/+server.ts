import { wordResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { minutesAsked } from '../minutes.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What was decided, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { minutes } = await minutesAsked(event);
  return wordResponse(event, minutes, `${event.params.partnership}-minutes.docx`);
};
