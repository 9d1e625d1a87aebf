import type { FactorId } from '#modules/vocabulary';
import type { Action, Aim, Milestone } from './kinds.ts';
import type { Plan, PlanStatus } from './types.ts';

/** What stands in the plan with a status and perhaps a day: an aim or an action. */
export type Planned = Pick<Aim, 'title' | 'status' | 'dueOn'>;

/** Statuses in which nothing more is owed. */
const ended: readonly PlanStatus[] = ['done', 'stopped'];

/** Whether an aim or an action still asks for work. */
export function isOpen(one: Pick<Planned, 'status'>): boolean {
  return !ended.includes(one.status);
}

/** How an open aim or action stands to its date. */
export type Slippage = 'overdue' | 'due-soon' | 'on-time' | 'no-date' | 'ended';

/** Days within which what is open counts as due soon. */
export const soonDays = 30;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * Whole days from `today` to `date`; negative when it has passed. Both are calendar dates, `2026-11-21`.
 * @example
 * daysUntil('2026-12-01', '2026-11-21') // 10
 */
export function daysUntil(date: string, today: string): number {
  return Math.round(dayNumber(date) - dayNumber(today));
}

/**
 * How an aim or an action stands to its date on a day. One due today is due soon, not overdue. One whose progress nobody states is
 * overdue once its date has passed: somebody is to say what came of it.
 */
export function slippageOf(one: Pick<Planned, 'status' | 'dueOn'>, today: string): Slippage {
  if (!isOpen(one)) return 'ended';
  if (one.dueOn === null) return 'no-date';
  const days = daysUntil(one.dueOn, today);
  if (days < 0) return 'overdue';
  return days <= soonDays ? 'due-soon' : 'on-time';
}

/** Whole days by which an open aim or action is past its date; null when it is not. */
export function daysLate(one: Pick<Planned, 'status' | 'dueOn'>, today: string): number | null {
  if (one.dueOn === null || slippageOf(one, today) !== 'overdue') return null;
  return -daysUntil(one.dueOn, today);
}

/** Whether somebody has to act now: it is open, and held up or past its date. Being open alone is no reason. */
export function needsAttention(one: Pick<Planned, 'status' | 'dueOn'>, today: string): boolean {
  return one.status === 'held-up' || slippageOf(one, today) === 'overdue';
}

/** What a plan lacks that it will be asked for: open actions without a date, a lead or a named resource. */
export function gapsOf(actions: readonly Action[]): {
  date: number;
  lead: number;
  resource: number;
} {
  const open = actions.filter(isOpen);
  return {
    date: open.filter((action) => action.dueOn === null).length,
    lead: open.filter((action) => action.lead === '').length,
    resource: open.filter((action) => action.resource === '').length
  };
}

/** What is open with what needs attention first: held up, overdue, soon due, then by date; without a date last. */
export function byAttention<One extends Planned>(all: readonly One[], today: string): One[] {
  const rank = (one: One): number =>
    one.status === 'held-up'
      ? 0
      : { overdue: 1, 'due-soon': 2, 'on-time': 3, 'no-date': 4, ended: 5 }[slippageOf(one, today)];
  const endOfTime = '9999-12-31';
  return all
    .filter(isOpen)
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        (one.dueOn ?? endOfTime).localeCompare(other.dueOn ?? endOfTime) ||
        one.title.localeCompare(other.title)
    );
}

/** The factors an action stands at: those it names and those its aim names. What a heading is about ties nothing. */
export function factorsOfAction(
  action: Pick<Action, 'factors'>,
  aim: Pick<Aim, 'factors'> | undefined
): FactorId[] {
  return [...new Set([...action.factors, ...(aim?.factors ?? [])])];
}

/** What of a plan works on one factor. */
export type WorkAtFactor = { readonly aims: readonly Aim[]; readonly actions: readonly Action[] };

/** The aims that name a factor, each once, and the actions that stand at it, in the order of the plan. */
export function workAt(plan: Pick<Plan, 'aims' | 'actions'>, factor: FactorId): WorkAtFactor {
  const aims = aimsOnce(plan.aims);
  return {
    aims: aims.filter((aim) => aim.factors.includes(factor)),
    actions: plan.actions.filter((action) =>
      factorsOfAction(
        action,
        aims.find(({ id }) => id === action.aimId)
      ).includes(factor)
    )
  };
}

/**
 * The aims that a heading shares: they stand under a heading of another group, and this one's group leads or supports them. One that an
 * entry under the heading repeats stands there already.
 */
export function sharedWith<
  One extends Pick<Aim, 'id' | 'sameAs' | 'planPriorityId' | 'leadGroupId' | 'supportedBy'>
>(
  heading: Heading,
  { aims, priorities }: { aims: readonly One[]; priorities: readonly Heading[] }
): One[] {
  const { groupId } = heading;
  if (groupId === null) return [];
  const own = priorities.filter((one) => one.groupId === groupId).map(({ id }) => id);
  return aims.filter(
    (aim) =>
      aim.sameAs === null &&
      !own.includes(aim.planPriorityId) &&
      (aim.leadGroupId === groupId || aim.supportedBy.includes(groupId)) &&
      !aims.some((one) => one.sameAs === aim.id && one.planPriorityId === heading.id)
  );
}

type Heading = { readonly id: string; readonly groupId: string | null };

export type DateOrder = { readonly kind: 'ends-before-it-starts' };

/** Refuses an action that is due before it starts. A date that is not given is no problem. */
export function dateOrderProblem(dates: {
  startsOn: string | null;
  dueOn: string | null;
}): DateOrder | null {
  const { startsOn, dueOn } = dates;
  return startsOn !== null && dueOn !== null && dueOn < startsOn
    ? { kind: 'ends-before-it-starts' }
    : null;
}

/** Why a milestone does not fit its aim. `on` is the day of the aim that it would break. */
export type KeptElsewhere = { readonly kind: 'kept-elsewhere' };

/** Refuses an action of an entry that repeats another aim: it belongs to that one, and would be seen nowhere. */
export function actionProblem(aim: Pick<Aim, 'sameAs'> | null): KeptElsewhere | null {
  return aim !== null && aim.sameAs !== null ? { kind: 'kept-elsewhere' } : null;
}

export type MilestoneProblem =
  | { readonly kind: 'after-its-aim'; readonly on: string }
  | { readonly kind: 'before-its-aim'; readonly on: string }
  | { readonly kind: 'reached-ahead' }
  | KeptElsewhere;

/**
 * Why a milestone may not stand as it is, or null. It lies between the day on which work on its aim begins and the day by which the
 * aim is due, both included; a day that the aim does not name sets no bound. It is reached today or earlier.
 */
export function milestoneProblem(
  milestone: Pick<Milestone, 'dueOn' | 'doneOn'>,
  aim: Pick<Aim, 'startsOn' | 'dueOn' | 'sameAs'>,
  today: string
): MilestoneProblem | null {
  if (aim.sameAs !== null) return { kind: 'kept-elsewhere' };
  if (aim.dueOn !== null && milestone.dueOn > aim.dueOn) {
    return { kind: 'after-its-aim', on: aim.dueOn };
  }
  if (aim.startsOn !== null && milestone.dueOn < aim.startsOn) {
    return { kind: 'before-its-aim', on: aim.startsOn };
  }
  return milestone.doneOn !== null && milestone.doneOn > today ? { kind: 'reached-ahead' } : null;
}

/** A milestone that would lie outside the new dates of its aim, and the date that leaves it out. */
export type MilestoneOutside = {
  readonly kind: 'milestone-outside';
  readonly field: 'startsOn' | 'dueOn';
  readonly title: string;
  readonly on: string;
};

/** The first of an aim's milestones that lies outside its dates, or null. */
export function milestoneOutside(
  { startsOn, dueOn }: Pick<Aim, 'startsOn' | 'dueOn'>,
  milestones: readonly Pick<Milestone, 'title' | 'dueOn'>[]
): MilestoneOutside | null {
  for (const { title, dueOn: on } of milestones) {
    if (dueOn !== null && on > dueOn)
      return { kind: 'milestone-outside', field: 'dueOn', title, on };
    if (startsOn !== null && on < startsOn) {
      return { kind: 'milestone-outside', field: 'startsOn', title, on };
    }
  }
  return null;
}

/** Why an aim cannot say that it is the same as another one. */
export type JoinProblem =
  | { readonly kind: 'same-as-itself' }
  | { readonly kind: 'same-as-an-entry' }
  | { readonly kind: 'others-are-the-same' }
  | { readonly kind: 'has-actions-of-its-own' }
  | { readonly kind: 'has-milestones-of-its-own' };

/**
 * Whether an aim may say which aim it repeats. One aim carries status, progress, milestones and actions; what repeats it points straight to it.
 * Refuses: an aim that repeats itself, or one that repeats another; an aim that others repeat; one with actions or milestones of its own.
 * `id` is null for an aim that is not added yet.
 */
export function joinProblem(
  { id, sameAs }: { readonly id: string | null; readonly sameAs: string | null },
  plan: {
    readonly aims: readonly Pick<Aim, 'id' | 'sameAs'>[];
    readonly actions: readonly Pick<Action, 'aimId'>[];
    readonly milestones: readonly Pick<Milestone, 'aimId'>[];
  }
): JoinProblem | null {
  if (sameAs === null) return null;
  if (sameAs === id) return { kind: 'same-as-itself' };
  if (plan.aims.some((aim) => aim.id === sameAs && aim.sameAs !== null)) {
    return { kind: 'same-as-an-entry' };
  }
  if (id === null) return null;
  if (plan.aims.some((aim) => aim.sameAs === id)) return { kind: 'others-are-the-same' };
  const isOfIt = ({ aimId }: { readonly aimId: string }) => aimId === id;
  if (plan.actions.some(isOfIt)) return { kind: 'has-actions-of-its-own' };
  return plan.milestones.some(isOfIt) ? { kind: 'has-milestones-of-its-own' } : null;
}

/**
 * Each aim once: entries that repeat another are left out, and what they name (factors, groups that support) counts for that one.
 * The group that leads is the one the aim itself says.
 */
export function aimsOnce<
  One extends Pick<Aim, 'id' | 'sameAs' | 'factors' | 'supportedBy' | 'leadGroupId'>
>(aims: readonly One[]): One[] {
  return aims
    .filter((aim) => aim.sameAs === null)
    .map((aim) => {
      const entries = aims.filter((one) => one.sameAs === aim.id);
      if (entries.length === 0) return aim;
      const all = [aim, ...entries];
      const supportedBy = [...new Set(all.flatMap((one) => one.supportedBy))];
      return {
        ...aim,
        factors: [...new Set(all.flatMap((one) => one.factors))],
        supportedBy: supportedBy.filter((group) => group !== aim.leadGroupId)
      };
    });
}
