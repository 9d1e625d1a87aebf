import type { World } from '#platform/command';
import { inTransaction } from '#platform/database';
import { describe, expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import {
  at,
  goodPassword,
  testPlace,
  testWorld,
  type TestPlace
} from '../../../tests/support/world.ts';
import {
  changesSinceLastVisit,
  enterPlace,
  findSession,
  noteArrival,
  removeMember,
  signIn,
  unnotedOf,
  viewMembers
} from './index.server.ts';

const world = await testWorld();

/** The lead of a new place with an open session, from the first of March on. */
async function aLead() {
  const place = await testPlace(world);
  const email = `lead@${place.slug}.example`;
  const pair = { email, password: goodPassword, address: '192.0.2.1' };
  const { token } = await good(signIn(at(world, '2026-03-01T09:00:00Z'), pair));
  return { place, token, personId: place.people.lead.personId };
}

type Lead = Awaited<ReturnType<typeof aLead>>;

async function arrival(lead: Lead, there: World) {
  const session = await findSession(there, lead.token);
  if (session === null) throw new Error('no session');
  const entered = await enterPlace(there, session.person, lead.place.slug);
  return unnotedOf(session, entered, there.clock());
}

/** Opens a page at a moment, as the hook does, and answers since when changes are told there. */
async function opens(lead: Lead, moment: string): Promise<Date | null> {
  const there = at(world, moment);
  const unnoted = await arrival(lead, there);
  const since = await sinceAt(lead, moment);
  if (unnoted !== null) await noteArrival(there, unnoted);
  return since;
}

function sinceAt({ place, personId }: Lead, moment: string): Promise<Date | null> {
  const now = new Date(moment);
  const settings = { partnershipId: place.id, personId, now };
  const scope = { partnershipId: place.id, personId, role: 'lead' } as never; // as query() would make it
  return inTransaction(world, settings, 'read', async (tx) => {
    return (await changesSinceLastVisit(tx, scope, now)).since;
  });
}

async function rowsOf(place: TestPlace, table: 'commandRun' | 'change'): Promise<number> {
  const settings = { partnershipId: place.id, now: world.clock() };
  return inTransaction(world, settings, 'read', async (tx) => {
    return (await tx.selectFrom(table).select('id').execute()).length;
  });
}

const fail = (): never => {
  throw new Error('There is nothing to note.');
};

describe('since the last visit', () => {
  test('is since the visit before ended, and stays so while the member reads', async () => {
    const lead = await aLead();
    expect(await opens(lead, '2026-03-01T09:00:00Z')).toBeNull();
    expect(await opens(lead, '2026-03-01T11:30:00Z')).toBeNull();
    const yesterday = new Date('2026-03-01T11:30:00Z');
    expect(await opens(lead, '2026-03-02T09:00:00Z')).toEqual(yesterday);
    expect(await opens(lead, '2026-03-02T09:01:00Z')).toEqual(yesterday);
    expect(await opens(lead, '2026-03-02T09:06:00Z')).toEqual(yesterday);
    expect(await opens(lead, '2026-03-02T16:00:00Z')).toEqual(yesterday);
    expect(await opens(lead, '2026-03-03T09:00:00Z')).toEqual(new Date('2026-03-02T16:00:00Z'));
  });

  test('is the same for two pages that begin a visit at one moment', async () => {
    const lead = await aLead();
    await opens(lead, '2026-03-01T09:00:00Z');
    const there = at(world, '2026-03-02T09:00:00Z');
    const both = await Promise.all([arrival(lead, there), arrival(lead, there)]);
    await Promise.all(both.map((one) => noteArrival(there, one ?? fail())));
    expect(await sinceAt(lead, '2026-03-02T09:00:30Z')).toEqual(new Date('2026-03-01T09:00:00Z'));
  });

  test('is told where the visit could not be noted', async () => {
    const lead = await aLead();
    await opens(lead, '2026-03-01T09:00:00Z');
    const noted = new Date('2026-03-01T09:00:00Z');
    expect(await sinceAt(lead, '2026-03-02T09:00:00Z')).toEqual(noted);
    expect(await sinceAt(lead, '2026-03-09T09:00:00Z')).toEqual(noted);
  });
});

describe('a visit', () => {
  test('is noted at most every five minutes', async () => {
    const lead = await aLead();
    await opens(lead, '2026-03-01T09:00:00Z');
    expect(await arrival(lead, at(world, '2026-03-01T09:04:59Z'))).toBeNull();
    expect(await arrival(lead, at(world, '2026-03-01T09:05:00Z'))).not.toBeNull();
  });

  test('leaves no run and no change behind', async () => {
    const lead = await aLead();
    const before = [await rowsOf(lead.place, 'commandRun'), await rowsOf(lead.place, 'change')];
    await opens(lead, '2026-03-01T09:00:00Z');
    await opens(lead, '2026-03-02T09:00:00Z');
    expect([await rowsOf(lead.place, 'commandRun'), await rowsOf(lead.place, 'change')]).toEqual(
      before
    );
  });

  test('is seen by the coordinator, who sees when each member was last here', async () => {
    const lead = await aLead();
    await opens(lead, '2026-03-01T09:00:00Z');
    const { people, id } = lead.place;
    const { members } = await good(viewMembers.run(people.coordinator, id, {}, world));
    const seen = members.find((one) => one.personId === lead.personId)?.lastVisitAt;
    expect(seen).toEqual(new Date('2026-03-01T09:00:00Z'));
  });

  test('is forgotten when the membership ends, and none is noted after it', async () => {
    const lead = await aLead();
    const { people, id } = lead.place;
    const late = at(world, '2026-03-01T10:00:00Z');
    await opens(lead, '2026-03-01T09:00:00Z');
    const unnoted = await arrival(lead, late);
    await good(removeMember.run(people.coordinator, id, { personId: lead.personId }, world));
    await expect(noteArrival(late, unnoted ?? fail())).rejects.toThrow(/visit_membership/);
    const settings = { partnershipId: id, now: world.clock() };
    const left = await inTransaction(world, settings, 'read', (tx) =>
      tx.selectFrom('visit').selectAll().execute()
    );
    expect(left).toEqual([]);
  });
});
