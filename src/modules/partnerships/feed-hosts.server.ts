import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction } from '#platform/database';
import type { PersonId } from '#platform/ids';
import { hostMeant } from '#platform/outside.server';
import * as store from './feed-hosts.store.server.ts';

/**
 * The hosts that this installation's server may ask for feeds. They are of the installation: whoever administers it allows them, and the
 * database lets nobody else write them.
 */

export type FeedHost = {
  readonly host: string;
  readonly allowedBy: string;
  readonly allowedAt: Date;
};

/** The hosts that are allowed now, by name. Anybody who works here may know them. */
export function feedHosts(world: World): Promise<FeedHost[]> {
  return inTransaction(world, { now: world.clock() }, 'read', store.feedHosts);
}

/**
 * Allows a host, given by its name or an address on it; one that was withdrawn is allowed again.
 * Assumes: the caller has established that this person administers the installation; the database refuses anybody else.
 * Refuses: what is no name of a host that could be asked.
 */
export async function allowFeedHost(
  world: World,
  personId: PersonId,
  text: string
): Promise<Result<{ host: string }, { readonly kind: 'not-a-host' }>> {
  const host = hostMeant(text);
  if (host === null) return err({ kind: 'not-a-host' });
  const now = world.clock();
  await inTransaction(world, { personId, now }, 'write', (tx) =>
    store.allowHost(tx, { host, personId, now })
  );
  return ok({ host });
}

/** Withdraws a host. False where it was not allowed. Assumes: as above. */
export async function withdrawFeedHost(
  world: World,
  personId: PersonId,
  host: string
): Promise<boolean> {
  const now = world.clock();
  return inTransaction(world, { personId, now }, 'write', (tx) =>
    store.withdrawHost(tx, { host, personId, now })
  );
}
