import type { World } from '#platform/command';
import { describe, expect, test } from 'vitest';
import {
  at,
  goodPassword,
  testMoment,
  testPlace,
  testWorld
} from '../../../tests/support/world.ts';
import {
  acceptInvitation,
  changeMembership,
  changePartnership,
  changePassword,
  enterPlace,
  findSession,
  invitePerson,
  openInvitation,
  placesOf,
  signIn,
  signOut,
  signOutEverywhere,
  viewHistory,
  viewMembers
} from './index.server.ts';

const world = await testWorld();
const address = '192.0.2.1';

async function personOfSession(there: World, token: string) {
  return (await findSession(there, token))?.person ?? null;
}

async function sessionOf(email: string, from = address) {
  const answer = await signIn(world, { email, password: goodPassword, address: from });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.token;
}

async function personCalled(email: string) {
  const person = await personOfSession(world, await sessionOf(email));
  if (person === null) throw new Error('no session');
  return person;
}

describe('signing in', () => {
  test('opens a session for the right pair, whatever the case of the e-mail', async () => {
    const place = await testPlace(world);
    const token = await sessionOf(`LEAD@${place.slug}.example`);
    const person = await personOfSession(world, token);
    expect(person?.email).toBe(`lead@${place.slug}.example`);
  });

  test('answers the same for a wrong password and for nobody', async () => {
    const place = await testPlace(world);
    const wrong = { password: 'not the right one', address: '192.0.2.2' };
    const known = await signIn(world, { email: `lead@${place.slug}.example`, ...wrong });
    const unknown = await signIn(world, { email: 'nobody@example.org', ...wrong });
    expect(known).toEqual({ ok: false, error: { kind: 'sign-in-refused' } });
    expect(unknown).toEqual(known);
  });

  test('must wait after eight failures, even with the right password, and not after the window', async () => {
    const place = await testPlace(world);
    const email = `reader@${place.slug}.example`;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await signIn(world, { email, password: 'guessing again', address: '192.0.2.3' });
    }
    const right = { email, password: goodPassword, address: '192.0.2.4' };
    expect(await signIn(world, right)).toEqual({
      ok: false,
      error: { kind: 'too-many-attempts', minutes: 15 }
    });
    expect((await signIn(at(world, '2026-03-02T10:16:00Z'), right)).ok).toBe(true);
  });

  test('counts guesses at one moment like guesses in turn', async () => {
    const place = await testPlace(world);
    const email = `contributor@${place.slug}.example`;
    const guesses = Array.from({ length: 25 }, (_, guess) =>
      signIn(world, { email, password: `guess number ${guess}`, address: '192.0.2.6' })
    );
    const kinds = (await Promise.all(guesses)).map((answer) => !answer.ok && answer.error.kind);
    expect(kinds.filter((kind) => kind === 'sign-in-refused')).toHaveLength(8);
    expect(kinds.filter((kind) => kind === 'too-many-attempts')).toHaveLength(17);
  });

  test('that was right counts against nobody who shares its address of the network', async () => {
    const place = await testPlace(world);
    const email = `lead@${place.slug}.example`;
    const office = { email, password: goodPassword, address: '192.0.2.7' };
    for (let taken = 0; taken < 45; taken += 1) {
      expect((await signIn(world, office)).ok).toBe(true);
    }
  });

  test('keeps no secret that a reader of the database could use', async () => {
    const place = await testPlace(world);
    const token = await sessionOf(`lead@${place.slug}.example`, '192.0.2.5');
    const rows = await world.database.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a session', () => {
  test('ends by signing out', async () => {
    const place = await testPlace(world);
    const token = await sessionOf(`lead@${place.slug}.example`);
    await signOut(world, token);
    expect(await personOfSession(world, token)).toBeNull();
  });

  test('ends everywhere at once', async () => {
    const place = await testPlace(world);
    const email = `lead@${place.slug}.example`;
    const tokens = [await sessionOf(email), await sessionOf(email)];
    await signOutEverywhere(world, place.people.lead.personId);
    for (const token of tokens) expect(await personOfSession(world, token)).toBeNull();
  });

  test('ends when it was not used for 14 days', async () => {
    const place = await testPlace(world);
    const token = await sessionOf(`lead@${place.slug}.example`);
    expect(await personOfSession(at(world, '2026-03-17T10:00:00Z'), token)).toBeNull();
  });

  test('ends elsewhere when the password changes, and goes on here', async () => {
    const place = await testPlace(world);
    const email = `contributor@${place.slug}.example`;
    const elsewhere = await sessionOf(email);
    const changed = await changePassword(world, await personCalled(email), {
      current: goodPassword,
      next: 'four other stones entirely'
    });
    if (!changed.ok) throw new Error(changed.error.kind);
    expect(await personOfSession(world, elsewhere)).toBeNull();
    expect((await personOfSession(world, changed.value.token))?.email).toBe(email);
  });
});

describe('an invitation', () => {
  async function invited(email: string) {
    const place = await testPlace(world);
    const answer = await invitePerson.run(
      place.people.coordinator,
      place.id,
      { email, role: 'contributor', organisation: 'Little Acorns', jobRole: 'head of centre' },
      world
    );
    if (!answer.ok) throw new Error(answer.error.kind);
    return { place, token: answer.value.token };
  }

  test('shows its holder where it leads', async () => {
    const { token } = await invited('acorn-one@example.org');
    expect(await openInvitation(world, token)).toEqual({
      partnershipName: 'Fernhollow',
      email: 'acorn-one@example.org',
      role: 'contributor',
      hasAccount: false
    });
  });

  test('makes an account and a membership, once', async () => {
    const { place, token } = await invited('acorn-two@example.org');
    const wanted = {
      signedIn: null,
      name: 'Head of Centre',
      password: 'a kettle beside the window'
    };
    const first = await acceptInvitation(world, token, wanted);
    expect(first.ok).toBe(true);
    expect(await acceptInvitation(world, token, wanted)).toEqual({
      ok: false,
      error: { kind: 'link-used-or-expired' }
    });
    const answer = await viewMembers.run(place.people.coordinator, place.id, {}, world);
    const names = answer.ok ? answer.value.members.map((member) => member.name) : [];
    expect(names).toContain('Head of Centre');
  });

  test('runs out after two weeks', async () => {
    const { token } = await invited('acorn-three@example.org');
    expect(await openInvitation(at(world, '2026-03-17T10:00:00Z'), token)).toBeNull();
  });

  test('for someone with an account asks them to sign in with it', async () => {
    const other = await testPlace(world);
    const email = `lead@${other.slug}.example`;
    const { place, token } = await invited(email);
    const asNobody = await acceptInvitation(world, token, {
      signedIn: null,
      name: '',
      password: ''
    });
    expect(asNobody).toEqual({ ok: false, error: { kind: 'sign-in-first', email } });
    const signedIn = await personCalled(email);
    expect((await acceptInvitation(world, token, { signedIn, name: '', password: '' })).ok).toBe(
      true
    );
    const places = await placesOf(world, signedIn);
    expect(places.map((one) => one.slug).sort()).toEqual([other.slug, place.slug].sort());
  });
});

describe('a partnership', () => {
  test('is not there for someone who does not belong to it', async () => {
    const here = await testPlace(world);
    const there = await testPlace(world);
    const stranger = await personCalled(`lead@${there.slug}.example`);
    expect(await enterPlace(world, stranger, here.slug)).toBeNull();
  });

  test('shows the second of two editors what the first saved', async () => {
    const place = await testPlace(world);
    const { coordinator } = place.people;
    const mine = { name: 'Fernhollow', about: 'mine', vision: '', version: 1 };
    const first = await changePartnership.run(
      coordinator,
      place.id,
      { ...mine, about: 'theirs' },
      world
    );
    expect(first).toEqual({ ok: true, value: { version: 2 } });
    const second = await changePartnership.run(coordinator, place.id, mine, world);
    expect(second).toEqual({
      ok: false,
      error: {
        kind: 'changed-meanwhile',
        theirs: {
          name: 'Fernhollow',
          about: 'theirs',
          vision: '',
          visionAgreedOn: '',
          visionAgreedBy: '',
          visionOwner: ''
        },
        version: 2,
        changedBy: 'coordinator',
        changedAt: new Date(testMoment)
      }
    });
  });

  test('keeps who changed what, from what to what', async () => {
    const place = await testPlace(world);
    const { coordinator, reader } = place.people;
    const input = { name: 'Fernhollow', about: 'A valley', vision: '', version: 1 };
    await changePartnership.run(coordinator, place.id, input, world);
    const asked = { table: 'partnership', recordId: place.id };
    const history = await viewHistory.run(reader, place.id, asked, world);
    expect(history.ok && history.value[0]).toMatchObject({
      by: 'coordinator',
      action: 'changed',
      before: { about: '' },
      after: { about: 'A valley' }
    });
  });

  test('keeps its last coordinator', async () => {
    const place = await testPlace(world);
    const { coordinator } = place.people;
    const input = { personId: coordinator.personId, role: 'reader', version: 1 };
    expect(await changeMembership.run(coordinator, place.id, input, world)).toEqual({
      ok: false,
      error: { kind: 'last-coordinator' }
    });
  });
});
