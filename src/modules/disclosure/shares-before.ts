import type { Bounds } from './share-bounds.ts';
import type { HiddenShares, MadeOf, Share } from './shares.ts';

/** The same shares as they stood before, and what of them was hidden then. */
export type SharesBefore = {
  readonly shares: readonly Share[];
  readonly madeOf: readonly MadeOf[];
  readonly hidden: HiddenShares;
};

/** That a whole is the sum of these parts; each is called by its group and its counts, so what did not change is the same in each state. */
export type Sum = {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly rest: Share | null;
};

/** What is known from the states before: bounds by share, sums, and the shares whose small counts have to stay unknown. */
export type Known = {
  readonly bounds: ReadonlyMap<string, Bounds>;
  /** As if it were known of nobody, everybody and all but a few which of these it is. */
  readonly caseBounds: ReadonlyMap<string, Bounds>;
  readonly sums: readonly Sum[];
  readonly guarded: readonly Share[];
};

export const nothingKnown: Known = {
  bounds: new Map(),
  caseBounds: new Map(),
  sums: [],
  guarded: []
};

/** A share under a name that it keeps in each state in which its counts are these. */
export function named<Given extends Share>(share: Given): Given {
  return { ...share, id: nameOf(share) };
}

/** @example nameOf({ id: 'all', counted: 3, group: 20 }) // 'all@3/20' */
export function nameOf({ id, counted, group }: Share): string {
  return `${id}@${counted}/${group ?? ''}`;
}

/** What a share was called before `nameOf`. */
export function idOf(name: string): string {
  return name.slice(0, name.lastIndexOf('@'));
}

/**
 * Sums with what several of them share as a group of its own. Of two states in which one of three groups changed, the two others
 * together are that group: a reader takes one whole from the other, and so do we.
 */
export function withSharedParts(given: readonly Sum[]): Sum[] {
  const sums = [...new Map(given.map((sum) => [sumName(sum), sum])).values()];
  const places = new Map<string, number[]>();
  for (const [place, { parts }] of sums.entries())
    for (const part of parts) places.set(part, [...(places.get(part) ?? []), place]);
  const together = Map.groupBy(places.keys(), (part) => places.get(part)?.join() ?? '');
  const shared = [...together].flatMap(([key, parts]) =>
    key.includes(',') && parts.length > 1 ? [{ whole: `shared ${key}`, parts, rest: null }] : []
  );
  const nameOfPart = new Map(
    shared.flatMap(({ whole, parts }) => parts.map((part) => [part, whole]))
  );
  return [
    ...sums.map((sum) => ({
      ...sum,
      parts: [...new Set(sum.parts.map((part) => nameOfPart.get(part) ?? part))]
    })),
    ...shared
  ];
}

const sumName = ({ whole, parts }: Sum): string => [whole, ...parts.toSorted()].join(' ');
