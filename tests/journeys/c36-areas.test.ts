import { expect, test } from 'vitest';
import { signedIn, withoutScripts, type Person } from '../support/person.ts';

const areas = 'strategy/areas';
const heading = 'Areas side by side';

/** What the place's file of shown levels says. */
async function fileOf(person: Person, place: string): Promise<string> {
  const answer = await person.page.request.get(`/p/${place}/${areas}.csv`);
  expect(answer.status()).toBe(200);
  return answer.text();
}

test('made-up neighbours stand side by side by consent, element by element, and one that takes it back is gone at once', async () => {
  const reader = await signedIn('reader@fernhollow.example', withoutScripts);
  await reader.opens('/p/fernhollow/strategy/rounds', 'Looking at ourselves');
  await reader.follows('Areas side by side');
  await reader.sees(heading);
  const columns = reader.page.locator('main table').first().locator('thead th');
  expect((await columns.allTextContents()).map((one) => one.trim())).toEqual([
    'Element',
    'Fernhollow',
    'Alderbeck (made up)',
    'Thistlewold (made up)'
  ]);
  await reader.reads('We work in common ways');
  await reader.reads('Who may be visited');
  expect(await fileOf(reader, 'fernhollow')).toContain('Community ownership,Thistlewold,yes');

  // Fernhollow shows one element more, and the neighbours see it.
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(`/p/fernhollow/${areas}`, heading);
  await coordinator.follows(/Choose what others see of “First round/);
  await coordinator.sees('What others see of');
  const boxes = coordinator.page.locator('input[name="elements"]');
  await coordinator.marks(boxes.and(coordinator.page.locator('[value="outcomes"]')));
  await coordinator.presses('Show what is ticked');
  await coordinator.hearsThat('Your collaborative sees what you ticked, and nothing else');

  const neighbour = await signedIn('coordinator@neighbours.example', withoutScripts);
  await neighbour.opens(`/p/becks-and-hollows/${areas}`, heading);
  expect(await fileOf(neighbour, 'becks-and-hollows')).toContain(
    'Outcomes and experience,Fernhollow,yes'
  );
  await neighbour.opens(`/p/thistlewold/${areas}`, heading);
  await neighbour.presses(/^Take everything back/);
  await neighbour.hearsThat('Nothing of yours is shown any more');

  await reader.opens(`/p/fernhollow/${areas}`, heading);
  expect(await reader.page.getByText('Thistlewold').count()).toBe(0);
  expect(await reader.page.getByText('Alderbeck').count()).toBeGreaterThan(0);
  expect(await fileOf(reader, 'fernhollow')).not.toContain('Thistlewold');
  expect(await fileOf(neighbour, 'becks-and-hollows')).not.toContain('Thistlewold');
});

test('members of Tayside show nothing, for no real place has said how it rates itself', async () => {
  const tayside = await signedIn('coordinator@tayside.example', withoutScripts);
  for (const place of ['tayside', 'angus']) {
    await tayside.opens(`/p/${place}/${areas}`, heading);
    await tayside.reads(
      place === 'angus' ? 'sees nothing of ours' : 'No member shows what it agreed'
    );
    expect((await fileOf(tayside, place)).trim().split('\n')).toHaveLength(1);
  }
});
