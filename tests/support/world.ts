import { randomUUID } from 'node:crypto';
import { addAccount, beginPartnership, giveRole } from '#modules/partnerships/server';
import { clockAt } from '#platform/clock';
import type { Actor, World } from '#platform/command';
import { connect } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import { Throttle } from '#platform/throttle';
import { testDatabase, type TestDatabase } from './database.ts';
import { whenTheFileEnds } from './end-of-file.ts';
import { loadTestContent, testMoment } from './test-content.ts';

export { testMoment };

let ofThisFile: Promise<World> | undefined;

/** The world of one test file: its own database, content loaded, a clock that stands still. */
export function testWorld(): Promise<World> {
  if (ofThisFile === undefined) {
    const world = testDatabase().then(({ app }) => worldOf(app));
    ofThisFile = world;
    whenTheFileEnds(async () => {
      ofThisFile = undefined;
      await (await world).database.destroy();
    });
  }
  return ofThisFile;
}

function worldOf(app: TestDatabase['app']): World {
  return {
    database: connect(app),
    clock: clockAt(testMoment),
    newId: randomUUID,
    throttle: new Throttle()
  };
}

/** A world on a database that is up to date: content loaded, a clock that stands still. Whoever asks closes its `database`. */
export async function worldOn({ app, owner }: Pick<TestDatabase, 'app' | 'owner'>): Promise<World> {
  await loadTestContent(owner);
  return worldOf(app);
}

/** The same world at another moment. */
export function at(world: World, iso: string): World {
  return { ...world, clock: clockAt(iso) };
}

export const goodPassword = 'three stones on a hill';

export type TestPlace = {
  readonly id: PartnershipId;
  readonly slug: string;
  /** Somebody of each role. */
  readonly people: Readonly<Record<Exclude<Role, 'visiting-officer'>, NonNullable<Actor>>>;
};

let places = 0;

/** A made-up partnership with one person of each role. */
export async function testPlace(world: World, name = 'Fernhollow'): Promise<TestPlace> {
  places += 1;
  const slug = `${name.toLowerCase()}-${places}`;
  const coordinator = await somebody(world, `coordinator@${slug}.example`);
  const begun = await beginPartnership(world, coordinator.personId, {
    name,
    slug,
    kind: 'place',
    areaCode: '',
    nation: 'England',
    about: '',
    madeUp: true
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  const { id } = begun.value;
  const member = (role: Role) => memberOf(world, { id, slug }, role);
  return {
    id,
    slug,
    people: {
      coordinator,
      lead: await member('lead'),
      contributor: await member('contributor'),
      reader: await member('reader')
    }
  };
}

/** One more member of a place, with an account of their own. */
export async function memberOf(
  world: World,
  place: Pick<TestPlace, 'id' | 'slug'>,
  role: Role
): Promise<NonNullable<Actor>> {
  const person = await somebody(world, `${role}@${place.slug}.example`);
  await giveRole(world, {
    partnershipId: place.id,
    personId: person.personId,
    role,
    organisation: '',
    jobRole: ''
  });
  return person;
}

/** Somebody with an account who belongs nowhere yet. */
export async function somebody(world: World, email: string): Promise<{ personId: PersonId }> {
  const account = await addAccount(world, {
    name: email.split('@')[0] ?? email,
    email,
    password: goodPassword,
    siteAdministrator: false
  });
  if (!account.ok) throw new Error(account.error.kind);
  return { personId: account.value.id };
}
