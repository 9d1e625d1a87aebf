import { viewTheme } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewTheme, { id: event.params.theme });
