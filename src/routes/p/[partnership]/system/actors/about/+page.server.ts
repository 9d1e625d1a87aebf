import { addMap, blankMap, changeMap, formOfMap, viewActors } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

/** A place has one map: it is begun where there is none, and changed where there is. */
export const load: PageServerLoad = async (event) => {
  await ask(event, blankMap);
  const { map } = await ask(event, viewActors);
  return { record: map === null ? null : (await ask(event, formOfMap, { id: map.id })).record };
};

const to = () => 'system/actors';

export const actions: Actions = {
  begin: formAction(addMap, { to }),
  save: formAction(changeMap, {
    to,
    with: ({ url }) => ({ id: url.searchParams.get('map') ?? '' })
  })
};
