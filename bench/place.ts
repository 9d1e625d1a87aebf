import { addAccount, beginPartnership } from '#modules/partnerships/server';
import type { Actor, World } from '#platform/command';
import type { PartnershipId } from '#platform/ids';

export type Place = { readonly id: PartnershipId; readonly actor: NonNullable<Actor> };

/** A partnership with nothing in it, and its coordinator. */
export async function makePlace(world: World): Promise<Place> {
  const account = await addAccount(world, {
    name: 'Somebody',
    email: 'somebody@bench.example',
    password: 'three stones on a hill',
    siteAdministrator: false
  });
  if (!account.ok) throw new Error(account.error.kind);
  const actor = { personId: account.value.id };
  const begun = await beginPartnership(world, actor.personId, {
    name: 'Benchmark',
    slug: 'benchmark',
    kind: 'place',
    areaCode: '',
    nation: 'England',
    about: '',
    madeUp: true
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  return { id: begun.value.id, actor };
}
