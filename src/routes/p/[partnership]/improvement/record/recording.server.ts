import type { FormValues } from '#core/form-state';
import type { Test } from '#modules/improvement';
import { addMeasureValue, recordTest, reportTest } from '#modules/improvement/server';
import type { RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../forms.server.ts';

/** The forms that a phone may keep, for the pages themselves and for what was kept: each with where its answer leads. */

export const recordings = { record, report, value };
export type Recording = keyof typeof recordings;

/** The recording that a kept form asks for, by its name: `record`, `report:<test>`, `value:<measure>`. */
export function recordingOf(form: string): Recording {
  const [kind = ''] = form.split(':');
  return kind === 'report' || kind === 'value' ? kind : 'record';
}

export function testAddress(slug: string, test: Pick<Test, 'id' | 'projectId'>): string {
  return `/p/${slug}/improvement/${test.projectId}/cycles/${test.id}`;
}

async function record(event: RequestEvent, values: FormValues) {
  const answer = await submitForm(event, recordTest, values, {
    // Another project may still be chosen behind a title that was typed before.
    newProject: values['projectId'] ? '' : values['newProject']
  });
  if (answer.ok) {
    const isComplete = values['tried'] === 'yes';
    return testSaved(event, answer.value, isComplete ? completeSentence : plannedSentence);
  }
  // This form has one date, whether the test is planned or was tried.
  const { doneOn, ...errors } = answer.failure.data.errors;
  if (doneOn !== undefined) answer.failure.data.errors = { ...errors, plannedFor: doneOn };
  return answer;
}

async function report(event: RequestEvent, values: FormValues) {
  const answer = await submitForm(event, reportTest, values);
  return answer.ok ? testSaved(event, answer.value, completeSentence) : answer;
}

async function value(event: RequestEvent, values: FormValues) {
  const answer = await submitForm(event, addMeasureValue, values);
  if (!answer.ok) return answer;
  const address = `/p/${event.params['partnership'] ?? ''}/improvement/measures/${String(values['measureId'])}`;
  return { ok: true as const, address, sentence: valueSentence };
}

function testSaved(event: RequestEvent, test: Pick<Test, 'id' | 'projectId'>, sentence: string) {
  const address = testAddress(event.params['partnership'] ?? '', test);
  return { ok: true as const, address, sentence };
}

const valueSentence = 'The value is added. This is what the measure shows now.';

const plannedSentence = 'The test is planned. When it has been tried, say what happened.';
const completeSentence =
  'Thank you. The test is complete, and counts as learning whichever way it came out.';
