import { viewStoryboardVersion } from '#modules/learning/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewStoryboardVersion, {
    storyboardId: event.params.board,
    number: event.params.number
  });
