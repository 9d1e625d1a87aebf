import type { Action } from './kinds.ts';
import type { ActionStatus } from './types.ts';

/** Statuses in which nothing more is owed. */
const ended: readonly ActionStatus[] = ['done', 'stopped'];

/** Whether an action still asks for work. */
export function isOpen(action: Pick<Action, 'status'>): boolean {
  return !ended.includes(action.status);
}

/** How an open action stands to its date. */
export type Slippage = 'overdue' | 'due-soon' | 'on-time' | 'no-date' | 'ended';

/** Days within which an open action counts as due soon. */
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
 * How an action stands to its date on a day.
 * An action due today is due soon, not overdue. One whose progress nobody states has no slippage to speak of, only its date.
 */
export function slippageOf(action: Pick<Action, 'status' | 'dueOn'>, today: string): Slippage {
  if (!isOpen(action)) return 'ended';
  if (action.dueOn === null) return 'no-date';
  const days = daysUntil(action.dueOn, today);
  if (days < 0) return 'overdue';
  return days <= soonDays ? 'due-soon' : 'on-time';
}

/** What a plan lacks that it will be asked for: actions without a date, a lead or a named resource. */
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

/** Open actions with what needs attention first: held up, overdue, soon due, then by date; without a date last. */
export function byAttention(actions: readonly Action[], today: string): Action[] {
  const rank = (action: Action): number => {
    const slippage = slippageOf(action, today);
    if (action.status === 'held-up') return 0;
    return { overdue: 1, 'due-soon': 2, 'on-time': 3, 'no-date': 4, ended: 5 }[slippage];
  };
  const endOfTime = '9999-12-31';
  return actions
    .filter(isOpen)
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        (one.dueOn ?? endOfTime).localeCompare(other.dueOn ?? endOfTime) ||
        one.title.localeCompare(other.title)
    );
}

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
