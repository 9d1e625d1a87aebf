import { err, ok, type Result } from '#core/result';
import type { World } from '#platform/command';
import { inTransaction, type Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import { hashPassword, isRightPassword } from './passwords.server.ts';
import * as browsers from './browsers.store.server.ts';
import * as people from './people.store.server.ts';
import { checkPassword, daysAfter, sessionLength, signInPace, slugOf } from './rules.ts';
import type { PartnershipProblem } from './sentences.ts';
import * as invitationStore from './invitations.store.server.ts';
import * as memberStore from './members.store.server.ts';
import * as store from './store.server.ts';
import { newToken, tokenHash } from './tokens.server.ts';
import type {
  OpenInvitation,
  Partnership,
  PasswordProblem,
  Person,
  PlaceLink,
  SignInProblem
} from './types.ts';

/**
 * Who somebody is, before it is known in which partnership they work: signing in and out, invitations, setting up.
 * These run outside `command()`, which asks for a member. They touch people and sessions only, or a partnership in the
 * moment that it or a membership of it begins.
 */

export type OpenedSession = { readonly token: string; readonly expiresAt: Date };

function asks<Value>(world: World, personId: PersonId | null, work: (tx: Tx) => Promise<Value>) {
  return inTransaction(world, { personId, now: world.clock() }, 'read', work);
}

function changes<Value>(world: World, personId: PersonId | null, work: (tx: Tx) => Promise<Value>) {
  return inTransaction(world, { personId, now: world.clock() }, 'write', work);
}

async function openSession(tx: Tx, personId: PersonId, now: Date): Promise<OpenedSession> {
  const token = newToken();
  const expiresAt = daysAfter(now, sessionLength.absoluteDays);
  await people.addSession(tx, { tokenHash: tokenHash(token), personId, now, expiresAt });
  return { token, expiresAt };
}

/** What signing in leaves in the browser: the session, and the mark by which the browser is known the next time. */
export type SignedIn = OpenedSession & { readonly browser: string };

/**
 * Signs a person in. The answer to a wrong password is the answer to an unknown e-mail address.
 * `address` is the network address of the browser, for the throttle only: it is not stored. `browser` is the mark that an earlier
 * sign-in has left in it.
 * An attempt is counted before the password is looked at, and given back when it was right, so that many guesses at one moment
 * count like many in turn. Somebody who comes with a browser they have signed in with before is counted by themselves: a script that
 * guesses from the same office, or at the same e-mail address, holds up only those whom nobody knows yet.
 * Refuses: a wrong pair; too many failures for the e-mail or the address within 15 minutes.
 */
export async function signIn(
  world: World,
  attempt: { email: string; password: string; address: string; browser?: string | undefined }
): Promise<Result<SignedIn, SignInProblem>> {
  const now = world.clock();
  const email = attempt.email.trim().toLowerCase();
  const known = await knownBrowser(world, email, attempt.browser);
  const counts =
    known === null
      ? ([
          [`sign-in from ${attempt.address}`, signInPace.perAddress],
          [`sign-in of ${email}`, signInPace.perEmail]
        ] as const)
      : ([[`sign-in of ${email} with ${known}`, signInPace.perEmail]] as const);
  for (const [key, pace] of counts) {
    const secondsLeft = world.throttle.take(key, pace, now);
    if (secondsLeft > 0) {
      return err({ kind: 'too-many-attempts', minutes: Math.ceil(secondsLeft / 60) });
    }
  }

  const person = await asks(world, null, (tx) => people.findPersonByEmail(tx, email));
  // A password is slow to look at, and no connection waits for it.
  await world.reading?.letGo();
  const isRight = await isRightPassword(person?.passwordHash ?? null, attempt.password);
  if (!isRight || person === null) return err({ kind: 'sign-in-refused' });
  for (const [key] of counts) {
    if (key.startsWith('sign-in of ')) world.throttle.forget(key);
    else world.throttle.giveBack(key);
  }
  const browser = (known === null ? undefined : attempt.browser) ?? newToken();
  return ok(
    await changes(world, person.id, async (tx) => {
      await browsers.rememberBrowser(tx, {
        tokenHash: tokenHash(browser),
        personId: person.id,
        now
      });
      return { ...(await openSession(tx, person.id, now)), browser };
    })
  );
}

/** The hash of a browser's mark, where the person of this e-mail address has signed in with it before. */
async function knownBrowser(
  world: World,
  email: string,
  browser: string | undefined
): Promise<string | null> {
  if (browser === undefined) return null;
  const hash = tokenHash(browser);
  const isKnown = await asks(world, null, async (tx) => {
    const person = await people.findPersonByEmail(tx, email);
    return person !== null && (await browsers.isKnownBrowser(tx, hash, person.id));
  });
  return isKnown ? hash.toString('hex') : null;
}

export async function signOut(world: World, token: string): Promise<void> {
  await changes(world, null, (tx) => people.removeSession(tx, tokenHash(token)));
}

/** Ends every session of the person, on every device, this one included. */
export async function signOutEverywhere(world: World, personId: PersonId): Promise<void> {
  await changes(world, personId, (tx) => people.removeSessionsOf(tx, personId));
}

/** Changes the password, ends every other session and opens a new one here. */
export async function changePassword(
  world: World,
  person: Person,
  passwords: { current: string; next: string }
): Promise<Result<OpenedSession, PartnershipProblem>> {
  const stored = await asks(world, person.id, (tx) => people.passwordHashOf(tx, person.id));
  await world.reading?.letGo();
  if (!(await isRightPassword(stored, passwords.current))) return err({ kind: 'sign-in-refused' });
  const checked = checkPassword(passwords.next, person);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(checked.value);
  return changes(world, person.id, async (tx) => {
    await people.setPassword(tx, person.id, passwordHash);
    await people.removeSessionsOf(tx, person.id);
    await browsers.forgetBrowsersOf(tx, person.id);
    return ok(await openSession(tx, person.id, world.clock()));
  });
}

/** The partnerships that a person belongs to, by name. */
export async function placesOf(world: World, person: Person): Promise<PlaceLink[]> {
  return asks(world, person.id, (tx) => store.placesOf(tx, person.id));
}

/** Whether nobody has an account yet, so that the set-up page is open. */
export async function needsSetUp(world: World): Promise<boolean> {
  return !(await asks(world, null, people.hasAnyPerson));
}

export type NewPartnership = {
  readonly name: string;
  readonly slug: string;
  readonly kind: 'place' | 'collaborative';
  readonly areaCode: string;
  readonly nation: string;
  readonly about: string;
  readonly madeUp?: boolean;
  readonly demonstration?: boolean;
  /** For a collection of published work: what every page of it says. */
  readonly collectionNote?: string;
  readonly vision?: string;
};

/**
 * Begins a partnership with its first coordinator.
 * Assumes: the caller has established that this person may (site administrator, set-up, command line).
 * Refuses: a name of which no address can be made, such as one in another script, where none is given; an address that is taken.
 */
export async function beginPartnership(
  world: World,
  coordinatorId: PersonId,
  wanted: NewPartnership
): Promise<Result<{ id: PartnershipId; slug: string }, PartnershipProblem>> {
  const place = newPlace(world, wanted);
  if (!place.ok) return place;
  const { id, slug } = place.value;
  const settings = { partnershipId: id, personId: coordinatorId, now: world.clock() };
  try {
    await inTransaction(world, settings, 'write', (tx) => addPlace(tx, place.value, coordinatorId));
  } catch (fault) {
    if (isTaken(fault, 'partnership_slug')) return err({ kind: 'slug-taken' });
    throw fault;
  }
  return ok({ id, slug });
}

function newPlace(
  world: World,
  wanted: NewPartnership
): Result<Partnership, Extract<PartnershipProblem, { kind: 'slug-needed' }>> {
  const slug = wanted.slug === '' ? slugOf(wanted.name) : wanted.slug;
  if (slug === '') return err({ kind: 'slug-needed' });
  return ok({
    id: world.newId() as PartnershipId, // a fresh identifier
    slug,
    name: wanted.name,
    kind: wanted.kind,
    areaCode: wanted.areaCode === '' ? null : wanted.areaCode,
    nation: wanted.nation,
    spinePack: 'spine/early-years',
    madeUp: wanted.madeUp ?? false,
    demonstration: wanted.demonstration ?? false,
    collectionNote: wanted.collectionNote ?? '',
    about: wanted.about,
    vision: wanted.vision ?? '',
    version: 1
  });
}

async function addPlace(tx: Tx, place: Partnership, coordinatorId: PersonId): Promise<void> {
  await store.addPartnership(tx, place);
  await memberStore.addMembership(tx, {
    partnershipId: place.id,
    personId: coordinatorId,
    role: 'coordinator',
    organisation: '',
    jobRole: ''
  });
}

/** Puts a partnership into a collaborative, unless it is there. Assumes: the caller speaks for the collaborative. */
export async function joinCollaborative(
  world: World,
  collaborativeId: PartnershipId,
  memberId: PartnershipId
): Promise<void> {
  const settings = { partnershipId: collaborativeId, now: world.clock() };
  await inTransaction(world, settings, 'write', (tx) =>
    store.addToCollaborative(tx, collaborativeId, memberId)
  );
}

/** Adds an account. Refuses: an e-mail address that has one; a weak password. */
export async function addAccount(
  world: World,
  wanted: {
    name: string;
    email: string;
    password: string;
    siteAdministrator: boolean;
    demonstration?: boolean;
  }
): Promise<Result<Person, PartnershipProblem>> {
  const email = wanted.email.trim().toLowerCase();
  const checked = checkPassword(wanted.password, { name: wanted.name, email });
  if (!checked.ok) return checked;
  const person: Person = {
    id: world.newId() as PersonId, // a fresh identifier
    name: wanted.name,
    email,
    siteAdministrator: wanted.siteAdministrator,
    demonstration: wanted.demonstration ?? false
  };
  const passwordHash = await hashPassword(checked.value);
  try {
    await changes(world, person.id, (tx) => people.addPerson(tx, { ...person, passwordHash }));
  } catch (fault) {
    if (isTaken(fault, 'person_email')) return err({ kind: 'email-taken' });
    throw fault;
  }
  return ok(person);
}

/**
 * Gives a password to somebody whose account has none, as after a partnership was brought in from another installation.
 * Refuses: a weak password; an account that has a password, which nobody else may change.
 * Assumes: the caller may (command line), and the address has an account.
 */
export async function givePassword(
  world: World,
  email: string,
  password: string
): Promise<Result<undefined, PasswordProblem | { readonly kind: 'has-a-password' }>> {
  const person = await asks(world, null, (tx) => people.findPersonByEmail(tx, email));
  if (person === null) throw new Error('A password was given to nobody.');
  const checked = checkPassword(password, person);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(checked.value);
  const isGiven = await changes(world, person.id, (tx) =>
    people.setFirstPassword(tx, person.id, passwordHash)
  );
  return isGiven ? ok(undefined) : err({ kind: 'has-a-password' });
}

/** Gives somebody a role in a partnership. Assumes: the caller may (command line, demonstration). */
export async function giveRole(
  world: World,
  membership: Parameters<typeof memberStore.addMembership>[1]
): Promise<void> {
  const { partnershipId, personId } = membership;
  const settings = { partnershipId, personId, now: world.clock() };
  await inTransaction(world, settings, 'write', (tx) => memberStore.addMembership(tx, membership));
}

/**
 * The first account of an installation, and its first partnership: both, in one transaction, or neither. Of several who do it at one
 * moment one becomes the administrator.
 * Refuses when anybody has an account; a weak password; whatever `beginPartnership` refuses.
 */
export async function setUp(
  world: World,
  wanted: { name: string; email: string; password: string; partnership: NewPartnership }
): Promise<Result<{ session: OpenedSession; slug: string }, PartnershipProblem>> {
  if (!(await needsSetUp(world))) return err({ kind: 'already-set-up' });
  const email = wanted.email.trim().toLowerCase();
  const checked = checkPassword(wanted.password, { name: wanted.name, email });
  if (!checked.ok) return checked;
  const place = newPlace(world, wanted.partnership);
  if (!place.ok) return place;
  const passwordHash = await hashPassword(checked.value);
  const personId = world.newId() as PersonId; // a fresh identifier
  const now = world.clock();
  const settings = { partnershipId: place.value.id, personId, now };
  return inTransaction(world, settings, 'write', async (tx) => {
    await people.holdSetUp(tx);
    if (await people.hasAnyPerson(tx)) return err({ kind: 'already-set-up' } as const);
    const person = { id: personId, name: wanted.name, email };
    await people.addPerson(tx, {
      ...person,
      siteAdministrator: true,
      demonstration: false,
      passwordHash
    });
    await addPlace(tx, place.value, personId);
    const session = await openSession(tx, personId, now);
    return ok({ session, slug: place.value.slug });
  });
}

function withInvitation<Value>(world: World, token: string, work: (tx: Tx) => Promise<Value>) {
  const settings = { invitationHash: tokenHash(token).toString('hex'), now: world.clock() };
  return inTransaction(world, settings, 'read', work);
}

/** What the holder of a link may see before accepting, or null when the link no longer works. */
export async function openInvitation(world: World, token: string): Promise<OpenInvitation | null> {
  const now = world.clock();
  const found = await withInvitation(world, token, async (tx) => {
    const invitation = await invitationStore.findInvitation(tx, tokenHash(token), now);
    if (invitation === null) return null;
    const account = await people.findPersonByEmail(tx, invitation.email);
    return { invitation, hasAccount: account !== null };
  });
  if (found === null) return null;
  const { invitation, hasAccount } = found;
  const settings = { partnershipId: invitation.partnershipId, now };
  const name = await inTransaction(world, settings, 'read', (tx) =>
    store.nameOf(tx, invitation.partnershipId)
  );
  return { partnershipName: name, email: invitation.email, role: invitation.role, hasAccount };
}

/**
 * Accepts an invitation: makes the account if there is none, and the membership. The link is used up in the same transaction.
 * `signedIn` is who is signed in now. Someone who has an account must be signed in with it.
 */
export async function acceptInvitation(
  world: World,
  token: string,
  wanted: { signedIn: Person | null; name: string; password: string }
): Promise<Result<{ session: OpenedSession | null }, PartnershipProblem>> {
  const now = world.clock();
  const found = await withInvitation(world, token, async (tx) => {
    const invitation = await invitationStore.findInvitation(tx, tokenHash(token), now);
    if (invitation === null) return null;
    return { invitation, account: await people.findPersonByEmail(tx, invitation.email) };
  });
  if (found === null) return err({ kind: 'link-used-or-expired' });
  const { invitation, account } = found;
  await world.reading?.letGo();

  let personId = account?.id ?? null;
  let newcomer: { passwordHash: string } | null = null;
  if (account === null) {
    const checked = checkPassword(wanted.password, { name: wanted.name, email: invitation.email });
    if (!checked.ok) return checked;
    newcomer = { passwordHash: await hashPassword(checked.value) };
    personId = world.newId() as PersonId; // a fresh identifier
  } else if (wanted.signedIn?.id !== account.id) {
    return err({ kind: 'sign-in-first', email: invitation.email });
  }
  const acceptedBy = personId as PersonId; // set in both branches above

  const settings = {
    partnershipId: invitation.partnershipId,
    personId: acceptedBy,
    invitationHash: tokenHash(token).toString('hex'),
    now
  };
  try {
    return await inTransaction(world, settings, 'write', async (tx) => {
      if (!(await invitationStore.useInvitation(tx, invitation, now))) {
        return err({ kind: 'link-used-or-expired' } as const);
      }
      if (newcomer !== null) {
        await people.addPerson(tx, {
          id: acceptedBy,
          name: wanted.name,
          email: invitation.email,
          siteAdministrator: false,
          demonstration: false,
          passwordHash: newcomer.passwordHash
        });
      }
      await memberStore.addMembership(tx, {
        partnershipId: invitation.partnershipId,
        personId: acceptedBy,
        role: invitation.role,
        organisation: invitation.organisation,
        jobRole: invitation.jobRole
      });
      const session = newcomer === null ? null : await openSession(tx, acceptedBy, now);
      return ok({ session });
    });
  } catch (fault) {
    if (isTaken(fault, 'membership_pkey')) return err({ kind: 'already-member' });
    throw fault;
  }
}

/** Whether PostgreSQL refused a row because another has the same value under this unique index. */
function isTaken(fault: unknown, index: string): boolean {
  const uniqueViolation = '23505';
  const problem = fault as { code?: string; constraint?: string };
  return problem.code === uniqueViolation && problem.constraint === index;
}
