import { viewNeed } from '#modules/indicators/server';
import { changeSource, formOfSource, removeSource } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import { figuresOffered } from '../../../../figures-offered.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfSource, { id: event.params.source })),
  offered: figuresOffered(await ask(event, viewNeed))
});

export const actions: Actions = {
  save: formAction(changeSource, {
    of: 'source',
    to: ({ params }) => `need/sources/${params.source}`
  }),
  remove: formAction(removeSource, { of: 'source', to: () => 'need/sources' })
};
