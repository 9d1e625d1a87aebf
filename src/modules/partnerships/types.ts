import type { PartnershipId, PersonId } from '#platform/ids';
import type { Permission, Role } from '#platform/permissions';

export type { PartnershipId, PersonId };

/** Somebody with an account. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly siteAdministrator: boolean;
  readonly demonstration: boolean;
};

/** A place works for its own children; a collaborative is several places that plan or learn together. */
export type PartnershipKind = 'place' | 'collaborative';

export type Partnership = {
  readonly id: PartnershipId;
  readonly slug: string;
  readonly name: string;
  readonly kind: PartnershipKind;
  /** Nine-character code of the Office for National Statistics, where the partnership covers one area. */
  readonly areaCode: string | null;
  readonly nation: string;
  readonly spinePack: string;
  /** A made-up place: every page of it says so. */
  readonly madeUp: boolean;
  readonly demonstration: boolean;
  /** What was collected here and from where, said on every page; empty for an ordinary partnership. */
  readonly collectionNote: string;
  readonly about: string;
  readonly vision: string;
  readonly version: number;
};

/** What a partnership holds to be its vision. */
export type Vision = {
  readonly text: string;
  readonly agreedOn: string | null;
  readonly agreedBy: string;
  /** A role. */
  readonly owner: string;
};

/** A vision that was held before, until the moment at which it was changed. */
export type EarlierVision = Omit<Vision, 'owner'> & { readonly until: Date };

/** A partnership as one of its members meets it. */
export type Place = Partnership & {
  readonly role: Role;
  readonly permissions: readonly Permission[];
};

/** A line of the partnership switcher. */
export type PlaceLink = Pick<Partnership, 'slug' | 'name' | 'kind' | 'madeUp'> & {
  readonly role: Role;
};

export type Member = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
  readonly jobRole: string;
  readonly joinedAt: Date;
  readonly lastVisitAt: Date | null;
  readonly version: number;
};

export type PendingInvitation = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
};

/** What the holder of an invitation link sees before accepting. */
export type OpenInvitation = {
  readonly partnershipName: string;
  readonly email: string;
  readonly role: Role;
  /** Whether someone with this e-mail already has an account: then they sign in to accept. */
  readonly hasAccount: boolean;
};

/** One row of a record's history. */
export type Change = {
  readonly at: Date;
  readonly by: string;
  readonly tableName: string;
  readonly recordId: string;
  readonly action: 'added' | 'changed' | 'removed';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

export type SignInProblem =
  | { readonly kind: 'sign-in-refused' }
  | { readonly kind: 'too-many-attempts'; readonly minutes: number };

export type PasswordProblem =
  | { readonly kind: 'password-too-short'; readonly fewest: number }
  | { readonly kind: 'password-too-common' }
  | { readonly kind: 'password-names-you' };
