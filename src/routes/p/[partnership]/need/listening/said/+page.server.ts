import { eraseDueVoices, viewVoices } from '#modules/surveys/server';
import { ask, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
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
  erase: async (event) => {
    const answer = await submit(event, eraseDueVoices, { values: {}, explain: () => '' });
    if (!answer.ok) return answer.failure;
    const { erased } = answer.value;
    sayDone(event, `The words of ${erased} ${erased === 1 ? 'note are' : 'notes are'} erased.`);
    redirect(303, event.url.pathname);
  }
};
