import { viewIdea } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewIdea, {
    ideaId: event.params.idea,
    page: event.url.searchParams.get('page') ?? 1
  });
