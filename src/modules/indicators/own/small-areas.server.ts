import { getPartnership } from '#modules/partnerships/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { wardsOf } from '../open/queries.server.ts';
import type { SmallArea } from '../types.ts';
import { areasInUse } from './values.store.server.ts';
import type { KnownAreas } from './values.ts';

/** The parts of this place that are known, by name: its wards, and every other area that has a value of its own. */
export async function areasHere(tx: Tx, scope: ReadScope): Promise<KnownAreas> {
  const { name, areaCode } = await getPartnership(tx, scope);
  const wards = (await wardsOf(tx, areaCode)).map((ward) => ({ id: ward.code, name: ward.name }));
  const codes = new Set(wards.map((ward) => ward.id));
  const others = (await areasInUse(tx, scope))
    .filter((id) => !codes.has(id))
    .map((id): SmallArea => ({ id, name: id }));
  const areas = [...wards, ...others].sort((one, other) =>
    one.name.localeCompare(other.name, 'en')
  );
  return { whole: areaCode === null ? [name] : [name, areaCode], areas };
}
