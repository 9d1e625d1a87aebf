import type { PartnershipId, PersonId } from './ids.ts';
import type { Role } from './permissions.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/**
 * Proof that this person may read in this partnership. Only `query()` and `command()` make one, and every store asks for one.
 */
export type ReadScope = {
  readonly [readable]: true;
  readonly partnershipId: PartnershipId;
  readonly personId: PersonId;
  readonly role: Role;
};

/** Proof that this person may make this change in this partnership. A scope for reading does not fit. */
export type WriteScope = ReadScope & { readonly [writable]: true };

type ScopeFacts = Pick<ReadScope, 'partnershipId' | 'personId' | 'role'>;

/** For `query()` alone: `tests/fences` refuses any other importer. */
export function mintReadScope(facts: ScopeFacts): ReadScope {
  return facts as ReadScope; // the brand exists only for the type checker
}

/** For `command()` alone: `tests/fences` refuses any other importer. */
export function mintWriteScope(facts: ScopeFacts): WriteScope {
  return facts as WriteScope; // the brand exists only for the type checker
}
