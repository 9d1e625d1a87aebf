import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import * as people from './people.store.server.ts';
import * as memberStore from './members.store.server.ts';
import * as store from './store.server.ts';
import type { Partnership, Person } from './types.ts';

/**
 * What whoever runs the installation may ask on its command line: who has an account, and which partnerships there are.
 * None of it opens a partnership's records.
 */

function asked<Value>(world: World, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inTransaction(world, { now: world.clock() }, 'read', work);
}

/** The person with this e-mail address, however it is written, or null. */
export async function findPerson(world: World, email: string): Promise<Person | null> {
  const found = await asked(world, (tx) =>
    people.findPersonByEmail(tx, email.trim().toLowerCase())
  );
  if (found === null) return null;
  const { passwordHash: _, ...person } = found;
  return person;
}

/** How many have an account, and how many of those are of the demonstration. */
export function countPeople(world: World): Promise<{ all: number; ofDemonstration: number }> {
  return asked(world, people.countPeople);
}

/** The partnership at this address, or null. Assumes: the database of `world` is the owner's; the application sees none. */
export function findPartnershipAt(world: World, slug: string): Promise<Partnership | null> {
  return asked(world, (tx) => store.findPartnershipAt(tx, slug));
}

/** Every partnership of the installation, by name. Assumes: as above. */
export function allPartnerships(world: World): Promise<Partnership[]> {
  return asked(world, store.allPartnerships);
}

/** Puts somebody who has an account into a partnership. Refuses: a member of it already. */
export async function letIn(
  world: World,
  wanted: {
    partnershipId: PartnershipId;
    personId: PersonId;
    role: Role;
    organisation: string;
    jobRole: string;
  }
): Promise<Result<undefined, { readonly kind: 'already-member' }>> {
  const { partnershipId, personId } = wanted;
  const settings = { partnershipId, personId, now: world.clock() };
  return inTransaction(world, settings, 'write', async (tx) => {
    if (await memberStore.isMember(tx, partnershipId, personId))
      return err({ kind: 'already-member' });
    await memberStore.addMembership(tx, wanted);
    return ok();
  });
}

/** A coordinator of the partnership, in whose name the command line may invite somebody; null where there is none. */
export function findCoordinator(
  world: World,
  partnershipId: PartnershipId
): Promise<PersonId | null> {
  const settings = { partnershipId, now: world.clock() };
  return inTransaction(world, settings, 'read', (tx) =>
    memberStore.findCoordinator(tx, partnershipId)
  );
}
