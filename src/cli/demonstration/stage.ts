import { dateOf } from '#core/dates';
import {
  addAccount,
  beginPartnership,
  changeMembership,
  letIn,
  type NewPartnership
} from '#modules/partnerships/server';
import type { World } from '#platform/command';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import { demonstrationPassword, emailOf } from './accounts.ts';
import type { DemonstrationContent } from './content.ts';
import { give, type Hand } from './hand.ts';

/** What each place of the demonstration is loaded with. */
export type Stage = {
  readonly world: World;
  readonly content: DemonstrationContent;
};

/** How many of each kind of record were loaded, by the words for them. */
export type Counts = Readonly<Record<string, number>>;

/** Adds an account of the demonstration, named by what it may do. */
export async function addDemonstrationAccount(
  world: World,
  wanted: { readonly name: string; readonly account: string; readonly domain: string }
): Promise<PersonId> {
  const added = await addAccount(world, {
    name: wanted.name,
    email: emailOf(wanted.account, wanted.domain),
    password: demonstrationPassword,
    siteAdministrator: false,
    demonstration: true
  });
  if (!added.ok)
    throw new Error(`An account of the demonstration was refused: ${added.error.kind}`);
  return added.value.id;
}

/** Begins a partnership of the demonstration with its coordinator, whose hand is answered. */
export async function beginPlace(
  world: World,
  coordinator: PersonId,
  wanted: Pick<NewPartnership, 'name' | 'slug' | 'kind' | 'nation' | 'about'> & {
    readonly areaCode: string | null;
    readonly madeUp?: boolean;
    readonly vision?: string;
    readonly collectionNote?: string;
  }
): Promise<Hand> {
  const begun = await beginPartnership(world, coordinator, {
    madeUp: false,
    vision: '',
    ...wanted,
    areaCode: wanted.areaCode ?? '',
    demonstration: true
  });
  if (!begun.ok) throw new Error(`A place of the demonstration was refused: ${begun.error.kind}`);
  return { world, place: begun.value.id, personId: coordinator };
}

/** Says for which organisation the coordinator works, and as what. */
export async function describeCoordinator(
  hand: Hand,
  organisation: string,
  jobRole: string
): Promise<void> {
  const described = { personId: hand.personId, role: 'coordinator', organisation, jobRole };
  await give(hand, changeMembership, { ...described, version: 1 });
}

/** Lets somebody into a place; answers their hand. */
export async function join(
  world: World,
  place: PartnershipId,
  member: {
    readonly personId: PersonId;
    readonly role: Role;
    readonly organisation: string;
    readonly jobRole: string;
  }
): Promise<Hand> {
  const joined = await letIn(world, { partnershipId: place, ...member });
  if (!joined.ok)
    throw new Error(`A member of the demonstration was refused: ${joined.error.kind}`);
  return { world, place, personId: member.personId };
}

/** Today, as the demonstration's clock has it. */
export function today(world: World): string {
  return dateOf(world.clock());
}
