import type { WorkingGroup } from './kinds.ts';

/** A seat in a group: a role of an organisation, never a named person. `people` where more than one sit there. */
export type GroupMember = {
  readonly role: string;
  readonly organisation: string;
  readonly people?: number | undefined;
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

/**
 * Members as people type them: one a line, the role, a comma, the organisation, and "× 3" where more than one sit there.
 * @example
 * membersFromText('Head of nursery, Fernhollow Council × 2')
 * // [{ role: 'Head of nursery', organisation: 'Fernhollow Council', people: 2 }]
 */
export function membersFromText(text: string): GroupMember[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const counted = /^(.*?)\s*[×x]\s*(\d{1,3})$/.exec(line);
      const words = counted?.[1] ?? line;
      const comma = words.lastIndexOf(',');
      const role = (comma === -1 ? words : words.slice(0, comma)).trim();
      const organisation = comma === -1 ? '' : words.slice(comma + 1).trim();
      return counted === null
        ? { role, organisation }
        : { role, organisation, people: Number(counted[2]) };
    });
}

/** The other way round. */
export function membersAsText(members: readonly GroupMember[]): string {
  return members
    .map((one) => {
      const words = one.organisation === '' ? one.role : `${one.role}, ${one.organisation}`;
      return one.people === undefined ? words : `${words} × ${one.people}`;
    })
    .join('\n');
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
