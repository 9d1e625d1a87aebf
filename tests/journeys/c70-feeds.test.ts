import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hsdsProblems } from '../support/hsds-shape.ts';
import { signedIn, withoutScripts } from '../support/person.ts';
import { baseAddress } from '../support/server.ts';

const system = '/p/fernhollow/system';

/** Made up: a service as a council's directory gives it. */
const serviceOf = (name: string) => ({
  id: randomUUID(),
  name,
  status: 'active',
  description: 'Songs and rhymes for little ones.',
  organization: { id: randomUUID(), name: 'Fernhollow Libraries', description: '' },
  schedules: [{ id: randomUUID(), description: 'Tuesdays, 10:00 to 11:30' }],
  service_at_locations: [
    { id: randomUUID(), location: { location_type: 'physical', name: 'Mill Hall' } }
  ]
});

test('a directory’s services come in from a file, and those that a lead chooses go out as a feed that anybody may read', async () => {
  const [rhymes, refuge] = [`Rhymes ${randomUUID()}`, `Refuge ${randomUUID()}`];
  const coordinator = await signedIn('coordinator@fernhollow.example', withoutScripts);
  await coordinator.opens(`${system}/import`, 'Import services');
  await coordinator.reads('None is allowed yet');
  const directory = { contents: [serviceOf(rhymes), serviceOf(refuge)] };
  await coordinator.page.getByLabel('Spreadsheet').setInputFiles({
    name: 'directory.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(directory))
  });
  await coordinator.presses('Read the file');
  await coordinator.sees('Check what would change');
  await coordinator.presses(/^Save/);

  const feed = `${baseAddress()}/public/fernhollow/open-referral`;
  expect((await fetch(`${feed}/services`)).status).toBe(404);
  const lead = await signedIn('lead@fernhollow.example', withoutScripts);
  await lead.opens(`${system}/feed`, 'Open feed');
  await lead.reads('No service is chosen');
  await lead.follows('Choose the services');
  await lead.sees('Choose the services of the feed');
  await lead.marks(lead.page.getByRole('group', { name: 'In the feed' }).getByLabel(rhymes));
  await lead.presses('Save');
  await lead.hearsThat('Nothing new is public');
  await lead.follows('Publish the feed');
  await lead.sees('Open feed');
  await lead.presses('Publish');
  await lead.hearsThat('The feed is published');

  const base = await fetch(feed, { headers: { origin: 'https://elsewhere.example' } });
  expect(hsdsProblems('api', await base.json())).toEqual([]);
  expect(base.headers.get('access-control-allow-origin')).toBe('*');
  const list = await fetch(`${feed}/services`);
  expect(list.headers.get('cache-control')).toBe('public, max-age=300');
  const page = (await list.json()) as { contents: { name: string }[] };
  expect(hsdsProblems('page', page)).toEqual([]);
  expect(page.contents.map(({ name }) => name)).toEqual([rhymes]);
  expect(hsdsProblems('service', page.contents[0])).toEqual([]);
  expect(JSON.stringify(page)).not.toContain(refuge);
  expect((await fetch(`${feed}/services?day=TU`)).status).toBe(400);

  await lead.follows('Withdraw the feed');
  await lead.presses('Withdraw');
  await lead.hearsThat('no longer public');
  expect((await fetch(`${feed}/services`)).status).toBe(404);
});
