import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import { describe, expect, test } from 'vitest';
import { changeSection, changeSections, viewSection, viewStrategy } from './index.server.ts';

const world = await testWorld();
type Place = Awaited<ReturnType<typeof testPlace>>;

async function textOf(place: Place, section: string) {
  const answer = await viewSection.run(place.people.reader, place.id, { section }, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.own;
}

describe('a section', () => {
  test('is written, changed, and shown with who changed it', async () => {
    const place = await testPlace(world);
    const { lead, coordinator } = place.people;
    const first = { section: 'vision', text: 'We hope.\r\n\r\nWe act. ' };
    expect(await changeSection.run(lead, place.id, first, world)).toMatchObject({ ok: true });
    expect(await textOf(place, 'vision')).toMatchObject({
      text: 'We hope.\n\nWe act.',
      version: 1
    });
    const second = { section: 'vision', text: 'We hope so.', version: '1' };
    const later = at(world, '2026-03-03T10:00:00Z');
    expect(await changeSection.run(coordinator, place.id, second, later)).toMatchObject({
      ok: true
    });
    expect(await textOf(place, 'vision')).toMatchObject({
      text: 'We hope so.',
      version: 2,
      updatedAt: new Date('2026-03-03T10:00:00Z')
    });
  });

  test('shows both texts to the second of two editors, who chooses', async () => {
    const place = await testPlace(world);
    const { lead, coordinator } = place.people;
    await changeSection.run(lead, place.id, { section: 'risks', text: 'Ours' }, world);
    for (const version of ['0', '7']) {
      const mine = { section: 'risks', text: 'Mine', version };
      expect(await changeSection.run(coordinator, place.id, mine, world)).toMatchObject({
        error: { kind: 'changed-meanwhile', version: 1, theirs: { text: 'Ours' } }
      });
    }
    const chosen = { section: 'risks', text: 'Mine', version: '1' };
    expect((await changeSection.run(coordinator, place.id, chosen, world)).ok).toBe(true);
  });

  test('that seems to show who somebody is asks to be checked before it is saved', async () => {
    const place = await testPlace(world);
    const telling = { section: 'risks', text: 'Ring 01632 960123 and ask.' };
    expect(await changeSection.run(place.people.lead, place.id, telling, world)).toMatchObject(
      asksAbout('text')
    );
    const checked = { ...telling, checkedForPeople: 'yes' };
    expect((await changeSection.run(place.people.lead, place.id, checked, world)).ok).toBe(true);
  });

  test('is one of the sections of the pack, and no other', async () => {
    const place = await testPlace(world);
    const unknown = { section: 'weather', text: 'Rain' };
    expect(await changeSection.run(place.people.lead, place.id, unknown, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});

describe('a whole strategy from a document', () => {
  test('is written at once, or not at all', async () => {
    const place = await testPlace(world);
    const { lead, reader } = place.people;
    const sections = [
      { section: 'vision', text: 'We hope.' },
      { section: 'risks', text: 'We may fail.' }
    ];
    await changeSection.run(lead, place.id, { section: 'risks', text: 'Already here' }, world);
    expect(await changeSections.run(lead, place.id, { sections }, world)).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { text: 'Already here' } }
    });
    expect(await textOf(place, 'vision')).toBeNull();
    const knowing = sections.map((one, index) => ({ ...one, version: index }));
    expect((await changeSections.run(lead, place.id, { sections: knowing }, world)).ok).toBe(true);
    const view = await viewStrategy.run(reader, place.id, {}, world);
    expect(view).toMatchObject({ value: { completeness: { all: 12, withText: 2 } } });
  });
});
