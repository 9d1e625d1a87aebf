import type { World } from '#platform/command';
import { inTransaction } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import * as people from './people.store.server.ts';
import { isSessionAlive } from './rules.ts';
import * as store from './store.server.ts';
import { tokenHash } from './tokens.server.ts';
import type { Person, Place } from './types.ts';
import { isToBeNoted } from './visits.ts';
import * as visitStore from './visits.store.server.ts';

/**
 * Who comes with a request, and to which place. Finding it out writes nothing; that they were here is noted afterwards, outside the
 * record of changes, and where it cannot be noted nobody is kept from reading.
 */

/** The person whose session it is, and when its use was last noted. */
export type Session = {
  readonly person: Person;
  readonly tokenHash: Buffer;
  readonly lastUsedAt: Date;
};

/** What is to be noted of a request: the use of a session, and of a place where it led to one. */
export type Unnoted = {
  readonly personId: PersonId;
  readonly tokenHash: Buffer;
  readonly placeId: PartnershipId | null;
};

/** The session that a token opens, or null when it has ended. */
export async function findSession(world: World, token: string): Promise<Session | null> {
  const now = world.clock();
  const key = tokenHash(token);
  return inTransaction(world, { now }, 'read', async (tx) => {
    const session = await people.findSession(tx, key);
    if (session === null || !isSessionAlive(session, now)) return null;
    return { person: session.person, tokenHash: key, lastUsedAt: session.lastUsedAt };
  });
}

/** A place, and when the person was last noted there. */
export type PlaceEntered = { readonly place: Place; readonly lastVisitAt: Date | null };

/** The partnership at this address, if the person belongs to it; otherwise it is not there. */
export async function enterPlace(
  world: World,
  person: Person,
  slug: string
): Promise<PlaceEntered | null> {
  const settings = { personId: person.id, now: world.clock() };
  return inTransaction(world, settings, 'read', (tx) => store.findPlace(tx, slug, person.id));
}

/** What a request leaves to be noted; null when all of it was noted within the last five minutes. */
export function unnotedOf(
  session: Session,
  entered: PlaceEntered | null,
  now: Date
): Unnoted | null {
  const isVisitOld = entered !== null && isToBeNoted(entered.lastVisitAt, now);
  if (!isVisitOld && !isToBeNoted(session.lastUsedAt, now)) return null;
  const { person, tokenHash: hash } = session;
  return { personId: person.id, tokenHash: hash, placeId: entered?.place.id ?? null };
}

/** Notes that a person was here. Assumes: `unnoted` is of this request; it proves who they are and that they belong to the place. */
export async function noteArrival(world: World, unnoted: Unnoted): Promise<void> {
  const { personId, placeId } = unnoted;
  const now = world.clock();
  await inTransaction(world, { partnershipId: placeId, personId, now }, 'write', async (tx) => {
    await people.touchSession(tx, unnoted.tokenHash, now);
    if (placeId !== null) {
      await visitStore.noteVisit(tx, { partnershipId: placeId, personId }, now);
    }
  });
}
