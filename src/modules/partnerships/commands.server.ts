import { err, ok } from '#core/result';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { lastChangeOf } from '#platform/last-change';
import { daysAfter, invitationDays } from './rules.ts';
import { invitationInput, membershipInput, partnershipInput, removalInput } from './schema.ts';
import * as invitationStore from './invitations.store.server.ts';
import * as memberStore from './members.store.server.ts';
import * as store from './store.server.ts';
import { newToken, tokenHash } from './tokens.server.ts';
import type { Member } from './types.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

/** Invites somebody by e-mail. Answers the secret of a link that works once; it is not stored and cannot be shown again. */
export const invitePerson = command({
  name: 'partnerships.invite-person',
  needs: 'partnership:manage',
  input: invitationInput,
  example: { email: 'new.colleague@example.org', role: 'contributor' },
  async run({ scope, input, tx, now, newId }) {
    const here = await memberStore.members(tx, scope);
    if (here.some((member) => member.email === input.email)) {
      return err({ kind: 'already-member' } as const);
    }
    const token = newToken();
    await invitationStore.addInvitation(tx, scope, {
      id: newId(),
      ...input,
      tokenHash: tokenHash(token),
      now,
      expiresAt: daysAfter(now, invitationDays)
    });
    return ok({ token, email: input.email });
  }
});

/** Changes a member's role, organisation and what they do. */
export const changeMembership = command({
  name: 'partnerships.change-membership',
  needs: 'partnership:manage',
  input: membershipInput,
  example: { personId: nobody, role: 'lead', version: 1 },
  async run({ scope, input, tx }) {
    const here = await memberStore.members(tx, scope);
    const member = here.find((one) => one.personId === input.personId);
    if (member === undefined) return err({ kind: 'not-found' } as const);
    if (input.role !== 'coordinator' && isLastCoordinator(here, member)) {
      return err({ kind: 'last-coordinator' } as const);
    }
    const version = await memberStore.saveMembership(tx, scope, input, input.version);
    if (version === null) return err(await savedFirst(tx, scope, 'membership', member));
    return ok({ version });
  }
});

/** Ends a membership. The person's account, and what they recorded, stay. */
export const removeMember = command({
  name: 'partnerships.remove-member',
  needs: 'partnership:manage',
  input: removalInput,
  example: { personId: nobody },
  async run({ scope, input, tx }) {
    const here = await memberStore.members(tx, scope);
    const member = here.find((one) => one.personId === input.personId);
    if (member === undefined) return err({ kind: 'not-found' } as const);
    if (isLastCoordinator(here, member)) return err({ kind: 'last-coordinator' } as const);
    await memberStore.removeMembership(tx, scope, input.personId);
    return ok();
  }
});

/** Changes what a partnership says of itself. */
export const changePartnership = command({
  name: 'partnerships.change-partnership',
  needs: 'partnership:manage',
  input: partnershipInput,
  example: { name: 'Fernhollow', about: 'A made-up place', vision: '', version: 1 },
  async run({ scope, input, tx }) {
    const { version: expected, ...values } = input;
    const version = await store.savePartnership(tx, scope, values, expected);
    if (version !== null) return ok({ version });
    const stored = await store.getPartnership(tx, scope);
    const { agreedOn, agreedBy, owner } = await store.visionOf(tx, scope);
    const changed: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: {
        name: stored.name,
        about: stored.about,
        vision: stored.vision,
        visionAgreedOn: agreedOn ?? '',
        visionAgreedBy: agreedBy,
        visionOwner: owner
      },
      version: stored.version,
      ...(await lastChangeOf(tx, scope, 'partnership', scope.partnershipId))
    };
    return err(changed);
  }
});

function isLastCoordinator(here: readonly Member[], member: Member): boolean {
  const coordinators = here.filter((one) => one.role === 'coordinator');
  return member.role === 'coordinator' && coordinators.length === 1;
}

async function savedFirst(
  tx: Tx,
  scope: WriteScope,
  tableName: string,
  member: Member
): Promise<ChangedMeanwhile> {
  return {
    kind: 'changed-meanwhile',
    theirs: { role: member.role, organisation: member.organisation, jobRole: member.jobRole },
    version: member.version,
    ...(await lastChangeOf(tx, scope, tableName, member.personId))
  };
}
