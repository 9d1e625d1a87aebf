import { viewNeed } from '#modules/indicators/server';
import { addSource, blankSource } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import { figuresOffered } from '../../../figures-offered.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankSource)),
  offered: figuresOffered(await ask(event, viewNeed))
});

export const actions: Actions = {
  default: formAction(addSource, { to: ({ value }) => `need/sources/${value.id}` })
};
