import { changeTheme, formOfTheme, removeTheme, viewTheme } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const id = event.params.theme;
  const { count } = await ask(event, viewTheme, { id });
  return { ...(await ask(event, formOfTheme, { id })), removable: count.pieces === 0 };
};

export const actions: Actions = {
  save: formAction(changeTheme, {
    of: 'theme',
    to: ({ params }) => `need/listening/themes/${params.theme}`
  }),
  remove: formAction(removeTheme, { of: 'theme', to: () => 'need/listening' })
};
