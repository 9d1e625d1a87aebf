import { completenessSentences } from '#modules/thread';
import { viewCompleteness } from '#modules/thread/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewCompleteness);
  return { ...view, sentences: completenessSentences(view) };
};
