import { describe, expect, test } from 'vitest';
import { fewWords } from './builders.ts';
import { planImport } from './plan.ts';
import { nothingRemembered } from './draft.ts';
import { readDraft } from './reading-work.server.ts';
import { type ImportFile } from './rows.ts';
import { readOpenReferral } from './open-referral.ts';
import { scheduleWords } from './schedules.ts';

/** The same made-up group as each version would say it. */
const group = {
  id: 'b9d2f1c0-0000-4000-8000-000000000001',
  name: 'Rhyme Time',
  description: '<p>Songs &amp; rhymes</p><p>for little ones</p>',
  status: 'active',
  url: 'www.fernhollow.example/rhymes'
};
const hall = {
  id: 'hall',
  name: 'Mill Hall',
  latitude: '53.5',
  longitude: -1.25,
  transportation: 'Bus 4'
};
const street = {
  address_1: '1 Mill Lane',
  city: 'Fernhollow',
  state_province: 'Fernshire',
  postal_code: 'FE1 1AA',
  country: 'GB'
};

/** HSDS 1.0: tables that name each other, a weekday in words, fees and eligibility in tables of their own. */
const version1 = {
  organization: [{ id: 'o1', name: 'Fernhollow Libraries', description: 'Libraries' }],
  service: [
    { ...group, organization_id: 'o1', application_process: 'Just turn up', wait_time: 'None' }
  ],
  location: [hall],
  service_at_location: [{ id: 'sl', service_id: group.id, location_id: 'hall' }],
  physical_address: [{ id: 'a', location_id: 'hall', ...street }],
  regular_schedule: [
    { id: 'r1', service_id: group.id, weekday: 'Tuesday', opens_at: '10:00', closes_at: '11:30' }
  ],
  eligibility: [{ id: 'e', service_id: group.id, eligibility: 'Families of the town' }],
  fee: [{ id: 'f', service_id: group.id, fee: '£2 a family' }],
  accessibility_for_disabilities: [{ id: 'x', location_id: 'hall', accessibility: 'No steps' }],
  service_taxonomy: [{ id: 't', service_id: group.id, taxonomy_id: 'music' }],
  taxonomy: [{ id: 'music', name: 'Music' }]
};

/** The profile of 1.0, as councils' feeds serve it: nested, with plurals of its own making, ages within eligibilities. */
const uk1 = {
  totalElements: 1,
  totalPages: 1,
  number: 1,
  content: [
    {
      ...group,
      organization: { id: 'o1', name: 'Fernhollow Libraries' },
      attending_access: 'drop_in',
      eligibilitys: [{ eligibility: 'Families of the town', minimum_age: 0, maximum_age: 1 }],
      regular_schedules: [
        { byday: 'TU', freq: 'WEEKLY', opens_at: '10:00:00', closes_at: '11:30:00' }
      ],
      cost_options: [{ option: 'A family', amount: 2, amount_description: 'pay at the door' }],
      service_taxonomys: [{ taxonomy: { name: 'Music', vocabulary: 'own' } }],
      service_at_locations: [{ location: { ...hall, physical_addresses: [street] } }],
      contacts: [{ name: 'Somebody', phones: [{ number: '01234 567890' }] }],
      email: 'rhymes@fernhollow.example'
    }
  ]
};

/** HSDS 2.0: `schedule` by iCalendar's rules, terms through `service_attribute`. */
const version2 = {
  organizations: version1.organization,
  services: version1.service,
  locations: [hall],
  service_at_locations: version1.service_at_location,
  physical_addresses: version1.physical_address,
  schedule: [
    {
      id: 'r1',
      service_id: group.id,
      freq: 'WEEKLY',
      byday: 'TU',
      opens_at: '10:00',
      closes_at: '11:30'
    }
  ],
  service_attribute: [{ id: 't', service_id: group.id, taxonomy_term_id: 'music' }],
  taxonomy_term: [{ id: 'music', term: 'Music' }]
};

/** The profile of 3.0, a whole service on a page of a list. */
const uk3 = {
  total_items: 41,
  total_pages: 2,
  page_number: 1,
  size: 40,
  first_page: true,
  last_page: false,
  empty: false,
  contents: [
    {
      ...group,
      organization: { id: 'o1', name: 'Fernhollow Libraries', description: '' },
      minimum_age: 0,
      maximum_age: 1,
      assured_date: '2026-03-02',
      schedules: [
        {
          freq: 'MONTHLY',
          byday: '1TU,-1FR',
          opens_at: '10:00:00',
          closes_at: '11:30:00',
          attending_type: 'In person'
        }
      ],
      cost_options: [{ option: 'A family', amount: 2, currency: 'GBP' }],
      attributes: [{ taxonomy_term: { name: 'Music' } }],
      service_areas: [{ name: 'Fernhollow' }],
      service_at_locations: [
        {
          location: {
            ...hall,
            location_type: 'physical',
            addresses: [{ ...street, address_type: 'physical' }],
            accessibility: [{ description: 'No steps' }]
          }
        },
        { location: { id: 'online', location_type: 'virtual', name: 'Online' } }
      ]
    },
    { id: 'gone', name: 'Old group', status: 'defunct' }
  ]
};

const drafted = (text: string) =>
  readDraft({
    from: { kind: 'file', bytes: Buffer.from(text), remembered: nothingRemembered },
    said: { takesGuesses: true },
    spine: fewWords
  });

async function read(document: unknown): Promise<ImportFile> {
  const draft = await drafted(JSON.stringify(document));
  if (!draft.ok) throw new Error(draft.error.kind);
  if (draft.value.file === null) throw new Error('Something was asked.');
  return draft.value.file;
}

async function onlyOne(document: unknown) {
  const { services, refused } = await read(document);
  expect(refused).toEqual([]);
  expect(services).toHaveLength(1);
  const [one] = services;
  return { externalId: one?.externalId, label: one?.label, ...one?.given };
}

const inEveryVersion = {
  externalId: group.id,
  label: 'Rhyme Time',
  organisation: 'Fernhollow Libraries',
  description: 'Songs & rhymes\nfor little ones',
  tags: ['Music'],
  url: 'https://www.fernhollow.example/rhymes',
  address: 'Mill Hall, 1 Mill Lane, Fernhollow, Fernshire, FE1 1AA',
  longitude: -1.25,
  latitude: 53.5
};

describe('services of Open Referral', () => {
  test('come in from HSDS 1.0', async () => {
    expect(await onlyOne(version1)).toMatchObject({
      ...inEveryVersion,
      ages: [],
      whoFor: 'Families of the town',
      times: 'Tuesdays, 10:00 to 11:30',
      costs: '£2 a family',
      access: 'Just turn up\nWaiting time: None\nBuilding: No steps\nGetting there: Bus 4'
    });
  });

  test('come in from the United Kingdom’s profile of 1.0', async () => {
    expect(await onlyOne(uk1)).toMatchObject({
      ...inEveryVersion,
      ages: ['months-0-11', 'months-8-36'],
      whoFor: 'Ages 0 to 1\nFamilies of the town',
      times: 'Tuesdays, 10:00 to 11:30',
      costs: 'A family, 2, pay at the door',
      access: 'drop_in\nGetting there: Bus 4'
    });
    expect((await read(uk1)).notes).toEqual([
      { kind: 'open-referral', version: '1', services: 1 },
      { kind: 'email-not-kept', sheet: 'Services' },
      { kind: 'columns-left-out', sheet: 'Services', columns: ['contacts'] }
    ]);
  });

  test('come in from HSDS 2.0', async () => {
    expect(await onlyOne(version2)).toMatchObject({
      ...inEveryVersion,
      times: 'Tuesdays, 10:00 to 11:30'
    });
    expect((await read(version2)).notes[0]).toMatchObject({ version: '2' });
  });

  test('come in from the United Kingdom’s profile of 3.0, and what stays behind is told', async () => {
    expect(await onlyOne(uk3)).toMatchObject({
      ...inEveryVersion,
      ages: ['months-0-11', 'months-8-36'],
      whoFor: 'Ages 0 to 1\nArea: Fernhollow',
      times: 'first Tuesday of the month, last Friday of the month, 10:00 to 11:30',
      costs: 'A family, £2.00',
      access: 'In person\nBuilding: No steps\nGetting there: Bus 4',
      sourceDate: '2026-03-02'
    });
    expect((await read(uk3)).notes).toEqual([
      { kind: 'open-referral', version: '3', services: 2 },
      { kind: 'one-page', page: 1, pages: 2 },
      { kind: 'not-on-offer', services: 1 },
      { kind: 'more-places', services: 1 }
    ]);
  });

  test('come in from a bare list, and one by one', async () => {
    expect(await onlyOne([group])).toMatchObject({ label: 'Rhyme Time' });
    expect(await onlyOne(group)).toMatchObject({ label: 'Rhyme Time' });
  });

  test('twice change nothing', async () => {
    const file = await read(uk3);
    const first = planImport(file, { services: [], connections: [] }, () => 'new');
    const here = first.added.map(({ id, details, factors }) => ({
      ...details,
      id,
      status: 'active' as const,
      updatedAt: new Date(0),
      version: 1,
      factors: factors.map((factor) => ({ factor, reason: '' }))
    }));
    const second = planImport(file, { services: here, connections: [] }, () => 'another');
    expect(second.added).toEqual([]);
    expect(second.changed).toEqual([]);
    expect(second.unchanged).toHaveLength(1);
  });

  test('are of no age that they do not name: neither adults’ services nor those for anyone', async () => {
    expect(await onlyOne([{ ...group, minimum_age: 0, maximum_age: 100 }])).toMatchObject({
      ages: [],
      whoFor: 'Ages 0 to 100'
    });
    expect(await onlyOne([{ ...group, minimum_age: 2 }])).toMatchObject({
      ages: [],
      whoFor: 'From age 2'
    });
  });

  test('lose a point that is nowhere and keep the rest, and are told so', async () => {
    const nowhere = [{ ...group, location: { ...hall, latitude: 100, longitude: 101 } }];
    expect(await onlyOne(nowhere)).toMatchObject({ longitude: null, latitude: null });
    expect((await read(nowhere)).notes).toContainEqual({ kind: 'no-such-point', services: 1 });
    const nought = [{ ...group, location: { ...hall, latitude: 0, longitude: 0 } }];
    expect(await onlyOne(nought)).toMatchObject({ longitude: null, latitude: null });
  });

  test('are shortened where they are too long, and are told so', async () => {
    const long = [{ ...group, description: 'word '.repeat(1000) }];
    expect((await onlyOne(long)).description).toHaveLength(4000);
    expect((await read(long)).notes).toContainEqual({
      kind: 'shortened',
      where: { sheet: 'Services', row: 1 },
      column: 'Description',
      most: 4000
    });
  });

  test.each([
    ['{"contents": [', 'broken-json'],
    ['{"hello": 1}', 'json-not-known'],
    ['[1, 2]', 'json-not-known'],
    ['{"services": "many"}', 'json-not-known']
  ])('are not found in %s', async (text, kind) => {
    expect(await drafted(text)).toEqual({
      ok: false,
      error: { kind }
    });
  });

  test('may be none', () => {
    const none = readOpenReferral({ contents: [], total_items: 0, empty: true });
    expect(none.ok && none.value.services).toEqual([]);
  });
});

describe('a schedule in words', () => {
  test.each([
    [{ weekday: 'Monday', opens_at: '09:00', closes_at: '12:00' }, 'Mondays, 09:00 to 12:00'],
    [{ weekday: 'Every other Monday' }, 'Every other Monday'],
    [{ freq: 'WEEKLY', interval: 2, byday: 'MO,WE' }, 'Mondays, Wednesdays, every 2 weeks'],
    [{ freq: 'MONTHLY', bymonthday: '2,3' }, 'on day 2,3 of the month'],
    [{ freq: 'MONTHLY', byday: '9MO' }, '9MO'],
    [{ freq: 'WEEKLY' }, 'every week'],
    [{ dtstart: '2026-03-04', opens_at: '2026-03-04T10:00:00Z' }, '2026-03-04, from 10:00'],
    [
      { byday: 'FR', valid_from: '2026-01-09', valid_to: '2026-03-27', description: 'Term time' },
      'Fridays, from 2026-01-09 until 2026-03-27, Term time'
    ],
    [{}, '']
  ])('%j is "%s"', (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words);
  });
});
