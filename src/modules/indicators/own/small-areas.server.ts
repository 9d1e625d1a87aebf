import { getPartnership, partnersOf } from '#modules/partnerships/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { codesOfSameGround } from '../figures/areas.ts';
import { wardsOf } from '../open/queries.server.ts';
import { openAreas } from '../open/store.server.ts';
import type { SmallArea } from '../types.ts';
import { areasElsewhere } from './elsewhere.ts';
import { areasInUse } from './values.store.server.ts';
import type { KnownAreas } from './values.ts';

/**
 * The parts of this place that are known, by name: its wards, and every other area that has a value of its own; and all areas that are no
 * part of it. The places of a collaborative are parts of it.
 */
export async function areasHere(tx: Tx, scope: ReadScope): Promise<KnownAreas> {
  const { name, areaCode, kind } = await getPartnership(tx, scope);
  const wards = (await wardsOf(tx, areaCode)).map((ward) => ({ id: ward.code, name: ward.name }));
  const codes = new Set(wards.map((ward) => ward.id));
  const others = (await areasInUse(tx, scope))
    .filter((id) => !codes.has(id))
    .map((id): SmallArea => ({ id, name: id }));
  const areas = [...wards, ...others].sort((one, other) =>
    one.name.localeCompare(other.name, 'en')
  );
  const every = await openAreas(tx);
  const ground = areaCode === null ? [] : codesOfSameGround(areaCode, every);
  const own = every.filter((area) => area.code === areaCode);
  const members = kind === 'collaborative' ? await partnersOf(tx, scope) : [];
  const ofMembers = members.flatMap((each) =>
    each.areaCode === null ? [] : codesOfSameGround(each.areaCode, every)
  );
  return {
    whole: [
      ...new Set([name, ...ground, ...own.flatMap((area) => [area.name, ...area.otherNames])])
    ],
    areas,
    own: { codes: [...ground, ...ofMembers], laNumber: own[0]?.laNumber ?? null },
    elsewhere: areasElsewhere(every, new Set([...ground, ...ofMembers]))
  };
}
