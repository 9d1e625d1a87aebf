import { listOf, textOf, type FormState, type FormValues } from '#core/form-state';
import {
  explainPriorityProblem,
  prioritySentences,
  walk,
  type DecisionStep
} from '#modules/priorities';
import { decideActionKind, viewPriority } from '#modules/priorities/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, decideActionKind);
  return ask(event, viewPriority, { id: event.params.priority });
};

/** The answers so far travel in the form, one hidden field of each kind a step. */
function stepsOf(values: FormValues): DecisionStep[] {
  const [questions, answers, reasons] = ['question', 'answer', 'why'].map((name) =>
    [values[name] ?? []].flat()
  );
  return (questions ?? []).map((question, index) => ({
    question,
    answer: answers?.[index] ?? '',
    reason: reasons?.[index] ?? ''
  }));
}

export type WalkState = FormState & { steps: DecisionStep[] };

export const actions: Actions = {
  /** One question answered: on to the next. */
  answer: async (event) => {
    const { values } = await readForm(event.request);
    const steps = stepsOf(values);
    const asked = textOf(values, 'now-question');
    const step = {
      question: asked,
      answer: textOf(values, 'now-answer'),
      reason: textOf(values, 'now-reason').trim()
    };
    const errors: Record<string, string> = {};
    if (step.answer === '') errors['now-answer'] = prioritySentences.answer;
    if (step.reason === '') errors['now-reason'] = prioritySentences.reason;
    if (Object.keys(errors).length > 0) return fail(400, { values, errors, steps });
    const { tree } = await ask(event, viewPriority, { id: event.params.priority });
    const walked = walk(tree, [...steps, step]);
    if (!walked.ok) {
      return fail(400, {
        values: {},
        errors: {},
        formError: prioritySentences.begun,
        steps: []
      });
    }
    return { values: {}, errors: {}, steps: [...steps, step] } satisfies WalkState;
  },
  /** Back to the question before. */
  back: async (event) => {
    const { values } = await readForm(event.request);
    const steps = stepsOf(values);
    const last = steps.at(-1);
    const typed: FormValues =
      last === undefined ? {} : { 'now-answer': last.answer, 'now-reason': last.reason };
    return { values: typed, errors: {}, steps: steps.slice(0, -1) } satisfies WalkState;
  },
  save: async (event) => {
    const { values } = await readForm(event.request);
    const steps = stepsOf(values);
    const answer = await submit(event, decideActionKind, {
      values,
      input: {
        priorityId: event.params.priority,
        path: steps,
        actionKind: listOf(values, 'actionKind')[0],
        reason: textOf(values, 'reason')
      },
      explain: explainPriorityProblem
    });
    if (!answer.ok) return fail(answer.failure.status, { ...answer.failure.data, steps });
    sayDone(event, 'The kind of action is decided.');
    redirect(303, `/p/${event.params.partnership}/priorities/${event.params.priority}`);
  }
};
