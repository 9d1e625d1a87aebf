import { nextStepOf } from '#modules/improvement';
import { decideNext, recordDoing, recordStudy, viewTest } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewTest, { testId: event.params.cycle });
  if (view.project.id !== event.params.project) error(404, 'We could not find that page.');
  const next = nextStepOf(view.test);
  // A step that was recorded can be opened again to correct it.
  const asked = event.url.searchParams.get('change');
  const { status } = view.test;
  const isRecorded =
    (asked === 'do' && status !== 'planned') ||
    (asked === 'study' && (status === 'studied' || status === 'acted')) ||
    (asked === 'act' && status === 'acted');
  // A form that was sent and refused stays open, whatever somebody else recorded meanwhile.
  const sent = (['do', 'study', 'act'] as const).find((step) =>
    event.url.searchParams.has(`/${step}`)
  );
  return { ...view, next, open: sent ?? (isRecorded ? asked : next) };
};

function backTo(event: RequestEvent): never {
  const { partnership, project, cycle } = event.params;
  redirect(303, `/p/${partnership}/improvement/${project}/cycles/${cycle}`);
}

export const actions: Actions = {
  do: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, recordDoing, values, { testId: event.params.cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'What happened is written down. Next: say what it shows.');
    backTo(event);
  },
  study: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, recordStudy, values, { testId: event.params.cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'What it shows is written down. Next: decide what to do with the change.');
    backTo(event);
  },
  act: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, decideNext, values, { testId: event.params.cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The test is complete. It counts as learning, whichever way it came out.');
    backTo(event);
  }
};
