import type { Action, Aim, Milestone, PlanPriority } from './kinds.ts';
import { aimsOnce, daysLate, isOpen, needsAttention, slippageOf, type Planned } from './rules.ts';
import type { PlanStatus } from './types.ts';

/** How the aims, actions and milestones of each group stand on a day, what is worst first. */

/** From what needs the most attention to what needs none. */
export const standings = [
  'held-up',
  'late',
  'not-stated',
  'due-soon',
  'on-time',
  'no-date',
  'done',
  'stopped'
] as const;
export type Standing = (typeof standings)[number];

export const standingNames: Readonly<Record<Standing, string>> = {
  'held-up': 'Held up',
  late: 'Late',
  'not-stated': 'Progress not stated',
  'due-soon': 'Due in 30 days',
  'on-time': 'On time',
  'no-date': 'No date yet',
  done: 'Done',
  stopped: 'Stopped'
};

/**
 * How an aim or an action stands on a day (`YYYY-MM-DD`), in one word. What nobody has stated the progress of is not called late: it may
 * have been done in time.
 */
export function standingOf(one: Pick<Planned, 'status' | 'dueOn'>, today: string): Standing {
  if (one.status === 'done' || one.status === 'stopped') return one.status;
  if (one.status === 'held-up' || one.status === 'not-stated') return one.status;
  switch (slippageOf(one, today)) {
    case 'overdue':
      return 'late';
    case 'due-soon':
      return 'due-soon';
    case 'no-date':
      return 'no-date';
    case 'on-time':
    case 'ended':
      return 'on-time';
  }
}

/** An aim, an action or a milestone as a line of its group's progress. */
export type ProgressLine = {
  readonly kind: 'aim' | 'action' | 'milestone';
  readonly id: string;
  /** The aim itself, or the aim that it belongs to. */
  readonly aimId: string;
  readonly title: string;
  readonly standing: Standing;
  /** Whole days past its date; null when it is not late, or when nobody stated its progress. */
  readonly daysLate: number | null;
  readonly needsAttention: boolean;
  readonly dueOn: string | null;
  /** The day of the last word on it: when progress was reported, or when a milestone was reached. */
  readonly saidOn: string | null;
  readonly lead: string;
  readonly note: string;
};

export type GroupProgress = {
  /** Null for what no group leads. */
  readonly groupId: string | null;
  /** What needs attention first, the latest of those first. */
  readonly lines: readonly ProgressLine[];
  readonly counts: Readonly<Record<Standing, number>>;
  readonly attention: number;
};

type Led = {
  readonly priorities: readonly Pick<PlanPriority, 'id' | 'groupId'>[];
  readonly aims: readonly Aim[];
  readonly actions: readonly Action[];
  readonly milestones: readonly Milestone[];
};

/**
 * The progress of each group: its aims, their actions and the milestones of those that are open. An aim belongs to the group that leads
 * it, or else to the group of its priority; an aim that is entered twice counts once.
 */
export function progressOfGroups(plan: Led, today: string): GroupProgress[] {
  const byGroup = new Map<string | null, ProgressLine[]>();
  for (const aim of aimsOnce(plan.aims)) {
    const priority = plan.priorities.find(({ id }) => id === aim.planPriorityId);
    const groupId = aim.leadGroupId ?? priority?.groupId ?? null;
    const lines = byGroup.get(groupId) ?? [];
    byGroup.set(groupId, lines);
    lines.push(lineOf('aim', aim.id, aim, today));
    for (const action of plan.actions.filter((one) => one.aimId === aim.id)) {
      lines.push(lineOf('action', aim.id, action, today));
    }
    for (const milestone of plan.milestones.filter((one) => one.aimId === aim.id)) {
      if (milestone.doneOn !== null || isOpen(aim))
        lines.push(milestoneLine(milestone, aim, today));
    }
  }
  return [...byGroup].map(([groupId, lines]) => ({
    groupId,
    lines: lines.toSorted(worstFirst),
    counts: countsOf(lines),
    attention: lines.filter((line) => line.needsAttention).length
  }));
}

/**
 * Groups by what needs attention: first those of which the most lines do, then the one with the longest delay, then as they came. The
 * number and not the share decides, for each line is something that somebody has to do.
 */
export function groupsWorstFirst(all: readonly GroupProgress[]): GroupProgress[] {
  return all.toSorted(
    (one, other) => other.attention - one.attention || longestDelay(other) - longestDelay(one)
  );
}

/** The progress of a group that leads nothing. */
export function nothingOf(groupId: string): GroupProgress {
  return { groupId, lines: [], counts: countsOf([]), attention: 0 };
}

const longestDelay = ({ lines }: GroupProgress): number =>
  Math.max(0, ...lines.map((line) => line.daysLate ?? 0));

const endOfTime = '9999-12-31';

function worstFirst(one: ProgressLine, other: ProgressLine): number {
  return (
    Number(other.needsAttention) - Number(one.needsAttention) ||
    standings.indexOf(one.standing) - standings.indexOf(other.standing) ||
    (one.dueOn ?? endOfTime).localeCompare(other.dueOn ?? endOfTime)
  );
}

function lineOf(
  kind: 'aim' | 'action',
  aimId: string,
  one: Aim | Action,
  today: string
): ProgressLine {
  return {
    kind,
    id: one.id,
    aimId,
    title: one.title,
    standing: standingOf(one, today),
    daysLate: one.status === 'not-stated' ? null : daysLate(one, today),
    needsAttention: needsAttention(one, today),
    dueOn: one.dueOn,
    saidOn: one.progressOn,
    lead: one.lead,
    note: one.progressNote
  };
}

function milestoneLine(milestone: Milestone, aim: Aim, today: string): ProgressLine {
  const { id, title, dueOn, doneOn } = milestone;
  const status: PlanStatus =
    doneOn !== null ? 'done' : aim.status === 'not-stated' ? 'not-stated' : 'under-way';
  const one = { status, dueOn };
  return {
    kind: 'milestone',
    id,
    aimId: aim.id,
    title,
    standing: standingOf(one, today),
    daysLate: status === 'not-stated' ? null : daysLate(one, today),
    needsAttention: needsAttention(one, today),
    dueOn,
    saidOn: doneOn,
    lead: aim.lead,
    note: milestone.note
  };
}

function countsOf(lines: readonly ProgressLine[]): Record<Standing, number> {
  const counts: Record<Standing, number> = {
    'held-up': 0,
    late: 0,
    'not-stated': 0,
    'due-soon': 0,
    'on-time': 0,
    'no-date': 0,
    done: 0,
    stopped: 0
  };
  for (const { standing } of lines) counts[standing] += 1;
  return counts;
}
