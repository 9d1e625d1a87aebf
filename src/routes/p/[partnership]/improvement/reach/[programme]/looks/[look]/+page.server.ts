import { changeLook, formOfLook, removeLook } from '#modules/reach/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfLook, { id: event.params.look, programmeId: event.params.programme });

const toProgramme = ({ params }: { params: { programme: string } }) =>
  `improvement/reach/${params.programme}`;

export const actions: Actions = {
  save: formAction(changeLook, { of: 'look', to: toProgramme }),
  remove: formAction(removeLook, { of: 'look', to: toProgramme })
};
