import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { groups } from '#modules/groups/server';
import { oneInput } from '#modules/records';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import type { Action } from './kinds.ts';
import { byAttention, gapsOf, slippageOf } from './rules.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The whole plan, with the groups that lead it and what it lacks. */
export const viewPlan = query({
  name: 'delivery.view-plan',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const plan = await store.plan(tx, scope);
    return ok({
      ...plan,
      today: dateOf(now),
      gaps: gapsOf(plan.actions),
      groups: await groups.list(tx, scope),
      spine: await getSpine(tx)
    });
  }
});

/** One action with the aim and heading it belongs to. */
export const viewAction = query({
  name: 'delivery.view-action',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const action = await store.actions.find(tx, scope, input.id);
    const aim = action && (await store.aims.find(tx, scope, action.aimId));
    const priority = aim && (await store.planPriorities.find(tx, scope, aim.planPriorityId));
    if (action === null || aim === null || priority === null) return err(notFound);
    return ok({ action, aim, priority, today: dateOf(now) });
  }
});

/** One aim with its actions, seen from the group that leads it and from those that support it. */
export const viewAim = query({
  name: 'delivery.view-aim',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const aim = await store.aims.find(tx, scope, input.id);
    const priority = aim && (await store.planPriorities.find(tx, scope, aim.planPriorityId));
    if (aim === null || priority === null) return err(notFound);
    return ok({
      aim,
      priority,
      actions: await store.actions.list(tx, scope, { aimId: aim.id }),
      groups: await groups.list(tx, scope),
      spine: await getSpine(tx),
      today: dateOf(now)
    });
  }
});

type ActionOfFactor = Pick<Action, 'id' | 'title' | 'status'> & {
  readonly due: string | null;
  readonly lead: string | null;
};

/** For the thread: the actions that work on each factor, through their aim or its heading. */
export async function actionsByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, ActionOfFactor[]>> {
  const plan = await store.plan(tx, scope);
  const byFactor = new Map<FactorId, ActionOfFactor[]>();
  for (const action of plan.actions) {
    const aim = plan.aims.find((one) => one.id === action.aimId);
    const heading = plan.priorities.find((one) => one.id === aim?.planPriorityId);
    for (const factor of new Set([...(aim?.factors ?? []), ...(heading?.factors ?? [])])) {
      const list = byFactor.get(factor) ?? [];
      list.push({
        id: action.id,
        title: action.title,
        status: action.status,
        due: action.dueOn,
        lead: action.lead === '' ? null : action.lead
      });
      byFactor.set(factor, list);
    }
  }
  return byFactor;
}

/** For the home page: open actions that need attention first, at most `most`. */
export async function owedActions(
  tx: Tx,
  scope: ReadScope,
  now: Date,
  most = 6
): Promise<(Action & { slippage: ReturnType<typeof slippageOf> })[]> {
  const today = dateOf(now);
  return byAttention(await store.actions.list(tx, scope), today)
    .map((action) => ({ ...action, slippage: slippageOf(action, today) }))
    .filter(
      (action) => action.status === 'held-up' || ['overdue', 'due-soon'].includes(action.slippage)
    )
    .slice(0, most);
}

/** For the strategy and the public page: the plan as it stands. */
export { plan as planOf } from './store.server.ts';
