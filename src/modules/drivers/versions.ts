import { isSame } from './graph.ts';
import type { Diagram, DriverId, FrozenDiagram, Level, Lower } from './types.ts';

/** One thing that differs between two versions of a diagram. */
export type DiagramChange =
  | { readonly kind: 'aim-changed'; readonly from: string | null; readonly to: string | null }
  | {
      readonly kind: 'driver-added';
      readonly level: Level;
      readonly title: string;
      readonly under: readonly string[];
    }
  | { readonly kind: 'driver-removed'; readonly level: Level; readonly title: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'idea-added'; readonly title: string; readonly under: readonly string[] }
  | { readonly kind: 'idea-removed'; readonly title: string }
  | { readonly kind: 'linked'; readonly title: string; readonly under: string }
  | { readonly kind: 'unlinked'; readonly title: string; readonly under: string }
  | { readonly kind: 'watched'; readonly title: string; readonly measure: string }
  | { readonly kind: 'unwatched'; readonly title: string; readonly measure: string }
  | { readonly kind: 'tested'; readonly title: string; readonly more: number }
  | { readonly kind: 'reordered' };

type Named = { readonly lower: Lower; readonly title: string };

function named(diagram: Diagram): Named[] {
  return [
    ...diagram.drivers.map(({ id, title }) => ({ lower: { kind: 'driver', id } as const, title })),
    ...diagram.ideas.map(({ id, text }) => ({
      lower: { kind: 'idea', id } as const,
      title: text
    }))
  ];
}

/**
 * What changed between two versions, in the order: aim, drivers, ideas, links, measures, tests. Things are known again by their
 * identifiers, so that a new wording is a renaming. Links of what was added or removed are told with it.
 */
export function compareVersions(before: FrozenDiagram, after: FrozenDiagram): DiagramChange[] {
  const old = before.diagram;
  const now = after.diagram;
  const oldNames = named(old);
  const nowNames = named(now);
  const find = (names: readonly Named[], lower: Lower) =>
    names.find((one) => isSame(one.lower, lower));
  const titleOf = (names: readonly Named[], lower: Lower) => find(names, lower)?.title ?? '';
  const upper = (id: DriverId): Lower => ({ kind: 'driver', id });
  const undersOf = (lower: Lower) =>
    now.links
      .filter((link) => isSame(link.lower, lower))
      .map((link) => titleOf(nowNames, upper(link.upperId)));

  const changes: DiagramChange[] = [];
  if (before.aim !== after.aim) {
    changes.push({ kind: 'aim-changed', from: before.aim, to: after.aim });
  }
  for (const driver of now.drivers) {
    if (find(oldNames, upper(driver.id)) === undefined) {
      const { level, title } = driver;
      changes.push({ kind: 'driver-added', level, title, under: undersOf(upper(driver.id)) });
    }
  }
  for (const { id, level, title } of old.drivers) {
    if (find(nowNames, upper(id)) === undefined) {
      changes.push({ kind: 'driver-removed', level, title });
    }
  }
  for (const { id, text } of now.ideas) {
    const lower = { kind: 'idea', id } as const;
    if (find(oldNames, lower) === undefined) {
      changes.push({ kind: 'idea-added', title: text, under: undersOf(lower) });
    }
  }
  for (const { id, text } of old.ideas) {
    if (find(nowNames, { kind: 'idea', id }) === undefined) {
      changes.push({ kind: 'idea-removed', title: text });
    }
  }
  for (const { lower, title } of nowNames) {
    const was = find(oldNames, lower);
    if (was !== undefined && was.title !== title) {
      changes.push({ kind: 'renamed', from: was.title, to: title });
    }
  }

  const isKept = (link: { upperId: DriverId; lower: Lower }) =>
    [upper(link.upperId), link.lower].every(
      (one) => find(oldNames, one) !== undefined && find(nowNames, one) !== undefined
    );
  const links = (from: Diagram, without: Diagram) =>
    from.links.filter(
      (link) =>
        isKept(link) &&
        !without.links.some((one) => one.upperId === link.upperId && isSame(one.lower, link.lower))
    );
  const telling = (link: { upperId: DriverId; lower: Lower }) => ({
    title: titleOf(nowNames, link.lower),
    under: titleOf(nowNames, upper(link.upperId))
  });
  const added = links(now, old);
  const removed = links(old, now);
  changes.push(...added.map((link) => ({ kind: 'linked' as const, ...telling(link) })));
  changes.push(...removed.map((link) => ({ kind: 'unlinked' as const, ...telling(link) })));

  changes.push(...watchChanges(old, now), ...testChanges(old, now));
  if (changes.length === 0 && orderOf(old) !== orderOf(now)) changes.push({ kind: 'reordered' });
  return changes;
}

function watchChanges(old: Diagram, now: Diagram): DiagramChange[] {
  const measureTitle = (id: string) =>
    [...now.measures, ...old.measures].find((measure) => measure.id === id)?.title ?? '';
  return now.drivers.flatMap((driver) => {
    const was = old.drivers.find(({ id }) => id === driver.id);
    if (was === undefined) return [];
    const { title } = driver;
    return [
      ...driver.measureIds
        .filter((id) => !was.measureIds.includes(id))
        .map((id) => ({ kind: 'watched' as const, title, measure: measureTitle(id) })),
      ...was.measureIds
        .filter((id) => !driver.measureIds.includes(id))
        .map((id) => ({ kind: 'unwatched' as const, title, measure: measureTitle(id) }))
    ];
  });
}

function testChanges(old: Diagram, now: Diagram): DiagramChange[] {
  return now.ideas.flatMap((idea) => {
    const was = old.ideas.find(({ id }) => id === idea.id);
    const more = was === undefined ? 0 : idea.tests.all - was.tests.all;
    return more > 0 ? [{ kind: 'tested' as const, title: idea.text, more }] : [];
  });
}

/** The order of everything, as one text. */
function orderOf(diagram: Diagram): string {
  const inLine = (list: readonly { readonly id: string; readonly position: number }[]) =>
    list
      .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
  return [
    ...inLine(diagram.drivers),
    ...diagram.drivers.flatMap(({ id }) =>
      inLine(diagram.links.filter(({ upperId }) => upperId === id))
    )
  ].join(' ');
}
