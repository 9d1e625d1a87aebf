import { answerLine, viewCheck } from '#modules/checks/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, answerLine);
  const { pack, lines, year } = await ask(event, viewCheck, { pack: event.params.pack });
  const line = lines.find(({ id }) => id === event.params.line);
  if (line === undefined) error(404, 'We could not find that page.');
  return { packId: pack.id, packTitle: pack.title, year, line };
};

export const actions: Actions = {
  default: formAction(answerLine, {
    with: ({ params }) => ({ pack: params.pack, line: params.line }),
    to: ({ params }) => `plan/check/${params.pack}`
  })
};
