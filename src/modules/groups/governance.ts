import type { LayeredGraph } from '#modules/charts';
import { groupKindNames } from './groups.ts';
import type { WorkingGroup } from './kinds.ts';

/** How one group stands to another: it answers to it, it helps it without answering to it, or its sponsor sits there. */
export type LineKind = 'reports-to' | 'supports' | 'sponsored-from';

export type GovernanceLine = {
  readonly from: WorkingGroup;
  readonly kind: LineKind;
  readonly to: WorkingGroup;
};

export const lineNames: Readonly<Record<LineKind, string>> = {
  'reports-to': 'Reports to',
  supports: 'Supports',
  'sponsored-from': 'Has its sponsor in'
};

/**
 * Every line between groups, in the order of the groups: what the drawing draws and the list lists. Groups that are no longer there
 * and lines of a group to itself are left out.
 */
export function governanceLines(groups: readonly WorkingGroup[]): GovernanceLine[] {
  return groups.flatMap((from) => {
    const to = (ids: readonly string[], kind: LineKind) =>
      groups
        .filter(({ id }) => id !== from.id && ids.includes(id))
        .map((one): GovernanceLine => ({ from, kind, to: one }));
    return [
      ...to(from.reportsTo, 'reports-to'),
      ...to(from.supports, 'supports'),
      ...to(from.sponsorGroupId === null ? [] : [from.sponsorGroupId], 'sponsored-from')
    ];
  });
}

/** "Early years group reports to the board": a line in words. */
export function lineWords({ from, kind, to }: GovernanceLine): string {
  return `${from.name} ${lineNames[kind].toLowerCase()} ${to.name}`;
}

/**
 * The layer of each group, from 0: each stands one further than the furthest it reports to; one that reports to nobody stands one
 * further than what it supports, and else first. Groups that report round in a circle stop counting once every group was passed.
 */
export function layersOf(groups: readonly WorkingGroup[]): Map<string, number> {
  const layers = new Map(groups.map(({ id }) => [id, 0]));
  const lines = governanceLines(groups);
  const above = (group: WorkingGroup) => {
    const own = lines.filter(({ from }) => from.id === group.id);
    const reported = own.filter(({ kind }) => kind === 'reports-to');
    return (reported.length > 0 ? reported : own.filter(({ kind }) => kind === 'supports')).map(
      ({ to }) => to.id
    );
  };
  let isMoved = true;
  for (let turnsLeft = groups.length; isMoved && turnsLeft > 0; turnsLeft -= 1) {
    isMoved = false;
    for (const group of groups) {
      const wanted = Math.max(0, ...above(group).map((id) => (layers.get(id) ?? 0) + 1));
      if ((layers.get(group.id) ?? 0) >= wanted || wanted >= groups.length) continue;
      layers.set(group.id, wanted);
      isMoved = true;
    }
  }
  // A circle may leave layers empty: those that are used stand beside each other.
  const used = [...new Set(layers.values())].sort((one, other) => one - other);
  return new Map([...layers].map(([id, layer]) => [id, used.indexOf(layer)]));
}

/** What the drawing shows, in a sentence or two. */
export function governanceSentence(groups: readonly WorkingGroup[]): string {
  const lines = governanceLines(groups);
  const many = (kind: LineKind) => lines.filter((line) => line.kind === kind).length;
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  return (
    `${count(groups.length, 'group')}, ${count(many('reports-to'), 'line')} of reporting` +
    ` and ${count(many('supports'), 'line')} of support. Whoever answers to nobody here stands at the left.`
  );
}

/**
 * The groups in layers, whoever answers to nobody at the left. A solid line leads to whom a group reports, a dotted one to whom it
 * supports. Where its sponsor sits stands in the list alone: a third kind of line would say little and hide much.
 * `hrefOf` leads from a group to its page; null in a file that travels.
 */
export function governanceDrawing(
  groups: readonly WorkingGroup[],
  hrefOf: ((group: WorkingGroup) => string) | null
): LayeredGraph {
  const layers = layersOf(groups);
  return {
    id: 'governance',
    title: 'Who reports to whom, and who supports whom',
    description: governanceSentence(groups),
    headings: [],
    arrowAt: 'from',
    boxes: groups.map((group) => ({
      id: group.id,
      layer: layers.get(group.id) ?? 0,
      label: group.name,
      note: groupKindNames[group.kind],
      tone: layers.get(group.id) === 0 ? ('loch' as const) : ('plain' as const),
      href: hrefOf?.(group)
    })),
    links: governanceLines(groups)
      .filter(({ kind }) => kind !== 'sponsored-from')
      .map((line) => ({
        from: line.to.id,
        to: line.from.id,
        kind: line.kind === 'reports-to' ? ('solid' as const) : ('dotted' as const),
        hint: lineWords(line)
      }))
  };
}

/** The lines as a table to take away. */
export function governanceTable(groups: readonly WorkingGroup[]): string[][] {
  return [
    ['Group', 'Kind of group', 'Line', 'To'],
    ...governanceLines(groups).map(({ from, kind, to }) => [
      from.name,
      groupKindNames[from.kind],
      lineNames[kind],
      to.name
    ])
  ];
}
