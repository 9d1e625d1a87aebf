import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import type { FeedHost } from './feed-hosts.server.ts';

/** All SQL about the hosts that may be asked for feeds. They are of no partnership, so nothing here takes a scope. */

type Change = { readonly host: string; readonly personId: PersonId; readonly now: Date };

export async function feedHosts(tx: Tx): Promise<FeedHost[]> {
  return tx
    .selectFrom('feedHost')
    .innerJoin('person', 'person.id', 'feedHost.allowedBy')
    .select(['feedHost.host', 'person.name as allowedBy', 'feedHost.allowedAt'])
    .where('feedHost.withdrawnAt', 'is', null)
    .orderBy('feedHost.host')
    .execute();
}

export async function allowHost(tx: Tx, { host, personId, now }: Change): Promise<void> {
  await tx
    .insertInto('feedHost')
    .values({ host, allowedBy: personId, allowedAt: now })
    .onConflict((conflict) =>
      conflict
        .column('host')
        .doUpdateSet({ allowedBy: personId, allowedAt: now, withdrawnBy: null, withdrawnAt: null })
        .where('feedHost.withdrawnAt', 'is not', null)
    )
    .execute();
}

export async function withdrawHost(tx: Tx, { host, personId, now }: Change): Promise<boolean> {
  const answer = await tx
    .updateTable('feedHost')
    .set({ withdrawnBy: personId, withdrawnAt: now })
    .where('host', '=', host)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
