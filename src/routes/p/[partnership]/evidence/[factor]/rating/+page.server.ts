import { explainEvidenceProblem } from '#modules/evidence';
import { rateMatters, rateWorks, removeRating, viewFactor } from '#modules/evidence/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Which cell is rated stands in the address: `?outcome=…&age=…`, or `?works=yes`. */
function cellOf(url: URL) {
  const { searchParams } = url;
  return {
    isWorks: searchParams.get('works') === 'yes',
    outcome: searchParams.get('outcome') ?? '',
    age: searchParams.get('age') ?? ''
  };
}

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, rateMatters, rateWorks);
  const view = await ask(event, viewFactor, { factor: event.params.factor });
  const { isWorks, outcome, age } = cellOf(event.url);
  const cell = view.outcomes
    .flatMap(({ cells }) => cells)
    .find((each) => each.outcome === outcome && each.age === age);
  const { spine, factor, works } = view;
  return { spine, factor, isWorks, works, cell: isWorks ? null : (cell ?? null) };
};

function backTo(event: RequestEvent, cell: ReturnType<typeof cellOf>): string {
  const { partnership, factor } = event.params;
  const anchor = cell.isWorks ? 'works' : `${cell.outcome}-${cell.age}`;
  return `/p/${partnership ?? ''}/evidence/${factor ?? ''}#${anchor}`;
}

export const actions: Actions = {
  save: async (event) => {
    const cell = cellOf(event.url);
    const { values } = await readForm(event.request);
    const { factor } = event.params;
    const form = {
      values,
      input: { ...values, factor, outcome: cell.outcome, age: cell.age },
      explain: explainEvidenceProblem
    };
    const answer = cell.isWorks
      ? await submit(event, rateWorks, form)
      : await submit(event, rateMatters, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your own rating is saved. It stands over the published one.');
    redirect(303, backTo(event, cell));
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, removeRating, { values, explain: explainEvidenceProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your own rating is removed. The published one stands again.');
    redirect(303, backTo(event, cellOf(event.url)));
  }
};
