import { expect, test } from 'vitest';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts } from '../support/person.ts';

const system = '/p/fernhollow/system';
const secret = 'Foster carers of the guest';

test('a lead without scripts, a reader and a guest by code list alone, see the lists together, place, put dots alone, and the dotted come onto the map', async () => {
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${system}/rings`, 'Workshops of rings');
  await lead.follows('Begin a workshop');
  await lead.writes('Title', 'As tried in a journey');
  for (const [label, value] of [
    ['Day', '1'],
    ['Month', '12'],
    ['Year', '2026']
  ] as const) {
    await lead.page.getByLabel(label, { exact: true }).fill(value);
  }
  await lead.writes(/^Dots for each person/, '1');
  await lead.presses('Begin the workshop');
  await lead.hearsThat('The workshop has begun');
  const address = new URL(lead.page.url()).pathname;
  const shown = (await lead.page.locator('main').innerText()).match(
    /([2-9a-z]{4}) ([2-9a-z]{4}), at/
  );
  const code = `${shown?.[1] ?? ''} ${shown?.[2] ?? ''}`;

  const guest = await visitor({ viewport: phone });
  await guest.opens('/join', 'Come into a workshop');
  await guest.writes('Code', '2222 2222');
  await guest.writes('What you want to be called here', 'Parent');
  await guest.presses('Come in');
  await guest.isTold('No workshop is under way with this code');
  await guest.writes('Code', code.toUpperCase());
  await guest.presses('Come in');
  await guest.sees('As tried in a journey');
  const reader = await signedIn('reader@fernhollow.example');
  await reader.opens(address, 'As tried in a journey');
  await reader.presses('Come into the workshop');

  await lead.opens(address, 'As tried in a journey');
  await lead.presses('Begin with the primary stakeholders');
  await guest.opens('/join/in', 'As tried in a journey');
  await guest.writes('Who it is, one a line', secret);
  await guest.presses('Add to your list');
  await guest.hearsThat('It is on your list');
  await reader.opens(address, 'As tried in a journey');
  await reader.writes('Who it is, one a line', 'Parents and carers');
  await reader.presses('Add to your list');

  // Before the reveal nobody is told: not on the page, not in what is taken away, not in the history.
  const places = [
    address,
    `${address}/rings.csv`,
    `${system}/actors`,
    `/p/fernhollow/administration/history?table=ring_workshop&record=${address.split('/').at(-1)}`
  ];
  for (const place of places) {
    for (const person of [lead, reader]) {
      const page = await (await person.page.request.get(place)).text();
      expect({ place, told: page.includes('Foster carers') }).toEqual({ place, told: false });
    }
  }
  await lead.opens(address, 'As tried in a journey');
  await lead.presses('Show the lists to everybody');
  await lead.reads(secret);
  for (const step of [
    'Go on to the secondary stakeholders',
    'Show the lists to everybody',
    'Go on to the key stakeholders',
    'Show the lists to everybody',
    'Go on to placing'
  ]) {
    await lead.presses(step);
  }
  await lead.presses(`Ring 1: ${secret}`);
  await lead.presses('Ring 2: Parents and carers');
  await lead.hearsThat('Parents and carers is in ring 2');
  await lead.presses('Go on to the dots');

  await guest.opens('/join/in', 'As tried in a journey');
  await guest.findsNoFault();
  await guest.presses(`Put a dot on: ${secret}`);
  await guest.hearsThat('Your dot is on it');
  await lead.opens(address, 'As tried in a journey');
  await lead.presses('Freeze the rings');
  await lead.reads('Where it stands');
  await guest.opens('/join/in', 'You are in no workshop');
  await lead.presses('Put them on the map');
  await lead.sees('Actors');
  await lead.follows(secret);
  await lead.reads('Dots in the last workshop');
});

test('an actor moves by plain buttons, and the map says who holds it together', async () => {
  const person = await signedIn('contributor@fernhollow.example', withoutScripts);
  await person.opens(`${system}/actors`, 'Actors');
  const further = person.page.getByRole('button', { name: 'Further: Midwives' });
  await further.press('Enter');
  await person.hearsThat('Midwives is in ring 3');
  // The drawing reads as the list does.
  const drawn = await person.page
    .locator('.wide a[aria-label]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  const listed = await person.page.locator('tbody th a[id^="actor-"]').allInnerTexts();
  expect(drawn.map((label) => label.replace(/^\d+\. /, '').split(',')[0])).toEqual(
    listed.map((name) => name.split(',')[0])
  );
  await person.follows('Who holds the map together');
  await person.reads('Without');
});
