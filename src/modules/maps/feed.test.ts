import { describe, expect, test } from 'vitest';
import { hsdsProblems } from '../../../tests/support/hsds-shape.ts';
import { answerFeed, type Feed } from './feed.ts';
import { feedIds } from './feed-ids.server.ts';
import { partsOfAddress, publishedService, yearsOf } from './feed-service.ts';
import { aService, fewWords, stageAt } from './import/builders.ts';
import { nothingRemembered } from './import/draft.ts';
import { readDraft } from './import/reading-work.server.ts';
import type { Service } from './types.ts';

const months = (fromMonth: number, toMonth: number, openEnded = false) => ({ fromMonth, toMonth, openEnded }); // prettier-ignore

/** Services that say much, little, and what the form of others has no place for. */
const here: readonly Service[] = [
  aService({
    name: 'Rhyme Time & more',
    organisation: 'Fernhollow Libraries',
    description: 'Songs and rhymes.\nFor little ones, under 5s.',
    type: 'Library',
    tags: ['Music', 'Drop-in'],
    url: 'https://libraries.fernhollow.example/rhymes?week=1',
    ages: fewWords.ages.map(({ id }) => id),
    address: 'Mill Hall, 1 Mill Lane, Fernhollow, FE1 1AA',
    longitude: -1.25,
    latitude: 53.5,
    stage: stageAt(0),
    whoFor: 'Families of the town\nGrandparents too',
    times: 'Tuesdays, 10:00 to 11:30\nSaturdays in term',
    costs: 'Free\n£2 for a cup of tea and a biscuit',
    access: 'Just turn up\nRamp at the back',
    externalId: 'their-7',
    sourceDate: '2026-01-31',
    factors: fewWords.factors.map(({ id }) => ({ factor: id, reason: 'For colleagues only' }))
  }),
  aService({ name: 'Doorstep visits', description: 'At home', stage: stageAt(2), type: 'Visits' }),
  aService({
    name: 'Somewhere up the hill',
    address: 'The old school, up the hill',
    tags: ['Play']
  }),
  aService({ name: 'By a point', longitude: 0.5, latitude: 52, source: 'The old directory' })
];

const published = here.map((one) => publishedService(one, fewWords, { place: true }));
const feed: Feed = { services: published, idOf: feedIds('fernhollow') };
const asked = (path: string, search = '') => {
  const answer = answerFeed(feed, path.split('/').filter(Boolean), new URLSearchParams(search));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value as { contents: { id: string; name: string }[]; [name: string]: unknown }; // looked at below
};
const refused = (path: string, search = '') => {
  const answer = answerFeed(feed, path.split('/').filter(Boolean), new URLSearchParams(search));
  return answer.ok ? null : answer.error;
};

describe('the feed of services', () => {
  test('has the shape that the United Kingdom’s profile of HSDS 3.0 asks for, at each address', () => {
    expect(hsdsProblems('api', asked(''))).toEqual([]);
    for (const [list, shape] of [
      ['services', 'service'],
      ['service_at_locations', 'service_at_location'],
      ['organizations', 'organization'],
      ['taxonomies', 'taxonomy'],
      ['taxonomy_terms', 'taxonomy_term']
    ] as const) {
      const page = asked(list);
      expect(hsdsProblems('page', page)).toEqual([]);
      expect(page.contents.length).toBeGreaterThan(0);
      for (const one of page.contents) {
        expect(hsdsProblems(shape, one)).toEqual([]);
        expect(hsdsProblems(shape, asked(`${list}/${one.id}`))).toEqual([]);
      }
    }
  });

  test('is read back by our own reader as the same services', async () => {
    const bytes = Buffer.from(JSON.stringify(asked('services')));
    const from = { kind: 'file', bytes, remembered: nothingRemembered } as const;
    const draft = await readDraft({ from, said: {}, spine: fewWords });
    if (!draft.ok || draft.value.file === null) throw new Error('It asks something.');
    const { file } = draft.value;
    expect(file.leftOut).toEqual([]);
    expect(file.refused).toEqual([]);
    const read = file.services.map(({ label, externalId, given }) => {
      const { source, sourceDate, ...rest } = given;
      expect(source).toBe('Open Referral');
      return {
        name: label,
        externalId,
        ...rest,
        ...(label === 'Rhyme Time & more' ? { sourceDate } : {})
      };
    });
    const said = here.map(({ name, organisation, description, type, tags, url, ages, address, longitude, latitude, stage, whoFor, times, costs, access, id, sourceDate }) =>
      ({ name, externalId: id, organisation, description, type, tags, url, ages, address, longitude, latitude, stage, whoFor, times, costs, access, ...(sourceDate === '' ? {} : { sourceDate }) })
    ); // prettier-ignore
    expect(read).toEqual(said);
  });

  test('says nothing of factors, reasons and others’ identifiers, and no place that is kept back', () => {
    const kept = here.map((one) => publishedService(one, fewWords, { place: false }));
    const told = JSON.stringify(
      answerFeed({ ...feed, services: kept }, ['services'], new URLSearchParams())
    );
    for (const secret of [
      'colleagues',
      'play-and-verbal',
      'their-7',
      'Mill Lane',
      '-1.25',
      '53.5'
    ]) {
      expect(told).not.toContain(secret);
    }
    expect(told).toContain('Rhyme Time & more');
  });

  test('comes in pages that hold everything once', () => {
    const pages = [1, 2, 3].map((page) => asked('services', `page=${page}&per_page=2`));
    expect(pages.map(({ size, first_page, last_page, empty, total_pages }) => ({ size, first_page, last_page, empty, total_pages }))).toEqual([
      { size: 2, first_page: true, last_page: false, empty: false, total_pages: 2 },
      { size: 2, first_page: false, last_page: true, empty: false, total_pages: 2 },
      { size: 0, first_page: false, last_page: true, empty: true, total_pages: 2 }
    ]); // prettier-ignore
    expect(pages.flatMap(({ contents }) => contents.map(({ id }) => id))).toEqual(
      here.map(({ id }) => id)
    );
  });

  const names = (search: string) => asked('services', search).contents.map(({ name }) => name);
  test('can be filtered, by several filters together', () => {
    expect(names('search=rhymes')).toEqual(['Rhyme Time & more']);
    expect(names('maximum_age=3')).toEqual(['Rhyme Time & more']);
    expect(names('minimum_age=1')).toEqual([]);
    const term = asked('taxonomy_terms').contents.find(({ name }) => name === 'Play');
    expect(names(`taxonomy_term_id=${term?.id ?? ''}`)).toEqual(['Somewhere up the hill']);
    expect(names(`taxonomy_term_id=${term?.id ?? ''}&search=rhymes`)).toEqual([]);
    expect(names('modified_after=2026-03-03')).toEqual([]);
    expect(names('modified_after=2026-03-01T00:00:00Z')).toHaveLength(4);
  });

  test.each([
    ['services', 'day=TU', { kind: 'filter-not-known', name: 'day' }],
    ['services', 'postcode=FE1', { kind: 'filter-not-known', name: 'postcode' }],
    ['services', 'page=0', { kind: 'not-a-number', name: 'page' }],
    ['services', 'per_page=many', { kind: 'not-a-number', name: 'per_page' }],
    ['services', 'minimum_age=old', { kind: 'not-a-number', name: 'minimum_age' }],
    ['services', 'modified_after=lately', { kind: 'not-a-moment', name: 'modified_after' }],
    ['services/none-such', '', { kind: 'not-found' }],
    ['services/a/b', '', { kind: 'not-found' }],
    ['contacts', '', { kind: 'not-found' }]
  ])('refuses %s?%s rather than answer something else', (path, search, problem) => {
    expect(refused(path, search)).toEqual(problem);
  });

  test('names where its records were taken from', () => {
    expect(asked('')['sources']).toEqual(['The old directory']);
  });

  test('gives the same identifiers each time, and others to another place', () => {
    expect(feedIds('fernhollow')('organization A')).toBe(feedIds('fernhollow')('organization A'));
    expect(feedIds('fernhollow')('organization A')).not.toBe(feedIds('mill')('organization A'));
  });
});

describe('ages in whole years', () => {
  test.each([
    [[months(8, 36)], { minimumAge: 0, maximumAge: 3 }],
    [[months(-9, 0), months(0, 11)], { minimumAge: 0, maximumAge: 0 }],
    [[months(8, 36), months(30, 60, true)], { minimumAge: 0, maximumAge: null }],
    [[months(0, 11), months(30, 60)], { minimumAge: null, maximumAge: null }],
    [[months(-9, 0)], { minimumAge: null, maximumAge: null }],
    [[], { minimumAge: null, maximumAge: null }]
  ])('are what the bands say together: %j', (ages, years) => {
    expect(yearsOf(ages)).toEqual(years);
  });
});

describe('an address in parts', () => {
  test('is one where putting it together again gives the same text', () => {
    expect(partsOfAddress('1 Mill Lane, Fernhollow, FE1 1AA')).toMatchObject({
      address_1: '1 Mill Lane',
      city: 'Fernhollow',
      postal_code: 'FE1 1AA'
    });
  });
  test.each(['The hall', 'The hall, Fernhollow', '1 Mill Lane,Fernhollow, FE1 1AA', 'Fernhollow, Fernhollow, FE1 1AA'])(
    'is none in “%s”',
    (address) => {
      expect(partsOfAddress(address)).toBeNull();
    }
  ); // prettier-ignore
});

describe('the check of the shape', () => {
  test('sees what is missing, what is of another kind, and what is no address', () => {
    expect(hsdsProblems('service', { id: 'a', name: 'A', status: 'open', url: 'none', minimum_age: '3' })).toEqual([
      'service.id is no uuid',
      'service.status is none of active, inactive, defunct, temporarily closed',
      'service.url is no uri',
      'service.minimum_age is no number'
    ]); // prettier-ignore
    expect(hsdsProblems('organization', { id: here[0]?.id, name: 'A' })).toEqual([
      'organization.description is missing'
    ]);
    expect(hsdsProblems('page', { contents: null })).toHaveLength(8);
  });
});
