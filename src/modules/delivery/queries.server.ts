import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { groups } from '#modules/partnerships/server';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { byAttention, gapsOf, slippageOf } from './rules.ts';
import { oneInput } from './schema.ts';
import * as store from './store.server.ts';
import type { Action, ActionStatus } from './types.ts';

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
      groups: await groups(tx, scope),
      spine: await getSpine(tx)
    });
  }
});

/** One action with the aim and heading it belongs to. */
export const viewAction = query({
  name: 'delivery.view-action',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx, now }) {
    const plan = await store.plan(tx, scope);
    const action = plan.actions.find((one) => one.id === input.id);
    const aim = plan.aims.find((one) => one.id === action?.aimId);
    const priority = plan.priorities.find((one) => one.id === aim?.planPriorityId);
    if (action === undefined || aim === undefined || priority === undefined) {
      return err({ kind: 'not-found' } as const);
    }
    return ok({ action, aim, priority, aims: plan.aims, today: dateOf(now) });
  }
});

/** One aim with its actions, seen from the group that leads it and from those that support it. */
export const viewAim = query({
  name: 'delivery.view-aim',
  needs: 'records:read',
  input: oneInput,
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx, now }) {
    const plan = await store.plan(tx, scope);
    const aim = plan.aims.find((one) => one.id === input.id);
    const priority = plan.priorities.find((one) => one.id === aim?.planPriorityId);
    if (aim === undefined || priority === undefined) return err({ kind: 'not-found' } as const);
    return ok({
      aim,
      priority,
      actions: plan.actions.filter((one) => one.aimId === aim.id),
      priorities: plan.priorities,
      groups: await groups(tx, scope),
      spine: await getSpine(tx),
      today: dateOf(now)
    });
  }
});

/** For the thread: the actions that work on each factor, through their aim or its heading. */
export async function actionsByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<
  Map<
    FactorId,
    { id: string; title: string; status: ActionStatus; due: string | null; lead: string | null }[]
  >
> {
  const plan = await store.plan(tx, scope);
  const byFactor = new Map<
    FactorId,
    { id: string; title: string; status: ActionStatus; due: string | null; lead: string | null }[]
  >();
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
  return byAttention(await store.actions(tx, scope), today)
    .map((action) => ({ ...action, slippage: slippageOf(action, today) }))
    .filter(
      (action) => action.status === 'held-up' || ['overdue', 'due-soon'].includes(action.slippage)
    )
    .slice(0, most);
}

/** For the strategy and the public page: the plan as it stands. */
export { plan as planOf } from './store.server.ts';
