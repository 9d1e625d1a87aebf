import { expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import { changeMembership, changePartnership, invitePerson, makeApiToken } from './index.server.ts';

const world = await testWorld();
const phone = 'Ring 0161 496 0000';
const looked = { checkedForPeople: 'yes' };

test('an invitation goes to an e-mail address, and asks about the other texts', async () => {
  const place = await testPlace(world);
  const invite = (input: object) =>
    invitePerson.run(place.people.coordinator, place.id, input, world);
  const invitation = { email: 'new.colleague@example.org', role: 'reader' };
  expect(await invite({ ...invitation, jobRole: phone })).toMatchObject(asksAbout('jobRole'));
  expect((await invite({ ...invitation, jobRole: 'Health visitor' })).ok).toBe(true);
});

test('a membership, the details and a token ask likewise', async () => {
  const place = await testPlace(world);
  const { coordinator, reader } = place.people;
  if (reader === null) throw new Error('nobody');
  const member = { personId: reader.personId, role: 'reader', organisation: phone, version: 1 };
  expect(await changeMembership.run(coordinator, place.id, member, world)).toMatchObject(
    asksAbout('organisation')
  );
  const about = { name: 'Here', about: phone, vision: 'Every child enjoys a story', version: 1 };
  expect(await changePartnership.run(coordinator, place.id, about, world)).toMatchObject(
    asksAbout('about')
  );
  const token = { name: 'Report', purpose: 'Ask a.sponsor@example.org', life: '90' };
  const make = (input: object) => makeApiToken.run(coordinator, place.id, input, world);
  expect(await make(token)).toMatchObject(asksAbout('purpose'));
  const made = await make({ ...token, ...looked });
  expect(made).toMatchObject({ ok: true, value: { secret: expect.stringMatching(/^cairn_/) } });
});
