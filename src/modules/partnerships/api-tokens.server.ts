import { err, ok, type Result } from '#core/result';
import { command, query, type Actor, type World } from '#platform/command';
import { inTransaction } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import * as v from 'valibot';
import { newTokenInput, oneTokenInput, requestPace, type ApiTokenId } from './api-tokens.ts';
import * as store from './api-tokens.store.server.ts';
import { daysAfter } from './rules.ts';
import { newToken, tokenHash } from './tokens.server.ts';
import { isToBeNoted } from './visits.ts';

/** Tokens for other programs: made and revoked by a coordinator, found by the secret that a request carries. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Every secret begins with this, so that scanners of code and mail know one when they see it. */
const secretBeginning = 'cairn_';

/** Makes a token. Answers its secret, which is not stored and cannot be shown again. */
export const makeApiToken = command({
  name: 'partnerships.make-api-token',
  needs: 'partnership:manage',
  input: newTokenInput,
  example: { name: 'Monthly report', purpose: 'Charts for the board', life: '90' },
  async run({ scope, input, tx, now, newId }) {
    const secret = `${secretBeginning}${newToken()}`;
    const id = newId() as ApiTokenId; // made here
    const { life, ...parts } = input;
    await store.addToken(tx, scope, {
      ...parts,
      id,
      hash: tokenHash(secret),
      now,
      expiresAt: daysAfter(now, Number(life))
    });
    return ok({ id, secret });
  }
});

/** Ends a token at once. What was done with it stays on record. */
export const revokeApiToken = command({
  name: 'partnerships.revoke-api-token',
  needs: 'partnership:manage',
  input: oneTokenInput,
  example: { tokenId: nobody },
  async run({ scope, input, tx, now }) {
    const isDone = await store.revokeToken(tx, scope, input.tokenId, now);
    return isDone ? ok() : err({ kind: 'not-found' } as const);
  }
});

export const viewApiTokens = query({
  name: 'partnerships.view-api-tokens',
  needs: 'partnership:manage',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await store.tokens(tx, scope));
  }
});

/** Who a request with a token acts for, and where. */
export type ApiCaller = {
  readonly actor: NonNullable<Actor> & { readonly token: { readonly id: string } };
  readonly placeId: PartnershipId;
  readonly showsCounts: boolean;
  /** When a use of the token was noted last. */
  readonly lastUsedAt: Date | null;
};

export type CallerProblem =
  { readonly kind: 'no-token' } | { readonly kind: 'too-many'; readonly secondsLeft: number };

/**
 * The caller whose secret this is. It acts for whoever made it, as a reader or at most as a contributor, never with more than that
 * person has today; when their membership ends, so does the token. Writes nothing: `noteApiUse` is for when it has been answered.
 * Refuses: a secret that is unknown, revoked or expired, without saying which; more than 300 requests within a minute.
 */
export async function findApiCaller(
  world: World,
  secret: string
): Promise<Result<ApiCaller, CallerProblem>> {
  const now = world.clock();
  const hash = tokenHash(secret);
  const found = await inTransaction(
    world,
    { apiTokenHash: hash.toString('hex'), now },
    'read',
    (tx) => store.findUsableToken(tx, hash, now)
  );
  if (found === null) return err({ kind: 'no-token' });
  const { id, partnershipId, personId } = found;
  const secondsLeft = world.throttle.take(`token ${id}`, requestPace, now);
  if (secondsLeft > 0) return err({ kind: 'too-many', secondsLeft });
  const lastUsedAt = await inTransaction(world, { partnershipId, personId, now }, 'read', (tx) =>
    store.lastUseOf(tx, found)
  );
  return ok({
    actor: { personId, token: { id, atMost: found.mayRecord ? 'contributor' : 'reader' } },
    placeId: partnershipId,
    showsCounts: found.showsCounts,
    lastUsedAt
  });
}

/** Notes that a token was used, unless that was noted within the last five minutes. */
export async function noteApiUse(world: World, caller: ApiCaller): Promise<void> {
  const now = world.clock();
  if (!isToBeNoted(caller.lastUsedAt, now)) return;
  const { actor, placeId } = caller;
  const settings = { partnershipId: placeId, personId: actor.personId, now };
  const token = { id: actor.token.id, partnershipId: placeId };
  await inTransaction(world, settings, 'write', (tx) => store.noteUse(tx, token, now));
}
