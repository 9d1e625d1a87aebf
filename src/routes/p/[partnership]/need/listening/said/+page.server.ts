import { eraseDueVoices, viewVoices } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 50;

export const load: PageServerLoad = async (event) => {
  const { voices, due, today } = await ask(event, viewVoices);
  const { searchParams } = event.url;
  const show = searchParams.get('show') === 'to-code' ? 'to-code' : 'all';
  const wanted = voices.filter(
    (one) => show === 'all' || (!one.codingDone && one.erasedOn === null)
  );
  const pages = Math.max(1, Math.ceil(wanted.length / mostShown));
  const page = Math.min(pages, Math.max(1, Number(searchParams.get('page')) || 1));
  return {
    voices: wanted.slice((page - 1) * mostShown, page * mostShown),
    found: wanted.length,
    hasAny: voices.length > 0,
    show,
    page,
    pages,
    due,
    today
  };
};

export const actions: Actions = {
  erase: formAction(eraseDueVoices, {
    done: ({ erased }) =>
      `The words of ${erased} ${erased === 1 ? 'note are' : 'notes are'} erased.`,
    to: () => 'need/listening/said'
  })
};
