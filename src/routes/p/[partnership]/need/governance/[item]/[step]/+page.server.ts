import { explainNeedsProblem, stepAfter, stepsFor, type Step } from '#modules/needs';
import { answerStep, viewDataItem } from '#modules/needs/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** The item and the step of the address. A step that this item does not ask for is a page not found. */
async function stepOf(event: RequestEvent, params: { item: string; step: string }) {
  const view = await ask(event, viewDataItem, { id: params.item });
  const asked = stepsFor(view.item);
  const step = asked.find((one) => one === params.step);
  if (step === undefined) error(404, 'We could not find that page.');
  return { ...view, asked, step };
}

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, answerStep);
  const { item, law, today, asked, step } = await stepOf(event, event.params);
  return {
    item,
    law,
    today,
    step,
    number: asked.indexOf(step) + 1,
    of: asked.length,
    next: stepAfter(step, item)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { step } = await stepOf(event, event.params);
    const answer = await submit(event, answerStep, {
      values,
      input: { ...values, id: event.params.item, step },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    const next: Step | null = stepAfter(step, answer.value.item);
    const home = `/p/${event.params.partnership}/need/governance/${event.params.item}`;
    sayDone(event, next === null ? 'Saved. That was the last step.' : 'Saved.');
    redirect(303, next === null ? home : `${home}/${next}`);
  }
};
