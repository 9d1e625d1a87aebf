import { aimDraft } from '#modules/benchmarks';
import {
  closeBenchmarkRound,
  viewBenchmarkRound,
  viewUsersOfApproach
} from '#modules/benchmarks/server';
import { textOf } from '#core/form-state';
import { takeUpUsers, viewRollOuts } from '#modules/rollout/server';
import { ask, formAction, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewBenchmarkRound, { id: event.params.round });
  const rollOuts = await ask(event, viewRollOuts);
  return {
    ...view,
    rollOuts: rollOuts
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id, title }) => ({ value: id, label: title })),
    drafts: view.results.approaches.map((result) => aimDraft(result, view.results.asked))
  };
};

const here = ({ params }: { params: { benchmark: string; round: string } }) =>
  `improvement/benchmarks/${params.benchmark}/rounds/${params.round}`;

const settings = (count: number) => (count === 1 ? '1 setting' : `${count} settings`);

export const actions: Actions = {
  close: formAction(closeBenchmarkRound, { of: 'round', to: here }),
  takeUp: async (event) => {
    refuseUnlessMay(event, takeUpUsers);
    const { values } = await readForm(event.request);
    const approach = textOf(values, 'approach');
    const found = await ask(event, viewUsersOfApproach, { id: event.params.round, approach });
    const answer = await submit(event, takeUpUsers, {
      values,
      input: {
        rollOutId: textOf(values, 'rollOutId'),
        title: approach,
        note: `Said in “${found.benchmark.title}”, ${found.round.title}`,
        users: found.users
      },
      explain: takeUpUsers.explain
    });
    if (!answer.ok) return answer.failure;
    const { id, taken, known, notForThem } = answer.value;
    const passedOver = [
      ...(known > 0 ? [`${settings(known)} had said where they stand already`] : []),
      ...(notForThem > 0 ? [`${settings(notForThem)} are not among those it is for`] : [])
    ];
    sayDone(
      event,
      [`${settings(taken)} taken up as using it`, ...passedOver].join('; ').concat('.')
    );
    redirect(303, `/p/${event.params.partnership}/improvement/roll-out/${id}`);
  }
};
