import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import { actionKind, aimKind, planPriorityKind, progressKind } from './kinds.ts';
import { dateOrderProblem } from './rules.ts';
import { newMeasureInput } from './schema.ts';
import { explainDateOrder } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

/** Headings of the plan. One that has aims stays; its measures go with it. */
export const {
  add: addPlanPriority,
  change: changePlanPriority,
  remove: removePlanPriority,
  blank: blankPlanPriority,
  form: formOfPlanPriority
} = editing(planPriorityKind, {
  example: { title: 'Talk and play', factors: ['play-and-verbal-exchanges'] }
});

/** Aims under the headings. One that has actions stays. */
export const {
  add: addAim,
  change: changeAim,
  remove: removeAim,
  blank: blankAim,
  form: formOfAim
} = editing(aimKind, {
  example: { planPriorityId: none, title: 'A story at bedtime in most homes' }
});

/** Actions of an aim. Refuses one that is due before it starts. */
export const {
  add: addAction,
  change: changeAction,
  remove: removeAction,
  blank: blankAction,
  form: formOfAction
} = editing(actionKind, {
  example: { aimId: none, title: 'Song bags in every nursery', dueOn: '2027-03-31' },
  check({ values }) {
    const problem = dateOrderProblem(values);
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainDateOrder
});

/** Says how an action is getting on. Whoever does the work may say it, not only whoever leads the plan. */
export const reportProgress = command({
  name: 'delivery.report-progress',
  needs: progressKind.permission.change,
  input: changedInput(progressKind),
  example: { id: none, status: 'under-way', progressNote: 'Two nurseries have begun', version: 1 },
  async run({ scope, input, tx, now }) {
    const { id, version, ...told } = input;
    const progress = { ...told, progressOn: dateOf(now) };
    return savedOrChanged({ tx, scope, kind: progressKind, id }, progress, version);
  }
});

/** Adds a measure by which a heading of the plan is judged. */
export const addPlanMeasure = command({
  name: 'delivery.add-measure',
  needs: 'plan:edit',
  input: newMeasureInput,
  example: { planPriorityId: none, title: 'Children with a good level of development' },
  async run({ scope, input, tx, newId }) {
    if ((await store.planPriorities.find(tx, scope, input.planPriorityId)) === null) {
      return err({ kind: 'not-found' } as const);
    }
    const id = newId();
    await store.addMeasure(tx, scope, { ...input, id });
    return ok({ id });
  }
});
