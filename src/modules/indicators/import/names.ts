import { plainName } from '../figures/areas.ts';
import { findGroup, isPartHere, readArea } from '../own/values.ts';
import type { Group } from '../types.ts';
import { areaFinder, areaTexts, choiceFor, elsewhereNames } from './elsewhere.ts';
import { chosenMeaning, type Known, type Matching, type NameKind, nameKinds } from './meanings.ts';
import { isErrorCell } from '#core/columns';
import type { Overview } from './overview.ts';

/** The id that a name of a file stands for without anybody choosing; null when it stands for none. */
export function knownName(text: string, kind: NameKind, known: Known): string | null {
  switch (kind) {
    case 'indicator': {
      const { byId, byTitle } = namesOf(known);
      const found = new Set(byTitle.get(plainName(text)) ?? []);
      if (byId.has(text.trim())) found.add(text.trim());
      return found.size === 1 ? ([...found][0] ?? null) : null;
    }
    case 'breakdown':
      return findGroup(text, namesOf(known).groups);
    case 'area': {
      const id = readArea(text, known.areas);
      return id === '' || isPartHere(id, known.areas) ? id : null;
    }
  }
}

/** The indicators and their groups, as the names of a file are looked up: a thousand of them, again and again. */
type KnownNames = {
  readonly byId: ReadonlySet<string>;
  readonly byTitle: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly Group[];
};
const namesOfKnown = new WeakMap<Known, KnownNames>();

function namesOf(known: Known): KnownNames {
  const before = namesOfKnown.get(known);
  if (before !== undefined) return before;
  const byTitle = new Map<string, string[]>();
  for (const { id, title } of known.indicators) {
    const plain = plainName(title);
    byTitle.set(plain, [...(byTitle.get(plain) ?? []), id]);
  }
  const byId = new Set<string>(known.indicators.map(({ id }) => id));
  const names = { byId, byTitle, groups: groupsOf(known) };
  namesOfKnown.set(known, names);
  return names;
}

/** Every group of the indicators, once. */
export function groupsOf({ indicators }: Pick<Known, 'indicators'>): Group[] {
  const groups = new Map<string, Group>();
  for (const group of indicators.flatMap((each) => each.breakdowns))
    if (!groups.has(group.id)) groups.set(group.id, { id: group.id, title: group.title });
  return [...groups.values()];
}

/** A name of the file that nothing here is called. */
export type UnknownName = {
  readonly kind: NameKind;
  readonly text: string;
  /** What it may mean: the id of the nearest known name. Null when none comes near. */
  readonly near: string | null;
};

/**
 * The names of a file that are not known and that nobody has chosen a meaning for yet, in the order of the columns. Areas elsewhere are
 * not among them, unless somebody wants to be asked for each.
 */
export function unknownNames(overview: Overview, matching: Matching, known: Known): UnknownName[] {
  const find = areaFinder(overview, matching, known);
  const isElsewhere = (text: string) => {
    const finding = find(text);
    if (finding === null) return false;
    return finding.kind === 'whole' || choiceFor(matching, finding.area.kind) !== 'ask';
  };
  return nameKinds.flatMap((kind) => {
    const nearest = nearnessOf(kind, known);
    return namesIn(overview, matching, kind)
      .filter(
        (text) =>
          knownName(text, kind, known) === null &&
          !isErrorCell(text) &&
          chosenMeaning(matching, kind, text) === undefined &&
          (kind !== 'area' || !isElsewhere(text))
      )
      .map((text) => ({ kind, text, near: nearest(text) }));
  });
}

/** Whether every name of a file has a meaning, and something is said of each kind of area elsewhere. */
export function isSettled(overview: Overview, matching: Matching, known: Known): boolean {
  return (
    unknownNames(overview, matching, known).length === 0 &&
    elsewhereNames(overview, matching, known).every(({ chosen }) => chosen !== null)
  );
}

/** Every name of a kind that a file holds: in its column, or in the headings of its columns of figures. */
function namesIn(overview: Overview, matching: Matching, kind: NameKind): readonly string[] {
  if (kind === 'area') return areaTexts(overview, matching);
  const column = matching.uses.indexOf(kind);
  const inColumn = column < 0 ? [] : (overview.columns[column]?.names ?? []);
  const inHeadings =
    matching.across === kind
      ? overview.columns
          .filter((_, index) => matching.uses[index] === 'across')
          .map(({ heading }) => heading)
      : [];
  return [...new Set([...inColumn, ...inHeadings])].filter((text) => text !== '');
}

/** Answers the id of the known name that comes nearest to a text; null where none comes near. */
function nearnessOf(kind: NameKind, known: Known): (text: string) => string | null {
  const named: readonly { id: string; name: string }[] =
    kind === 'indicator'
      ? known.indicators.map(({ id, title }) => ({ id, name: title }))
      : kind === 'breakdown'
        ? groupsOf(known).map(({ id, title }) => ({ id, name: title }))
        : known.areas.areas;
  const others = named.map(({ id, name }) => ({ id, plain: plainName(name) }));
  return (text) => {
    const wanted = plainName(text);
    let most = Math.max(1, Math.floor(wanted.length / 5));
    let best: string | null = null;
    for (const { id, plain } of others) {
      const isPart = wanted.length > 3 && (plain.includes(wanted) || wanted.includes(plain));
      const steps = isPart ? 1 : stepsBetween(wanted, plain, most);
      if (steps > most) continue;
      best = id;
      // Only what comes nearer still is of interest now.
      most = steps - 1;
      if (most < 0) break;
    }
    return best;
  };
}

/** How many letters must be put in, taken out or changed to make one word of another; more than `most` is as good as endless. */
function stepsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    let least = at + 1;
    for (let index = 1; index <= other.length; index += 1) {
      const change = (row[index - 1] ?? 0) + (letter === other[index - 1] ? 0 : 1);
      const steps = Math.min(change, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1);
      next.push(steps);
      least = Math.min(least, steps);
    }
    if (least > most) return Infinity; // it never becomes less
    row = next;
  }
  return row.at(-1) ?? Infinity;
}
