import type { AreaFigure, Figure, FiguresByGroup } from '../types.ts';
import type { PeerSet } from './comparators.ts';

/** An area with every code its ground has had, the one in use first. */
export type Ground = {
  readonly code: string;
  readonly name: string;
  readonly codes: readonly string[];
};

/** Where a partnership is, and with whom its figures can be compared. */
export type Whereabouts = {
  readonly nationName: string;
  /** Null where the partnership has no area of its own: a collaborative, or a made-up place. */
  readonly here: Ground | null;
  readonly nation: Ground | null;
  /** The region of England that the place lies in; null elsewhere. */
  readonly region: Ground | null;
  /** Areas whose figures become one: neighbours or all councils, then the groups that the partnership chose. */
  readonly sets: readonly GroundSet[];
  /** The places of a collaborative. */
  readonly members: readonly Ground[];
};

/** A set of peers with the ground of each. */
export type GroundSet = PeerSet & { readonly areas: readonly Ground[] };

/** Figures by indicator and area, so that each is looked up and none searched for. */
export type FigureIndex = ReadonlyMap<string, readonly AreaFigure[]>;

export function indexFigures(figures: readonly AreaFigure[]): FigureIndex {
  const index = new Map<string, AreaFigure[]>();
  for (const figure of figures) {
    const key = `${figure.indicator}/${figure.area}`;
    const found = index.get(key);
    if (found === undefined) index.set(key, [figure]);
    else found.push(figure);
  }
  return index;
}

/** The figures of one indicator on one ground, by group. Where two codes give the same period, the code in use stands. */
export function figuresOn(
  ground: Ground | null,
  indicator: string,
  index: FigureIndex
): FiguresByGroup {
  const found = new Map<string, Map<string, Figure>>();
  for (const code of [...(ground?.codes ?? [])].reverse()) {
    for (const figure of index.get(`${indicator}/${code}`) ?? []) {
      const group = found.get(figure.breakdown) ?? new Map<string, Figure>();
      if (figure.value !== null || !group.has(figure.period)) group.set(figure.period, figure);
      found.set(figure.breakdown, group);
    }
  }
  return new Map([...found].map(([group, byPeriod]) => [group, [...byPeriod.values()]]));
}
