import { dateOf } from '#core/dates';
import { dayAfter } from '#core/written-dates';
import { addVoice } from '#modules/surveys/server';
import { formAction, refuseUnlessMay } from '#web/page.server';
import { questionsOffered } from '../../questions-offered.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Days for which words are kept unless somebody says otherwise. */
const usualDays = 365;

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addVoice);
  const keepUntil = dayAfter(dateOf(event.locals.world.clock()), usualDays);
  return {
    needsQuestionId: await questionsOffered(event),
    start: { keepUntil, needsQuestionId: event.url.searchParams.get('question') ?? undefined }
  };
};

export const actions: Actions = {
  default: formAction(addVoice, { to: ({ value }) => `need/listening/said/${value.id}` })
};
