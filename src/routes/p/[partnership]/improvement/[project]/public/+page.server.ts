import { changePublicity, formOfPublicity } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPublicity, { id: event.params.project });

export const actions: Actions = {
  save: formAction(changePublicity, {
    of: 'project',
    done: (_, { isPublic }) =>
      isPublic === 'yes'
        ? 'Families can now read about this project.'
        : 'The project is not shown to families.',
    to: ({ params }) => `improvement/${params.project}`
  })
};
