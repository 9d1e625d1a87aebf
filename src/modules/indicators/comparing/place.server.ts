import { getPartnership, partnersOf } from '#modules/partnerships/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { codesOfSameGround } from '../figures/areas.ts';
import * as open from '../open/store.server.ts';
import type { OpenArea } from '../types.ts';
import type { PeerSet } from './comparators.ts';
import type { Ground, GroundSet, Whereabouts } from './grounds.ts';
import { comparatorGroups } from './store.server.ts';

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
