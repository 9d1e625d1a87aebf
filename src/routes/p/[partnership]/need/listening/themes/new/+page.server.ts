import { addTheme, blankTheme } from '#modules/surveys/server';
import { isUuid } from '#platform/ids';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankTheme);

export const actions: Actions = {
  default: (event) => {
    // Whoever came from a note goes back to it, to tick the sentences.
    const from = event.url.searchParams.get('from') ?? '';
    return formAction(addTheme, {
      to: ({ value }) =>
        isUuid(from) ? `need/listening/said/${from}#said` : `need/listening/themes/${value.id}`
    })(event);
  }
};
