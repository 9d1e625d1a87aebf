import type { Group } from '../types.ts';

/** The groups of children that an indicator of the partnership's own is counted for, beside all of them together. */

/** A group of an indicator; `inGap` says which end of its gap it is, if either. */
export type Breakdown = Group & { readonly inGap: 'better-off' | 'poorer' | null };

/** The identifier made from a group's name: "Eligible for free meals" becomes `eligible-for-free-meals`. */
export function groupId(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The names of groups as they are typed, one a line. */
export function groupTitles(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type Ends = { readonly betterOffGroup: string; readonly poorerGroup: string };

/** The groups with their identifiers, in the order in which they were named. */
export function breakdownsOf({
  groups,
  betterOffGroup,
  poorerGroup
}: Ends & { readonly groups: readonly string[] }): Breakdown[] {
  const [better, poorer] = [groupId(betterOffGroup), groupId(poorerGroup)];
  return groups.map((title) => {
    const id = groupId(title);
    return { id, title, inGap: id === better ? 'better-off' : id === poorer ? 'poorer' : null };
  });
}

const mostGroups = 30;

/** What is wrong with the groups of an indicator: each has a name of its own, and the gap lies between two of them or none. */
export type GroupsProblem = { readonly kind: 'groups-alike' | 'too-many-groups' | 'gap-groups' };

export function groupsProblem(titles: readonly string[], ends: Ends): GroupsProblem | null {
  const ids = titles.map(groupId);
  if (ids.length > mostGroups) return { kind: 'too-many-groups' };
  // "all" is there already.
  if (ids.some((id) => id === '' || id === 'all') || new Set(ids).size < ids.length) {
    return { kind: 'groups-alike' };
  }
  const [better, poorer] = [groupId(ends.betterOffGroup), groupId(ends.poorerGroup)];
  if (better === '' && poorer === '') return null;
  const isSound = better !== poorer && ids.includes(better) && ids.includes(poorer);
  return isSound ? null : { kind: 'gap-groups' };
}
