import { readDate, sayDate } from '#core/written-dates';
import type { WorkingGroup } from './kinds.ts';

/** How somebody takes part who is more than a member, or less. */
export const waysToTakePart = ['chair', 'lead', 'in attendance', 'may attend'] as const;

/**
 * A seat in a group: a role of an organisation, never a named person. `people` where more than one sit there; `takesPart` where it is
 * no plain member's; `from` and `until` where it is held for a time.
 */
export type GroupMember = {
  readonly role: string;
  readonly organisation: string;
  readonly people?: number | undefined;
  readonly takesPart?: (typeof waysToTakePart)[number] | undefined;
  /** The first and the last day on which the seat is held, where they are known. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

export const groupKinds = [
  'oversight',
  'leadership',
  'priority',
  'reform',
  'support',
  'other'
] as const;

export const groupKindNames: Readonly<Record<(typeof groupKinds)[number], string>> = {
  oversight: 'Oversight',
  leadership: 'Leadership',
  priority: 'Priority group',
  reform: 'Reform group',
  support: 'Support',
  other: 'Other group'
};

const days = /\s*\((from|since|until|to)\s+([^()]+)\)/gi;

/** The days in brackets behind a seat, and the words without them. What is no day of the calendar stays in the words. */
function daysIn(line: string): { words: string; from?: string; until?: string } {
  let from: string | undefined;
  let until: string | undefined;
  const words = line.replace(days, (whole, which: string, text: string) => {
    const read = readDate(text);
    if (!read.ok) return whole;
    if (/^(?:from|since)$/i.test(which)) from = read.value;
    else until = read.value;
    return '';
  });
  return {
    words: words.trim(),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until })
  };
}

const takingPart = new RegExp(`\\s*\\((${waysToTakePart.join('|')})\\)`, 'i');

/**
 * Members as people type them: one a line, the role, a comma, the organisation, "× 3" where more than one sit there, and in brackets
 * how they take part where they are no plain members, and from and until which day. The brackets may stand behind the role as well.
 * @example
 * membersFromText('Head of nursery, Fernhollow Council × 2 (may attend)')
 * // [{ role: 'Head of nursery', organisation: 'Fernhollow Council', people: 2, takesPart: 'may attend' }]
 */
export function membersFromText(text: string): GroupMember[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const { words: plain, ...held } = daysIn(line);
      const part = takingPart.exec(plain);
      const without = part === null ? plain : plain.replace(part[0], '').trim();
      const counted = /^(.*?)\s*[×x]\s*(\d{1,3})$/.exec(without);
      const words = counted?.[1] ?? without;
      const comma = words.lastIndexOf(',');
      const role = (comma === -1 ? words : words.slice(0, comma)).trim();
      const organisation = comma === -1 ? '' : words.slice(comma + 1).trim();
      const takesPart = waysToTakePart.find((way) => way === part?.[1]?.toLowerCase());
      return {
        role,
        organisation,
        ...(counted === null ? {} : { people: Number(counted[2]) }),
        ...(takesPart === undefined ? {} : { takesPart }),
        ...held
      };
    });
}

/** The other way round. */
export function membersAsText(members: readonly GroupMember[]): string {
  return members.map(memberWords).join('\n');
}

/** A seat in a line: "Head of nursery, Fernhollow Council × 2 (may attend) (from 1 September 2025)". */
export function memberWords({
  role,
  organisation,
  people,
  takesPart,
  from,
  until
}: GroupMember): string {
  const words = organisation === '' ? role : `${role}, ${organisation}`;
  return [
    people === undefined ? words : `${words} × ${people}`,
    ...(takesPart === undefined ? [] : [`(${takesPart})`]),
    ...(from === undefined ? [] : [`(from ${sayDate(from)})`]),
    ...(until === undefined ? [] : [`(until ${sayDate(until)})`])
  ].join(' ');
}

/** Who sits in a group on a day (`YYYY-MM-DD`), who did before, and who will. Both days of a seat belong to it. */
export function seatsOn(members: readonly GroupMember[], day: string) {
  const isOver = ({ until }: GroupMember) => until !== undefined && until < day;
  const isAhead = (member: GroupMember) =>
    !isOver(member) && member.from !== undefined && member.from > day;
  return {
    now: members.filter((one) => !isOver(one) && !isAhead(one)),
    before: members.filter(isOver),
    ahead: members.filter(isAhead)
  };
}

/** The lines of reporting and support of a group, by name and in both directions. Groups that are no longer there are left out. */
export function linesOf(group: WorkingGroup, groups: readonly WorkingGroup[]) {
  const named = (ids: readonly string[]) =>
    groups.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const those = (line: 'reportsTo' | 'supports') =>
    groups.filter((one) => one[line].includes(group.id)).map(({ name }) => name);
  return {
    reportsTo: named(group.reportsTo),
    reportedToBy: those('reportsTo'),
    supports: named(group.supports),
    supportedBy: those('supports'),
    sponsoredFrom: named(group.sponsorGroupId === null ? [] : [group.sponsorGroupId])[0] ?? null
  };
}

/** A group and those that report to it, for an outline. `depth` 0 reports to nobody here. */
export type GroupLine = { readonly group: WorkingGroup; readonly depth: number };

/**
 * The groups as an outline: each under the first group it reports to. A group that reports round in a circle, or to one
 * that is no longer there, stands at the top.
 */
export function groupOutline(groups: readonly WorkingGroup[]): GroupLine[] {
  const known = new Set(groups.map((group) => group.id));
  const above = (group: WorkingGroup) =>
    group.reportsTo.find((id) => known.has(id) && id !== group.id);
  const lines: GroupLine[] = [];
  const placed = new Set<string>();
  const place = (group: WorkingGroup, depth: number): void => {
    if (placed.has(group.id)) return;
    placed.add(group.id);
    lines.push({ group, depth });
    for (const below of groups) if (above(below) === group.id) place(below, depth + 1);
  };
  for (const group of groups) if (above(group) === undefined) place(group, 0);
  for (const group of groups) place(group, 0);
  return lines;
}

/**
 * The names of the groups round which a group would report to itself, it first; null where its lines of reporting come to an end.
 * `changed` is the group as it would be saved; one that is new has no identifier yet, and nobody can report to it.
 * @example
 * // Board reports to nobody; Panel reports to Board
 * reportingCircle(groups, { id: 'board', name: 'Board', reportsTo: ['panel'] }) // ['Board', 'Panel']
 */
export function reportingCircle(
  groups: readonly Pick<WorkingGroup, 'id' | 'name' | 'reportsTo'>[],
  changed: {
    readonly id: string | null;
    readonly name: string;
    readonly reportsTo: readonly string[];
  }
): string[] | null {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const seen = new Set<string>();
  const waiting = changed.reportsTo.map((id) => ({ id, way: [changed.name] }));
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (step.id === changed.id) return step.way;
    const group = byId.get(step.id);
    if (group === undefined || seen.has(group.id)) continue;
    seen.add(group.id);
    const way = [...step.way, group.name];
    waiting.push(...group.reportsTo.map((id) => ({ id, way })));
  }
  return null;
}

/** What is said of lines of reporting that come round to where they begin. */
export function explainCircle({
  names
}: {
  readonly kind: 'circle';
  readonly names: readonly string[];
}): { field: string; sentence: string } {
  const [first = ''] = names;
  return {
    field: 'reportsTo',
    sentence:
      names.length === 1
        ? 'A group does not report to itself. Take it out.'
        : `This would come round in a circle: ${[...names, first].join(' reports to ')}. Take one of these lines out.`
  };
}
