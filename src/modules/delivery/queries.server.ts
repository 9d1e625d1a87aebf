import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { groups } from '#modules/groups/server';
import { followedIndicators } from '#modules/indicators/server';
import { oneInput } from '#modules/records';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { id } from '#platform/fields';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import type { Action, Aim, Milestone } from './kinds.ts';
import {
  aimsOnce,
  byAttention,
  gapsOf,
  isOpen,
  needsAttention,
  slippageOf,
  workAt
} from './rules.ts';
import * as store from './store.server.ts';
import { supportAnswerKind } from './support-kinds.ts';

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
    return ok({ action, aim, priority, spine: await getSpine(tx), today: dateOf(now) });
  }
});

/** Titles of figures that are followed; what is followed no longer is left out. */
async function figureTitles(
  tx: Tx,
  scope: ReadScope,
  ids: readonly string[]
): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return [];
  return (await followedIndicators(tx, scope))
    .filter(({ id }) => ids.includes(id))
    .map(({ id, plainTitle }) => ({ id, title: plainTitle }));
}

/** The measures and figures that these aims are judged by, with their titles. */
export async function judgedByOf(
  tx: Tx,
  scope: ReadScope,
  aims: readonly Pick<Aim, 'measureIds' | 'indicatorIds'>[]
): Promise<Record<'measures' | 'indicators', readonly { id: string; title: string }[]>> {
  return {
    measures: await store.measureTitles(
      tx,
      scope,
      aims.flatMap(({ measureIds }) => measureIds)
    ),
    indicators: await figureTitles(
      tx,
      scope,
      aims.flatMap(({ indicatorIds }) => indicatorIds)
    )
  };
}

/** Every measure and figure that an aim of the plan is judged by, with its title. */
export const viewJudgedBy = query({
  name: 'delivery.view-judged-by',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { measures, indicators } = await judgedByOf(tx, scope, await store.aims.list(tx, scope));
    return ok([...measures, ...indicators]);
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
    const all = await store.aims.list(tx, scope);
    return ok({
      aim: aimsOnce(all).find(({ id }) => id === aim.id) ?? aim,
      priority,
      /** The aim that this entry repeats, and the entries that repeat this aim, with the headings they stand under. */
      sameAs: aimsOnce(all).find(({ id }) => id === aim.sameAs) ?? null,
      repeatedBy: all.filter(({ sameAs }) => sameAs === aim.id),
      /** Aims of other groups that it serves; those that are no longer there are left out. */
      linked: all.filter(({ id }) => aim.linkedAims.includes(id)),
      /** What it is judged by; what is no longer there is left out. */
      measures: await store.measureTitles(tx, scope, aim.measureIds),
      indicators: await figureTitles(tx, scope, aim.indicatorIds),
      priorities: await store.planPriorities.list(tx, scope),
      actions: await store.actions.list(tx, scope, { aimId: aim.id }),
      milestones: await store.milestones.list(tx, scope, { aimId: aim.sameAs ?? aim.id }),
      groups: await groups.list(tx, scope),
      /** What supporting groups give to the aim, and what they answered. */
      supports: await store.supports.list(tx, scope, { aimId: aim.sameAs ?? aim.id }),
      spine: await getSpine(tx),
      today: dateOf(now)
    });
  }
});

/** What a group is asked to give to an aim, for whoever writes down its answer. */
export const viewSupport = query({
  name: 'delivery.view-support',
  needs: supportAnswerKind.permission.change,
  input: v.object({ ...oneInput.entries, aimId: id<string>() }),
  example: { id: none, aimId: none },
  async run({ scope, input, tx }) {
    const record = await store.supports.find(tx, scope, input.id);
    const aim = record && (await store.aims.find(tx, scope, record.aimId));
    if (record === null || aim?.id !== input.aimId) return err(notFound);
    const named = await groups.list(tx, scope);
    const nameOf = (group: string | null) => named.find((one) => one.id === group)?.name ?? null;
    return ok({
      record,
      aim,
      leader: nameOf(aim.leadGroupId),
      supporter: nameOf(record.groupId)
    });
  }
});

type OfFactor = Pick<Action, 'id' | 'title' | 'status'> & {
  readonly due: string | null;
  readonly lead: string | null;
};

/** For the thread: the aims that name each factor, and the actions that name it or whose aim does. */
export async function workByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, { aims: OfFactor[]; actions: OfFactor[] }>> {
  const plan = await store.plan(tx, scope);
  const named = new Set([...plan.aims, ...plan.actions].flatMap((one) => one.factors));
  const names = new Map((await groups.list(tx, scope)).map((one) => [one.id, one.name]));
  const leadOf = (one: Aim | Action) => {
    const group = 'leadGroupId' in one ? names.get(one.leadGroupId ?? '') : undefined;
    return one.lead === '' ? (group ?? null) : one.lead;
  };
  const short = (one: Aim | Action): OfFactor => ({
    id: one.id,
    title: one.title,
    status: one.status,
    due: one.dueOn,
    lead: leadOf(one)
  });
  return new Map(
    [...named].map((factor) => {
      const { aims, actions } = workAt(plan, factor);
      return [factor, { aims: aims.map(short), actions: actions.map(short) }] as const;
    })
  );
}

/** An open aim or action with a date, or one that is held up, with how it stands to its date. */
export type DueInPlan = (Aim | Action) & {
  readonly kind: 'aim' | 'action';
  readonly slippage: ReturnType<typeof slippageOf>;
  readonly isOwed: boolean;
};

/** For home, the list of what is due, calendar and letter: open aims and actions that are held up or have a date. */
export async function dueInPlan(tx: Tx, scope: ReadScope, now: Date): Promise<DueInPlan[]> {
  const today = dateOf(now);
  const { aims, actions } = await store.plan(tx, scope);
  const all = [
    ...aimsOnce(aims).map((aim) => ({ ...aim, kind: 'aim' as const })),
    ...actions.map((action) => ({ ...action, kind: 'action' as const }))
  ];
  return byAttention(all, today)
    .map((one) => ({
      ...one,
      slippage: slippageOf(one, today),
      isOwed: needsAttention(one, today)
    }))
    .filter((one) => one.isOwed || one.dueOn !== null);
}

/** For home, the list of what is due, calendar and letter: milestones not reached yet, of aims that are open. */
export async function dueMilestones(
  tx: Tx,
  scope: ReadScope
): Promise<(Milestone & { readonly aimTitle: string; readonly lead: string })[]> {
  const open = new Map(
    (await store.aims.list(tx, scope)).filter(isOpen).map((aim) => [aim.id, aim])
  );
  return (await store.milestones.list(tx, scope)).flatMap((milestone) => {
    const aim = open.get(milestone.aimId);
    if (aim === undefined || milestone.doneOn !== null) return [];
    return [{ ...milestone, aimTitle: aim.title, lead: aim.lead }];
  });
}

/** For reports of groups and of the year: every milestone, the earliest first. */
export async function milestonesOf(tx: Tx, scope: ReadScope): Promise<Milestone[]> {
  return store.milestones.list(tx, scope);
}

/** For the strategy and the public page: the plan as it stands. */
export { plan as planOf } from './store.server.ts';
