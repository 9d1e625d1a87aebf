import type { FormValues } from '#core/form-state';
import type { Test } from '#modules/improvement';
import { recordTest, reportTest } from '#modules/improvement/server';
import type { RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../forms.server.ts';

/** The two forms of the page, for the page itself and for what was kept on a phone. */

export const recordings = { record, report };
export type Recording = keyof typeof recordings;

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
    return { ...answer, sentence: isComplete ? completeSentence : plannedSentence };
  }
  // This form has one date, whether the test is planned or was tried.
  const { doneOn, ...errors } = answer.failure.data.errors;
  if (doneOn !== undefined) answer.failure.data.errors = { ...errors, plannedFor: doneOn };
  return answer;
}

async function report(event: RequestEvent, values: FormValues) {
  const answer = await submitForm(event, reportTest, values);
  return answer.ok ? { ...answer, sentence: completeSentence } : answer;
}

const plannedSentence = 'The test is planned. When it has been tried, say what happened.';
const completeSentence =
  'Thank you. The test is complete, and counts as learning whichever way it came out.';
