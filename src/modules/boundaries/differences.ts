import { listed } from '#core/written-lists';
import { partWords, proportionWithin, type Land } from './land.ts';
import type { OutlineRing } from './outline.ts';
import { boundaryKindNames, type BoundaryKind } from './types.ts';

/** An area that the place has an outline of. */
export type KnownArea = {
  readonly name: string;
  readonly code: string | null;
  readonly rings: readonly OutlineRing[];
};

type Listed = {
  readonly kind: BoundaryKind;
  readonly title: string;
  readonly areas: readonly string[];
  readonly rings: readonly OutlineRing[] | null;
};

const plainly = (text: string) => text.trim().toLowerCase();

const knownAs = (written: string, known: readonly KnownArea[]): KnownArea | undefined =>
  known.find(
    ({ name, code }) =>
      plainly(name) === plainly(written) || (code !== null && plainly(code) === plainly(written))
  );

/** The names of the areas that a boundary lists, each once: an area listed by its code has its name where the place knows it. */
export function areaNames(areas: readonly string[], known: readonly KnownArea[]): string[] {
  const names = areas.map((written) => knownAs(written, known)?.name ?? written);
  return [...new Map(names.map((name) => [plainly(name), name])).values()];
}

/** The areas of a list that the place has no outline of, as they are written: they are listed and compared, and cannot be drawn. */
export const notKnown = (areas: readonly string[], known: readonly KnownArea[]): string[] =>
  areas.filter((written) => knownAs(written, known) === undefined);

/** Where a boundary lies: within its own outline, else in those of its areas that the place has an outline of. */
export function landOf(one: Pick<Listed, 'areas' | 'rings'>, known: readonly KnownArea[]): Land {
  if (one.rings !== null) return [one.rings];
  return areaNames(one.areas, known).flatMap((name) => {
    const area = knownAs(name, known);
    return area === undefined ? [] : [area.rings];
  });
}

const called = ({ title, kind }: Listed) => `“${title}” (${boundaryKindNames[kind].toLowerCase()})`;
const upper = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * How two boundaries differ, in a sentence: by the areas that they list, where both list some; else by the land within their outlines. Null where
 * neither can be compared.
 */
export function difference(one: Listed, other: Listed, known: readonly KnownArea[]): string | null {
  const [mine, theirs] = [areaNames(one.areas, known), areaNames(other.areas, known)];
  return mine.length > 0 && theirs.length > 0
    ? byAreas(one, other, mine, theirs)
    : byLand(one, other, known);
}

function byAreas(
  one: Listed,
  other: Listed,
  mine: readonly string[],
  theirs: readonly string[]
): string {
  const has = (names: readonly string[], name: string) =>
    names.some((each) => plainly(each) === plainly(name));
  const both = mine.filter((name) => has(theirs, name));
  const onlyMine = mine.filter((name) => !has(theirs, name));
  const onlyTheirs = theirs.filter((name) => !has(mine, name));
  if (onlyMine.length + onlyTheirs.length === 0) {
    return `${called(one)} and ${called(other)} list the same areas.`;
  }
  if (both.length === 0) return `${called(one)} and ${called(other)} have no area in common.`;
  return `${upper(
    [
      `${called(one)} and ${called(other)} both list ${listed(both)}`,
      ...(onlyMine.length === 0 ? [] : [`only “${one.title}” lists ${listed(onlyMine)}`]),
      ...(onlyTheirs.length === 0 ? [] : [`only “${other.title}” lists ${listed(onlyTheirs)}`])
    ].join('; ')
  )}.`;
}

function byLand(one: Listed, other: Listed, known: readonly KnownArea[]): string | null {
  const [mine, theirs] = [landOf(one, known), landOf(other, known)];
  if (theirs.length === 0) return null;
  const [of, back] = [proportionWithin(mine, theirs), proportionWithin(theirs, mine)];
  if (of === null || back === null) return null;
  const [part, backPart] = [partWords(of), partWords(back)];
  if (part === 'none' && backPart === 'none') {
    return `By their outlines, ${called(one)} and ${called(other)} do not overlap.`;
  }
  return `By their outlines, ${part} of ${called(one)} lies within ${called(other)}, and ${backPart} of that within it.`;
}

/** How boundaries of different kinds differ, a sentence for each two that can be compared. */
export function differences(all: readonly Listed[], known: readonly KnownArea[]): string[] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .flatMap((other) => (one.kind === other.kind ? [] : (difference(one, other, known) ?? [])))
  );
}
