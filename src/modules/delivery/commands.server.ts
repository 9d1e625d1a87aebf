import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { changedInput } from '#modules/records';
import { editing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { holdKind } from '#platform/saving';
import {
  actionKind,
  aimKind,
  aimProgressKind,
  milestoneKind,
  planPriorityKind,
  progressKind
} from './kinds.ts';
import {
  actionProblem,
  aimsOnce,
  dateOrderProblem,
  joinProblem,
  milestoneOutside,
  milestoneProblem
} from './rules.ts';
import { newMeasureInput } from './schema.ts';
import { explainAction, explainAim, explainMilestone, explainSupport } from './sentences.ts';
import * as store from './store.server.ts';
import { supportAnswerKind, supportKind } from './support-kinds.ts';
import { answerProblem, isAnswered, supportProblem, unanswered } from './support.ts';

/** What is held while an aim, its milestones and its actions are made to fit each other: which aim repeats which, and their days. */
const entriesOfThePlan = 'entries of the plan';
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

/** The place after the last: a record whose place nobody says comes at the end, and moves no other. */
const afterThe = (others: readonly { readonly position: number }[]): number =>
  1 + Math.max(-1, ...others.map(({ position }) => position));

/**
 * Aims under the headings, the newest last. One that has actions stays, and one that another entry repeats. Refuses dates that leave out
 * one of its milestones.
 */
export const {
  add: addAim,
  change: changeAim,
  remove: removeAim,
  blank: blankAim,
  form: formOfAim
} = editing(aimKind, {
  example: { planPriorityId: none, title: 'A story at bedtime in most homes' },
  async check({ tx, scope, values, stored }) {
    await holdKind(tx, scope, entriesOfThePlan);
    const plan = await store.plan(tx, scope);
    const milestones =
      stored === null ? [] : await store.milestones.list(tx, scope, { aimId: stored.id });
    const problem =
      dateOrderProblem(values) ??
      joinProblem({ id: stored?.id ?? null, sameAs: values.sameAs }, { ...plan, milestones }) ??
      milestoneOutside(values, milestones);
    if (problem !== null) return err(problem);
    if (stored !== null || values.position !== undefined) return ok(values);
    const own = plan.aims.filter((aim) => aim.planPriorityId === values.planPriorityId);
    return ok({ ...values, position: afterThe(own) });
  },
  explain: explainAim
});

/** Milestones of an aim. Refuses one that lies after its aim is due, or before work on it begins. */
export const {
  add: addMilestone,
  change: changeMilestone,
  remove: removeMilestone,
  blank: blankMilestone,
  form: formOfMilestone
} = editing(milestoneKind, {
  example: { aimId: none, title: 'The draft is with the board', dueOn: '2026-12-18' },
  async check({ tx, scope, values, now }) {
    await holdKind(tx, scope, entriesOfThePlan);
    const aim = await store.aims.find(tx, scope, values.aimId);
    const problem = aim === null ? null : milestoneProblem(values, aim, dateOf(now));
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainMilestone
});

/** Actions of an aim, the newest last. Refuses one that is due before it starts, and one of an entry that repeats another aim. */
export const {
  add: addAction,
  change: changeAction,
  remove: removeAction,
  blank: blankAction,
  form: formOfAction
} = editing(actionKind, {
  example: { aimId: none, title: 'Song bags in every nursery', dueOn: '2027-03-31' },
  async check({ tx, scope, values, stored }) {
    await holdKind(tx, scope, entriesOfThePlan);
    const aim = await store.aims.find(tx, scope, values.aimId);
    const problem = dateOrderProblem(values) ?? actionProblem(aim);
    if (problem !== null) return err(problem);
    if (stored !== null || values.position !== undefined) return ok(values);
    const own = await store.actions.list(tx, scope, { aimId: values.aimId });
    return ok({ ...values, position: afterThe(own) });
  },
  explain: explainAction
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

/** Says how an aim is getting on, as of an action. */
export const reportAimProgress = command({
  name: 'delivery.report-aim-progress',
  needs: aimProgressKind.permission.change,
  input: changedInput(aimProgressKind),
  example: { id: none, status: 'done', progressNote: 'Seven homes in ten', version: 1 },
  async run({ scope, input, tx, now }) {
    const { id, version, ...told } = input;
    const progress = { ...told, progressOn: dateOf(now) };
    return savedOrChanged({ tx, scope, kind: aimProgressKind, id }, progress, version);
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

/** What a supporting group gives to an aim. Other words ask it anew: its answer was to the words before. */
export const {
  add: addSupport,
  change: changeSupport,
  remove: removeSupport,
  blank: blankSupport,
  form: formOfSupport
} = editing(supportKind, {
  example: { aimId: none, groupId: none, what: 'Health visitors hand out the song bags' },
  async check({ tx, scope, values, stored }) {
    const aim = await store.aims.find(tx, scope, values.aimId);
    const whole = aim && aimsOnce(await store.aims.list(tx, scope)).find(({ id }) => id === aim.id);
    const problem = whole ? supportProblem(values, whole) : null;
    if (problem !== null) return err(problem);
    if (values.answer !== undefined) {
      return ok(isAnswered(values) ? values : { ...values, ...unanswered });
    }
    const isAskedAnew =
      stored !== null && (stored.what !== values.what || stored.groupId !== values.groupId);
    return ok(isAskedAnew ? { ...values, ...unanswered } : values);
  },
  explain: explainSupport
});

/** Writes down what a supporting group answers. Whoever does the work may, not only whoever leads the plan. */
export const answerSupport = saying(
  command({
    name: 'delivery.answer-support',
    needs: supportAnswerKind.permission.change,
    input: changedInput(supportAnswerKind),
    example: {
      id: none,
      answer: 'accepted',
      answeredOn: '2026-02-02',
      answeredBy: 'Chair of the group',
      version: 1
    },
    async run({ scope, input, tx, now }) {
      const { id, version, ...answer } = input;
      const support = await store.supports.find(tx, scope, id);
      if (support === null) return err({ kind: 'not-found' } as const);
      const problem = answerProblem(answer, { askedOn: support.askedOn, today: dateOf(now) });
      if (problem !== null) return err(problem);
      return savedOrChanged({ tx, scope, kind: supportAnswerKind, id }, answer, version);
    }
  }),
  { done: supportAnswerKind.words.changed, explain: explainSupport }
);
