import { viewMeasure, viewMeasureChoices } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { setKeptForCookie } from '#web/session-cookie.server';
import { redirect } from '@sveltejs/kit';
import { recordings } from '../record/recording.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person, world } = event.locals;
  const measureId = event.url.searchParams.get('measure') ?? '';
  const { measures, today } = await ask(event, viewMeasureChoices);
  const [only] = measures;
  if (measureId === '' && only !== undefined && measures.length === 1) {
    redirect(303, `${event.url.pathname}?measure=${only.measure.id}`);
  }
  if (person !== null) setKeptForCookie(event, person.id);
  const asked = measureId === '' ? null : await ask(event, viewMeasure, { measureId });
  return {
    measures,
    today,
    personId: person?.id ?? '',
    sendingId: world.newId(),
    asked: asked && {
      measure: asked.measure,
      project: asked.project,
      latest: asked.values.slice(-3).reverse()
    }
  };
};

export const actions: Actions = {
  add: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await recordings.value(event, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, answer.sentence);
    redirect(303, answer.address);
  }
};
