import { ok } from '#core/result';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import * as history from './history.store.server.ts';
import * as invitationStore from './invitations.store.server.ts';
import * as memberStore from './members.store.server.ts';
import * as store from './store.server.ts';
import type { Change, EarlierVision } from './types.ts';
import { endOfVisitBefore } from './visits.ts';
import * as visitStore from './visits.store.server.ts';

/** Who belongs to the partnership, and who has been invited. */
export const viewMembers = query({
  name: 'partnerships.view-members',
  needs: 'partnership:manage',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok({
      members: await memberStore.members(tx, scope),
      invitations: await invitationStore.pendingInvitations(tx, scope, now)
    });
  }
});

/** What the partnership says of itself, and with whom it plans or learns. */
export const viewPartnership = query({
  name: 'partnerships.view-partnership',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok({
      partnership: await store.getPartnership(tx, scope),
      vision: await store.visionOf(tx, scope),
      partners: await store.partnersOf(tx, scope)
    });
  }
});

/** The visions that were held before, the latest first, read from the history. */
export async function earlierVisions(tx: Tx, scope: ReadScope): Promise<EarlierVision[]> {
  const filter = { tableName: 'partnership', recordId: scope.partnershipId, most: 200 };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return (await history.changes(tx, scope, filter)).flatMap(({ at, before, after }) => {
    const held = text(before?.['vision']);
    if (held === '' || after === null || held === text(after['vision'])) return [];
    const agreedOn = text(before?.['vision_agreed_on']);
    return [
      {
        text: held,
        agreedOn: agreedOn === '' ? null : agreedOn,
        agreedBy: text(before?.['vision_agreed_by']),
        until: at
      }
    ];
  });
}

/** What happened to one record, newest first. `table` is the name under which changes are kept. */
export const viewHistory = query({
  name: 'partnerships.view-history',
  needs: 'records:read',
  input: v.object({ table: v.string(), recordId: v.string() }),
  example: { table: 'partnership', recordId: 'none' },
  async run({ scope, input, tx }) {
    const filter = { tableName: input.table, recordId: input.recordId, most: 200 };
    return ok(await history.changes(tx, scope, filter));
  }
});

/**
 * For the home page: what changed since the end of the member's visit before this one, newest first, at most 400 rows; everything on
 * the first.
 */
export async function changesSinceLastVisit(
  tx: Tx,
  scope: ReadScope,
  now: Date
): Promise<{ since: Date | null; changes: Change[] }> {
  const since = endOfVisitBefore(await visitStore.visitsOf(tx, scope), now);
  const filter = since === null ? { most: 400 } : { since, most: 400 };
  return { since, changes: await history.changes(tx, scope, filter) };
}
