import { expect, test } from 'vitest';
import { ringEdges } from '../../src/modules/actors/ring-edges.ts';
import { phone } from '../support/browser.ts';
import { signedIn, visitor, withoutScripts, type Person } from '../support/person.ts';

const system = '/p/fernhollow/system';
const secret = 'Foster carers of the guest';

test('a lead, a guest by code on a phone that loses its connection, somebody by keyboard alone and somebody without scripts: each sees what the others change, and nothing of lists and dots before they are shown', async () => {
  const lead = await signedIn('lead@fernhollow.example');
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
  await lead.reads('Changes show here by themselves');

  const guest = await visitor({ viewport: phone });
  await guest.opens('/join', 'Come into a workshop');
  await guest.writes('Code', '2222 2222');
  await guest.writes('What you want to be called here', 'Parent');
  await guest.presses('Come in');
  await guest.isTold('No workshop is under way with this code');
  await guest.writes('Code', code.toUpperCase());
  await guest.presses('Come in');
  await guest.sees('As tried in a journey');
  const keys = await signedIn('reader@fernhollow.example');
  await keys.opens(address, 'As tried in a journey');
  await button(keys, 'Come into the workshop').press('Enter');
  await keys.hearsThat('You are in the workshop');
  const plain = await signedIn('contributor@fernhollow.example', withoutScripts);
  await plain.page.goto(address);
  await plain.presses('Come into the workshop');
  await lead.reads('4, of whom 1 guest');

  await lead.page.evaluate(listen, `${address}/live`);
  await guest.page.evaluate(listen, '/join/in/live');
  await lead.presses('Begin with the primary stakeholders');
  await guest.reads('Your own list: primary stakeholders');
  await guest.writes('Who it is, one a line', secret);
  await guest.presses('Add to your list');
  await guest.hearsThat('It is on your list');
  await keys.field('Who it is, one a line').fill('Parents and carers');
  await button(keys, 'Add to your list').press('Enter');
  await keys.hearsThat('It is on your list');
  const typing = keys.field('Who it is, one a line');
  await typing.fill('Not sent yet');
  await plain.page.goto(address);
  await plain.writes('Who it is, one a line', 'Childminders');
  await plain.presses('Add to your list');
  // Somebody else comes in: the page is put in place anew, and what is typed and the focus stay.
  const late = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await late.page.goto(address);
  await late.presses('Come into the workshop');
  await keys.reads('5, of whom 1 guest');
  expect(await typing.inputValue()).toBe('Not sent yet');
  expect(await typing.evaluate((field) => field === document.activeElement)).toBe(true);

  // Before the reveal nobody is told: not on the page, not in what is taken away, not in the history, not in the stream.
  const places = [
    address,
    `${address}/rings.csv`,
    `${system}/actors`,
    `/p/fernhollow/administration/history?table=ring_workshop&record=${address.split('/').at(-1)}`
  ];
  for (const place of places) {
    for (const person of [lead, keys]) {
      const page = await (await person.page.request.get(place)).text();
      expect({ place, told: page.includes('Foster carers') }).toEqual({ place, told: false });
    }
  }
  for (const person of [lead, guest]) {
    expect(await person.page.evaluate(heard)).toMatch(
      /^retry: \d+\n\n(event: (look|beat)\ndata:\n\n)+$/
    );
  }
  // Whoever may not open the workshop is not told that there is one.
  const stranger = await signedIn('coordinator@tayside.example');
  for (const [person, stream] of [
    [stranger, `${address}/live`],
    [lead, `${address.slice(0, -4)}0000/live`],
    [stranger, '/join/in/live']
  ] as const) {
    expect((await person.page.request.get(stream)).status()).toBe(404);
  }

  await guest.page.context().setOffline(true);
  await guest.reads('Not connected, trying again');
  await lead.presses('Show the lists to everybody');
  await lead.reads(secret);
  await keys.reads(secret);
  for (const kind of ['secondary', 'key']) {
    await lead.presses(`Go on to the ${kind} stakeholders`);
    await keys.reads(`Your own list: ${kind} stakeholders`);
    await lead.presses('Show the lists to everybody');
    await keys.reads(`The ${kind} stakeholders together`);
  }
  await lead.presses('Go on to placing');
  await lead.reads('In no ring yet');
  expect(await guest.page.locator('main').innerText()).not.toContain('Placing in the rings');
  await guest.page.context().setOffline(false);
  await guest.reads('Placing in the rings');
  await guest.reads('Changes show here by themselves');

  await dragTo(lead, 'Parents and carers', 2);
  await lead.hearsThat('Parents and carers is in ring 2');
  await button(lead, `Ring 2: ${secret}`).press('Enter');
  await lead.hearsThat(`${secret} is in ring 2`);
  await button(lead, `Nearer: ${secret}`).press('Enter');
  await lead.hearsThat(`${secret} is in ring 1`);
  // The focus is still in its row.
  expect(await lead.page.evaluate(() => document.activeElement?.ariaLabel)).toContain(secret);
  await button(lead, 'Ring 3: Childminders').press('Enter');
  for (const person of [guest, keys]) {
    await expect
      .poll(() => person.page.locator('tr', { hasText: secret }).innerText())
      .toMatch(/\b1$/);
  }
  await lead.presses('Go on to the dots');
  await guest.reads('Your dots: 1 of 1 left');
  await guest.findsNoFault();
  await guest.presses(`Put a dot on: ${secret}`);
  await guest.hearsThat('Your dot is on it');
  await button(keys, 'Put a dot on: Childminders').press('Enter');
  await lead.reads('2 of 5 have put all their dots');
  await plain.page.goto(address);
  await lead.presses('Freeze the rings');
  await lead.reads('Where it stands');
  await plain.presses('Put a dot on: Childminders');
  await plain.reads('No dots are given in this step');
  await guest.sees('You are in no workshop');
  await keys.reads('Frozen');
  await lead.presses('Put them on the map');
  await lead.sees('Actors');
  await lead.follows(secret);
  await lead.reads('Dots in the last workshop');
});

const button = (person: Person, name: string) =>
  person.page.getByRole('button', { name, exact: true });

/** Runs in the page: reads a stream as it comes, word for word. */
function listen(stream: string): void {
  const page = globalThis as unknown as { heard: string };
  page.heard = '';
  void fetch(stream).then(async ({ body }) => {
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      page.heard += part.value;
    }
  });
}
const heard = () => (globalThis as unknown as { heard: string }).heard;

/** Drags what is in no ring into a ring, straight upwards from the middle. */
async function dragTo(person: Person, name: string, ring: number): Promise<void> {
  const { page } = person;
  const drawing = page.locator('.wide svg');
  await drawing.scrollIntoViewIfNeeded();
  const chip = page.locator('.chip', { hasText: name });
  await chip.hover();
  await page.mouse.down();
  const box = await drawing.boundingBox();
  if (box === null) throw new Error('There is no drawing.');
  const edges = ringEdges(box.width);
  const far = ((edges[ring - 1] ?? 0) + (edges[ring] ?? 0)) / 2;
  await page.mouse.move(box.x + box.width / 2 + far, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
}

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
