import { emptyPlan } from '#modules/improvement';
import { viewRecordChoices, viewTest } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { setKeptForCookie } from '#web/session-cookie.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { recordings, testAddress, type Recording } from './recording.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person, world } = event.locals;
  const asked = event.url.searchParams;
  const testId = asked.get('test') ?? '';
  const choices = await ask(event, viewRecordChoices, {
    testId,
    projectId: asked.get('project') ?? ''
  });
  if (testId !== '' && choices.reports.length === 0) {
    // A test under way goes on step by step, on its own page.
    const { test } = await ask(event, viewTest, { testId });
    redirect(303, testAddress(event.params.partnership, test));
  }
  if (person !== null) setKeptForCookie(event, person.id);
  return {
    ...choices,
    personId: person?.id ?? '',
    report: testId === '' ? null : (choices.reports[0] ?? null),
    sendingId: world.newId(),
    plan: emptyPlan(choices.today)
  };
};

async function act(event: RequestEvent, recording: Recording) {
  const { values } = await readForm(event.request);
  const answer = await recordings[recording](event, values);
  if (!answer.ok) return answer.failure;
  sayDone(event, answer.sentence);
  redirect(303, answer.address);
}

export const actions: Actions = {
  record: (event) => act(event, 'record'),
  report: (event) => act(event, 'report')
};
