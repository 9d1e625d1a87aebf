import { addConsidered, blankConsidered } from '#modules/priorities/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankConsidered);

export const actions: Actions = { default: formAction(addConsidered, { to: () => 'priorities' }) };
