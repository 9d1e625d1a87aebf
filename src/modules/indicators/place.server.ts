import { getPartnership, partnersOf } from '#modules/partnerships/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { codesOfSameGround } from './areas.ts';
import { comparatorGroups } from './comparator-groups/store.server.ts';
import type { PeerSet } from './comparators.ts';
import * as open from './open.store.server.ts';
import type { AreaFigure } from './open.store.server.ts';
import type { Figure, OpenArea } from './types.ts';
import type { FiguresByGroup } from './views.ts';

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

/** Finds out where the partnership of this scope is. */
export async function whereaboutsOf(tx: Tx, scope: ReadScope): Promise<Whereabouts> {
  const partnership = await getPartnership(tx, scope);
  const areas = await open.openAreas(tx);
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const groundOf = (code: string, name?: string): Ground => {
    const codes = codesOfSameGround(code, areas);
    const current = codes[0] ?? code;
    return { code: current, name: name ?? byCode.get(current)?.name ?? code, codes };
  };
  const isOne = partnership.kind === 'place' && partnership.areaCode !== null;
  const here = isOne && partnership.areaCode !== null ? groundOf(partnership.areaCode) : null;
  const members =
    partnership.kind === 'collaborative'
      ? (await partnersOf(tx, scope)).flatMap((each) =>
          each.areaCode === null ? [] : [groundOf(each.areaCode, each.name)]
        )
      : [];
  const country = areas.find((area) => area.kind === 'country' && area.name === partnership.nation);
  const regionCode = here === null ? null : (byCode.get(here.code)?.regionCode ?? null);
  return {
    nationName: partnership.nation,
    here,
    nation: country === undefined ? null : groundOf(country.code),
    region: regionCode === null ? null : groundOf(regionCode),
    sets:
      here === null
        ? []
        : await setsOf(tx, scope, here, councilsOf(areas, partnership.nation), groundOf),
    members
  };
}

async function setsOf(
  tx: Tx,
  scope: ReadScope,
  here: Ground,
  councils: readonly string[],
  groundOf: (code: string) => Ground
): Promise<GroundSet[]> {
  const neighbours = await neighboursOfGround(tx, here);
  const kind = neighbours.length > 0 ? 'neighbours' : 'councils';
  const own = await comparatorGroups.list(tx, scope);
  const setOf = (set: PeerSet, of: readonly string[]): GroundSet => ({
    ...set,
    areas: of.map((code) => groundOf(code))
  });
  return [
    setOf({ id: kind, kind, name: '' }, neighbours.length > 0 ? neighbours : councils),
    ...own.map(({ id, name, areas: of }) => setOf({ id, kind: 'group', name }, of))
  ];
}

async function neighboursOfGround(tx: Tx, here: Ground): Promise<string[]> {
  for (const code of here.codes) {
    const found = await open.neighboursOf(tx, code);
    if (found.length > 0) return found;
  }
  return [];
}

function councilsOf(areas: readonly OpenArea[], nation: string): string[] {
  return areas
    .filter((area) => area.country === nation && area.isUpperTier && area.endYear === null)
    .map((area) => area.code);
}

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
