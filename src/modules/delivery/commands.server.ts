import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile, groups } from '#modules/partnerships/server';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import type * as v from 'valibot';
import { dateOrderProblem } from './rules.ts';
import {
  changedActionInput,
  changedAimInput,
  changedPriorityInput,
  newActionInput,
  newAimInput,
  newMeasureInput,
  newPriorityInput,
  oneInput,
  progressInput
} from './schema.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

type Links = {
  factors?: readonly string[];
  outcomes?: readonly string[];
  groups?: readonly (string | null)[];
};
type UnknownLink = { readonly kind: 'unknown-link'; readonly field: string };

/** Refuses factors and outcomes outside the spine, and groups that are not of this partnership. */
async function checkLinks(
  tx: Tx,
  scope: WriteScope,
  links: Links
): Promise<Result<{ factors: FactorId[]; outcomes: OutcomeId[] }, UnknownLink>> {
  const spine = await getSpine(tx);
  const isKnown = (list: readonly { id: string }[], id: string) =>
    list.some((one) => one.id === id);
  const { factors = [], outcomes = [] } = links;
  if (!factors.every((id) => isKnown(spine.factors, id))) return unknownLink('factors');
  if (!outcomes.every((id) => isKnown(spine.outcomes, id))) return unknownLink('outcomes');
  const wanted = (links.groups ?? []).filter((id) => id !== null);
  if (wanted.length > 0) {
    const here = await groups(tx, scope);
    if (!wanted.every((id) => isKnown(here, id))) return unknownLink('groups');
  }
  // Both lists hold only ids of the spine now.
  return ok({ factors: factors as FactorId[], outcomes: outcomes as OutcomeId[] });
}

function unknownLink(field: string): Result<never, UnknownLink> {
  return err({ kind: 'unknown-link', field });
}

/** Adds a heading of the plan. */
export const addPlanPriority = command({
  name: 'delivery.add-priority',
  needs: 'plan:edit',
  input: newPriorityInput,
  example: { title: 'Talk and play', factors: ['play-and-verbal-exchanges'] },
  async run({ scope, input, tx, newId }) {
    const links = await checkLinks(tx, scope, { ...input, groups: [input.groupId] });
    if (!links.ok) return links;
    const id = newId();
    await store.addPlanPriority(tx, scope, id, { ...input, ...links.value });
    return ok({ id });
  }
});

/** Changes a heading of the plan. */
export const changePlanPriority = command({
  name: 'delivery.change-priority',
  needs: 'plan:edit',
  input: changedPriorityInput,
  example: { id: none, title: 'Talk and play', version: 1 },
  async run({ scope, input, tx }) {
    const links = await checkLinks(tx, scope, { ...input, groups: [input.groupId] });
    if (!links.ok) return links;
    const { id, version: expected, ...values } = input;
    const version = await store.savePlanPriority(
      tx,
      scope,
      id,
      { ...values, ...links.value },
      expected
    );
    if (version !== null) return ok({ version });
    const stored = (await store.planPriorities(tx, scope)).find((one) => one.id === id);
    if (stored === undefined) return err(notFound);
    const theirs = {
      title: stored.title,
      statement: stored.statement,
      factors: [...stored.factors],
      outcomes: [...stored.outcomes],
      groupId: stored.groupId ?? ''
    };
    return err(await changedMeanwhile(tx, scope, 'plan_priority', stored, theirs));
  }
});

/** Removes a heading that has no aims. Its history stays. */
export const removePlanPriority = command({
  name: 'delivery.remove-priority',
  needs: 'plan:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const plan = await store.plan(tx, scope);
    if (plan.aims.some((aim) => aim.planPriorityId === input.id))
      return err({ kind: 'has-aims' } as const);
    for (const measure of plan.measures.filter((one) => one.planPriorityId === input.id)) {
      await store.remove(tx, scope, 'planMeasure', measure.id);
    }
    return (await store.remove(tx, scope, 'planPriority', input.id)) ? ok() : err(notFound);
  }
});

/** Adds an aim to a heading of the plan. */
export const addAim = command({
  name: 'delivery.add-aim',
  needs: 'plan:edit',
  input: newAimInput,
  example: { planPriorityId: none, title: 'A story at bedtime in most homes' },
  async run({ scope, input, tx, newId }) {
    const priorities = await store.planPriorities(tx, scope);
    if (!priorities.some((one) => one.id === input.planPriorityId)) return err(notFound);
    const links = await checkLinks(tx, scope, {
      factors: input.factors,
      groups: [input.leadGroupId, ...input.supportedBy]
    });
    if (!links.ok) return links;
    const id = newId();
    await store.addAim(tx, scope, id, { ...input, factors: links.value.factors });
    return ok({ id });
  }
});

/** Changes an aim, or moves it under another heading. */
export const changeAim = command({
  name: 'delivery.change-aim',
  needs: 'plan:edit',
  input: changedAimInput,
  example: {
    id: none,
    planPriorityId: none,
    title: 'A story at bedtime in most homes',
    version: 1
  },
  async run({ scope, input, tx }) {
    const plan = await store.plan(tx, scope);
    const stored = plan.aims.find((one) => one.id === input.id);
    const hasPriority = plan.priorities.some((one) => one.id === input.planPriorityId);
    if (stored === undefined || !hasPriority) return err(notFound);
    const links = await checkLinks(tx, scope, {
      factors: input.factors,
      groups: [input.leadGroupId, ...input.supportedBy]
    });
    if (!links.ok) return links;
    const { id, version: expected, ...values } = input;
    const next = { ...values, factors: links.value.factors };
    const version = await store.saveAim(tx, scope, id, next, expected);
    if (version !== null) return ok({ version });
    const theirs = {
      planPriorityId: stored.planPriorityId,
      title: stored.title,
      detail: stored.detail,
      factors: [...stored.factors],
      dueOn: stored.dueOn ?? '',
      lead: stored.lead,
      leadGroupId: stored.leadGroupId ?? '',
      supportedBy: [...stored.supportedBy],
      links: stored.links
    };
    return err(await changedMeanwhile(tx, scope, 'aim', stored, theirs));
  }
});

/** Removes an aim that has no actions. Its history stays. */
export const removeAim = command({
  name: 'delivery.remove-aim',
  needs: 'plan:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const actions = await store.actions(tx, scope);
    if (actions.some((action) => action.aimId === input.id))
      return err({ kind: 'has-actions' } as const);
    return (await store.remove(tx, scope, 'aim', input.id)) ? ok() : err(notFound);
  }
});

/** Adds an action to an aim. Refuses one that is due before it starts. */
export const addAction = command({
  name: 'delivery.add-action',
  needs: 'plan:edit',
  input: newActionInput,
  example: { aimId: none, title: 'Song bags in every nursery', dueOn: '2027-03-31' },
  async run({ scope, input, tx, newId }) {
    if (!(await store.aims(tx, scope)).some((aim) => aim.id === input.aimId)) return err(notFound);
    const problem = dateOrderProblem(input);
    if (problem !== null) return err(problem);
    const id = newId();
    await store.addAction(tx, scope, id, input);
    return ok({ id });
  }
});

type ActionInput = v.InferOutput<typeof changedActionInput>;

function actionTheirs(stored: Omit<ActionInput, 'id' | 'version'>): ChangedMeanwhile['theirs'] {
  return {
    aimId: stored.aimId,
    title: stored.title,
    lead: stored.lead,
    collaborators: stored.collaborators,
    policyLinks: stored.policyLinks,
    intendedOutcome: stored.intendedOutcome,
    targetGroup: stored.targetGroup,
    evaluation: stored.evaluation,
    resource: stored.resource,
    startsOn: stored.startsOn ?? '',
    dueOn: stored.dueOn ?? '',
    status: stored.status
  };
}

/** Changes an action. Refuses one that is due before it starts. */
export const changeAction = command({
  name: 'delivery.change-action',
  needs: 'plan:edit',
  input: changedActionInput,
  example: { id: none, aimId: none, title: 'Song bags in every nursery', version: 1 },
  async run({ scope, input, tx }) {
    const plan = await store.plan(tx, scope);
    const stored = plan.actions.find((one) => one.id === input.id);
    const hasAim = plan.aims.some((one) => one.id === input.aimId);
    if (stored === undefined || !hasAim) return err(notFound);
    const problem = dateOrderProblem(input);
    if (problem !== null) return err(problem);
    const { id, version: expected, ...values } = input;
    const version = await store.saveAction(tx, scope, id, values, expected);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'action', stored, actionTheirs(stored)));
  }
});

/** Says how an action is getting on. Whoever does the work may say it, not only whoever leads the plan. */
export const reportProgress = command({
  name: 'delivery.report-progress',
  needs: 'plan:report-progress',
  input: progressInput,
  example: { id: none, status: 'under-way', progressNote: 'Two nurseries have begun', version: 1 },
  async run({ scope, input, tx, now }) {
    const { version: expected, ...progress } = input;
    const version = await store.saveProgress(tx, scope, { ...progress, on: dateOf(now) }, expected);
    if (version !== null) return ok({ version });
    const stored = (await store.actions(tx, scope)).find((one) => one.id === input.id);
    if (stored === undefined) return err(notFound);
    const theirs = { status: stored.status, progressNote: stored.progressNote };
    return err(await changedMeanwhile(tx, scope, 'action', stored, theirs));
  }
});

/** Removes an action. Its history stays; usually it is better to say that it stopped, and why. */
export const removeAction = command({
  name: 'delivery.remove-action',
  needs: 'plan:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await store.remove(tx, scope, 'action', input.id)) ? ok() : err(notFound);
  }
});

/** Adds a measure by which a heading of the plan is judged. */
export const addPlanMeasure = command({
  name: 'delivery.add-measure',
  needs: 'plan:edit',
  input: newMeasureInput,
  example: { planPriorityId: none, title: 'Children with a good level of development' },
  async run({ scope, input, tx, newId }) {
    const priorities = await store.planPriorities(tx, scope);
    if (!priorities.some((one) => one.id === input.planPriorityId)) return err(notFound);
    const id = newId();
    await store.addPlanMeasure(tx, scope, { id, ...input });
    return ok({ id });
  }
});
