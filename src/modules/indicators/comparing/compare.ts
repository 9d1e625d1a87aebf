import { precisionOf, roundTo } from '../figures/rounding.ts';
import type { Comparator, Comparison, Figure, LatestFigure, Measure, Side } from '../types.ts';
import { figureOfSet, type Peer, type PeerSet } from './comparators.ts';
import { comparisonOf, sideOf } from './comparison.ts';

/** How a figure stands beside the nation's, the region's, and those of areas put together. */

/** A comparator with how the area's own figure stands beside it. */
export type ComparedFigure = Comparator & { readonly comparison: Comparison; readonly side: Side };

/** A published line of the nation or the region. */
export type PublishedLine = { readonly name: string; readonly figures: readonly Figure[] };

/** Everything that a figure may be laid beside, in the order in which it is said. */
export type LaidBeside = {
  readonly nation: PublishedLine | null;
  readonly region: PublishedLine | null;
  readonly sets: readonly (PeerSet & { readonly peers: readonly Peer[] })[];
  readonly nationName: string;
};

/**
 * How the latest figure stands beside the others of the same period. `chosen` are the comparators that somebody asked for, by
 * their ids; without it, all but the middle of the councils, which only stands in for a nation that is not published. Nothing for a
 * count, which is larger in a larger place.
 */
export function compare(
  latest: LatestFigure | null,
  measure: Measure,
  beside: LaidBeside,
  chosen?: ReadonlySet<string>
): ComparedFigure[] {
  // How many there are depends on how many live there: a count is laid beside no other place's.
  if (latest === null || measure.unit === 'count') return [];
  const at = (line: PublishedLine | null) =>
    line?.figures.find((figure) => figure.period === latest.period)?.value ?? null;
  const national = at(beside.nation);
  const isWanted = ({ id }: { readonly id: string }) =>
    chosen === undefined ? id !== 'councils' || national === null : chosen.has(id);
  const found: Comparator[] = [
    ...published('nation', beside.nation?.name ?? '', national),
    ...published('region', regionWords(beside.region?.name ?? ''), at(beside.region)),
    ...beside.sets.flatMap((set) => ofSet(set, beside.nationName))
  ].filter(isWanted);
  const places = precisionOf([latest.value], measure.decimals);
  return found.map((comparator) => {
    const isPublished = comparator.areaCount === null;
    const value = isPublished ? comparator.value : roundTo(comparator.value, measure.decimals);
    const known = {
      unit: measure.unit,
      decimals: Math.max(places, precisionOf([value], measure.decimals)),
      children: latest.denominator,
      isOfGroup: (measure.groupTitle ?? null) !== null
    };
    return {
      ...comparator,
      comparison: comparisonOf(latest.value, value, measure.betterWhen, known),
      side: sideOf(latest.value, value, known)
    };
  });
}

function published(kind: 'nation' | 'region', name: string, value: number | null): Comparator[] {
  return value === null ? [] : [{ id: kind, kind, name, shortName: name, value, areaCount: null }];
}

function ofSet(set: LaidBeside['sets'][number], nationName: string): Comparator[] {
  const figure = figureOfSet(set, set.peers);
  if (figure === null) return [];
  const shortNames = {
    neighbours: 'its neighbours',
    councils: 'the middle council',
    group: set.name
  };
  return [
    {
      id: set.id,
      kind: set.kind,
      name: peerName(set, figure.areaCount, nationName),
      shortName: shortNames[set.kind],
      ...figure
    }
  ];
}

/** "the mean of 9 statistical neighbours", "the middle of Scotland’s councils", "the mean of 7 areas of “Family group 2”". */
function peerName(set: Pick<PeerSet, 'kind' | 'name'>, count: number, nation: string): string {
  switch (set.kind) {
    case 'neighbours':
      return `the mean of ${count} statistical neighbours`;
    case 'councils':
      return `the middle of ${nation}’s ${count} councils`;
    case 'group':
      return `the mean of ${count} areas of “${set.name}”`;
  }
}

/** These two take no article. */
const namesAlone: ReadonlySet<string> = new Set(['London', 'Yorkshire and The Humber']);

/**
 * A region of England within a sentence.
 * @example regionWords('North West') // 'the North West'
 */
export function regionWords(name: string): string {
  return name === '' || namesAlone.has(name) ? name : `the ${name}`;
}
