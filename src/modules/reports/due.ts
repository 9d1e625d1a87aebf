import type { CalendarEntry } from '#core/ical';
import { dayAfter } from '#core/written-dates';

/** What is due on which day, from every module that has dates. */

export const dueKinds = [
  'test',
  'value',
  'milestone',
  'reach',
  'roll-out',
  'roll-out-goal',
  'takeaway',
  'aim',
  'aim-milestone',
  'action',
  'decision',
  'consultation',
  'ask',
  'risk',
  'workstream',
  'lesson',
  'arrangement',
  'question',
  'figures',
  'survey',
  'data-item',
  'set-aside',
  'service-ask',
  'round',
  'stage',
  'annual-report'
] as const;
export type DueKind = (typeof dueKinds)[number];

export type Due = {
  readonly kind: DueKind;
  /** Unlike that of any other of its kind. */
  readonly id: string;
  readonly title: string;
  /** What to do, in a sentence. */
  readonly sentence: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly isOwed: boolean;
  /** Whether it is the reader's own: a test that they began, services that they were asked to list. */
  readonly isOwn?: boolean;
  /** Below the address of the partnership. */
  readonly path: string;
};

export const dueKindNames: { readonly [kind in DueKind]: string } = {
  test: 'Test of change',
  value: 'Value of a measure',
  milestone: 'Timetable',
  reach: 'Programme counts',
  'roll-out': 'Word from settings',
  'roll-out-goal': 'Goal of a roll-out',
  takeaway: 'Taken back',
  aim: 'Aim of the plan',
  'aim-milestone': 'Milestone of an aim',
  action: 'Action of the plan',
  decision: 'Conditions of a decision',
  consultation: 'Word to those consulted',
  ask: 'Answer that is wanted',
  risk: 'Risk',
  workstream: 'How far work joins up',
  lesson: 'What was learnt together',
  arrangement: 'How we are governed',
  question: 'Question of need',
  figures: 'Figures of need',
  survey: 'Survey',
  'data-item': 'Register of data',
  'set-aside': 'Set aside',
  'service-ask': 'Services to be listed',
  round: 'Looking at ourselves',
  stage: 'Stage of the work',
  'annual-report': 'Report of the year'
};

const daysAhead = 30;
const mostOfAKind = 4;

/**
 * What the home page shows of it: what is owed, then what falls due in the next 30 days, in each the reader's own first, at most
 * four of a kind so that no kind crowds out another. `more` counts what was left out of these.
 */
export function dueAtHome(
  due: readonly Due[],
  today: string
): { readonly lines: readonly Due[]; readonly more: number } {
  const until = dayAfter(today, daysAhead);
  const soon = due.filter(({ isOwed, on }) => isOwed || on <= until);
  const owedFirst = soon.toSorted(
    (one, other) =>
      Number(other.isOwed) - Number(one.isOwed) ||
      Number(other.isOwn ?? false) - Number(one.isOwn ?? false)
  );
  const shown = new Map<DueKind, number>();
  const lines = owedFirst.filter(({ kind }) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    return count <= mostOfAKind;
  });
  return { lines, more: soon.length - lines.length };
}

/**
 * What is due as entries of a calendar. What is owed stands on `today`, so that it is seen; what lies ahead on its own day.
 * `base` is the address of the partnership.
 */
export function dueEntries(due: readonly Due[], base: string, today: string): CalendarEntry[] {
  return due.map((one) => ({
    uid: `${one.kind}-${one.id}@cairn`,
    on: one.isOwed ? today : one.on,
    title: one.isOwed ? `Owed: ${one.title}` : one.title,
    description: one.sentence,
    address: `${base}${one.path}`,
    category: dueKindNames[one.kind]
  }));
}
