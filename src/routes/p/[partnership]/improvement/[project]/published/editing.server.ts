import type { FormState } from '#core/form-state';
import type { ImprovementProblem } from '#modules/improvement';
import type { Command, CommonProblem } from '#platform/command';
import { readForm, sayDone } from '#web/page.server';
import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../forms.server.ts';

type Commanding = Command<unknown, ImprovementProblem | CommonProblem>;
type Event = RequestEvent<{ partnership: string; project: string }>;

/** Saves what was taken from a publication, in the words of the form, and goes back to the project. */
export async function saveTaken(
  event: Event,
  change: Commanding,
  id: string
): Promise<ActionFailure<FormState>> {
  const { values } = await readForm(event.request);
  const answer = await submitForm(event, change, values, { id });
  if (!answer.ok) return answer.failure;
  return leave(event, 'What the publication says is saved.');
}

/** Takes it out again. `gone` says so. */
export async function takeOut(
  event: Event,
  remove: Commanding,
  id: string,
  gone: string
): Promise<ActionFailure<FormState>> {
  const answer = await submitForm(event, remove, {}, { id });
  if (!answer.ok) return answer.failure;
  return leave(event, gone);
}

function leave(event: Event, sentence: string): never {
  sayDone(event, sentence);
  redirect(303, `/p/${event.params.partnership}/improvement/${event.params.project}`);
}
