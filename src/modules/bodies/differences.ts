import { sayDate } from '#core/written-dates';
import type { PlanOutline } from '#modules/delivery';

/** One thing that differs between two versions of a plan. */
export type Difference = {
  readonly what: 'priority' | 'aim' | 'action';
  readonly title: string;
  readonly change:
    'added' | 'removed' | 'moved' | 'reworded' | 're-dated' | 'led by others' | 'changed';
  /** What stood before and what stands now, in words; empty where it says nothing more. */
  readonly before: string;
  readonly after: string;
};

type Part = { readonly id: string; readonly title: string };

/** What came, what went, and what differs of each that is in both. Records are told by their identifiers, not by their words. */
function compare<One extends Part>(
  what: Difference['what'],
  before: readonly One[],
  after: readonly One[],
  differ: (was: One, is: One) => Omit<Difference, 'what' | 'title'>[]
): Difference[] {
  const added = after.filter((is) => !before.some((was) => was.id === is.id));
  const removed = before.filter((was) => !after.some((is) => is.id === was.id));
  const both = after.flatMap((is) => {
    const was = before.find(({ id }) => id === is.id);
    return was === undefined
      ? []
      : differ(was, is).map((one) => ({ what, title: is.title, ...one }));
  });
  const alone = (change: 'added' | 'removed') => (one: One) => ({
    what,
    title: one.title,
    change,
    before: '',
    after: ''
  });
  return [...added.map(alone('added')), ...removed.map(alone('removed')), ...both];
}

const changed = (change: Difference['change'], before: string, after: string) =>
  before === after ? [] : [{ change, before, after }];

const dated = (day: string | null): string => (day === null ? 'No date' : sayDate(day));
const byWhen = (aim: PlanOutline['aims'][number]): string =>
  aim.dueAsWritten === '' ? dated(aim.dueOn) : aim.dueAsWritten;
const led = (one: { readonly group?: string; readonly lead: string }): string =>
  [one.group ?? '', one.lead].filter((part) => part !== '').join(': ') || 'Nobody named';
const listed = (all: readonly string[]): string => all.join('; ') || 'None';

/** What changed from one version of the plan to another: what was added, removed, moved, reworded, given another date or other leads. */
export function differencesOf(before: PlanOutline, after: PlanOutline): Difference[] {
  const priorityOf = (outline: PlanOutline, id: string) =>
    outline.priorities.find((one) => one.id === id)?.title ?? '';
  const aimOf = (outline: PlanOutline, id: string) =>
    outline.aims.find((one) => one.id === id)?.title ?? '';
  return [
    ...compare('priority', before.priorities, after.priorities, (was, is) => [
      ...changed('reworded', was.title, is.title),
      ...changed('reworded', was.statement, is.statement),
      ...changed('led by others', was.group || 'No group', is.group || 'No group'),
      ...changed('changed', `Measures: ${listed(was.measures)}`, `Measures: ${listed(is.measures)}`)
    ]),
    ...compare('aim', before.aims, after.aims, (was, is) => [
      ...(was.priorityId === is.priorityId
        ? []
        : [
            {
              change: 'moved' as const,
              before: priorityOf(before, was.priorityId),
              after: priorityOf(after, is.priorityId)
            }
          ]),
      ...changed('reworded', was.title, is.title),
      ...changed('reworded', was.detail, is.detail),
      ...changed('re-dated', byWhen(was), byWhen(is)),
      ...changed('led by others', led(was), led(is)),
      ...changed(
        'changed',
        `Supported by: ${listed(was.supportedBy)}`,
        `Supported by: ${listed(is.supportedBy)}`
      ),
      ...changed(
        'changed',
        `For: ${was.targetGroup || 'not said'}`,
        `For: ${is.targetGroup || 'not said'}`
      ),
      ...changed(
        'changed',
        `Evaluated by: ${was.evaluation || 'not said'}`,
        `Evaluated by: ${is.evaluation || 'not said'}`
      )
    ]),
    ...compare('action', before.actions, after.actions, (was, is) => [
      ...(was.aimId === is.aimId
        ? []
        : [
            {
              change: 'moved' as const,
              before: aimOf(before, was.aimId),
              after: aimOf(after, is.aimId)
            }
          ]),
      ...changed('reworded', was.title, is.title),
      ...changed('re-dated', dated(was.dueOn), dated(is.dueOn)),
      ...changed('led by others', led(was), led(is)),
      ...changed(
        'changed',
        `Resource: ${was.resource || 'not named'}`,
        `Resource: ${is.resource || 'not named'}`
      )
    ])
  ];
}

/** A sentence that counts the differences: “3 added, 1 removed, 2 re-dated.” */
export function differencesSentence(all: readonly Difference[]): string {
  if (all.length === 0) return 'The two say the same.';
  const kinds = [
    'added',
    'removed',
    'moved',
    'reworded',
    're-dated',
    'led by others',
    'changed'
  ] as const;
  const counts = kinds.flatMap((kind) => {
    const count = all.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [`${count} ${kind === 'changed' ? 'changed otherwise' : kind}`];
  });
  return `${counts.join(', ')}.`;
}
