import { err, ok, type Result } from '#core/result';
import {
  feedTaxonomies,
  openReferralService,
  organisationOf,
  termsOf,
  type FeedTerm,
  type IdOf,
  type OpenReferralService,
  type PublishedService
} from './feed-service.ts';

/** Of one page of a list, unless somebody asks for fewer; and the most. */
export const feedPageSize = 50;
const mostAPage = 500;

export type FeedProblem =
  | { readonly kind: 'not-found' }
  /** A filter that we cannot apply is refused: an answer without it would be taken for one with it. */
  | { readonly kind: 'filter-not-known'; readonly name: string }
  | { readonly kind: 'not-a-number'; readonly name: string }
  | { readonly kind: 'not-a-moment'; readonly name: string };

/** A published list of services, and where it is to be had. */
export type Feed = {
  readonly services: readonly PublishedService[];
  readonly idOf: IdOf;
};

/** What the base of the feed says of itself. The version is written as the validator of the United Kingdom's profile reads it. */
const about = {
  version: 'HSDS-UK-3.0',
  profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
  openapi_url:
    'https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json'
} as const;

/**
 * Answers an address of the feed, below its base: services, the places where they are, organisations, and the lists of terms, each as
 * pages and one by one. Filters hold together.
 * Refuses: what is not there; filters that are not applied here; numbers and moments that are none.
 * Source: the interface of HSDS 3.0 and its rules of compliance for the United Kingdom (docs/formats.md).
 */
export function answerFeed(
  feed: Feed,
  path: readonly string[],
  asked: URLSearchParams
): Result<unknown, FeedProblem> {
  const [list, id, ...rest] = path;
  if (list === undefined) return ok({ ...about, sources: sourcesOf(feed.services) });
  if (rest.length > 0) return err({ kind: 'not-found' });
  switch (list) {
    case 'services': {
      const all = id === undefined ? chosenOf(feed, asked) : ok(feed.services);
      if (!all.ok) return all;
      return given(
        all.value.map((one) => openReferralService(one, feed.idOf)),
        id,
        asked
      );
    }
    case 'service_at_locations': {
      const all = id === undefined ? chosenOf(feed, asked) : ok(feed.services);
      if (!all.ok) return all;
      return given(
        all.value.flatMap((one) => placesOf(openReferralService(one, feed.idOf))),
        id,
        asked
      );
    }
    case 'organizations':
      return given(
        onceEach(feed.services.flatMap((one) => organisationOf(one, feed.idOf) ?? [])),
        id,
        asked,
        []
      );
    case 'taxonomies':
      return given(taxonomiesOf(feed), id, asked, []);
    case 'taxonomy_terms':
      return given(termsIn(feed), id, asked, ['taxonomy_id']);
    default:
      return err({ kind: 'not-found' });
  }
}

type Identified = { readonly id: string };

/** One of a list, or a page of it. */
function given(
  all: readonly (Identified | FeedTerm)[],
  id: string | undefined,
  asked: URLSearchParams,
  filters?: readonly 'taxonomy_id'[]
): Result<unknown, FeedProblem> {
  if (id !== undefined) {
    const one = all.find((each) => each.id === id);
    return one === undefined ? err({ kind: 'not-found' }) : ok(one);
  }
  if (filters !== undefined) {
    const unknown = unknownFilter(asked, filters);
    if (unknown !== undefined) return err({ kind: 'filter-not-known', name: unknown });
  }
  const taxonomy = filters?.includes('taxonomy_id') === true ? asked.get('taxonomy_id') : null;
  return pageOf(
    taxonomy === null
      ? all
      : all.filter((one) => 'taxonomy_id' in one && one.taxonomy_id === taxonomy),
    asked
  );
}

function pageOf(all: readonly Identified[], asked: URLSearchParams): Result<unknown, FeedProblem> {
  const page = countAsked(asked, 'page', 1);
  if (!page.ok) return page;
  const size = countAsked(asked, 'per_page', feedPageSize);
  if (!size.ok) return size;
  const most = Math.min(size.value, mostAPage);
  const contents = all.slice((page.value - 1) * most, page.value * most);
  const pages = Math.max(1, Math.ceil(all.length / most));
  return ok({
    total_items: all.length,
    total_pages: pages,
    page_number: page.value,
    size: contents.length,
    first_page: page.value === 1,
    last_page: page.value >= pages,
    empty: contents.length === 0,
    contents
  });
}

function countAsked(
  asked: URLSearchParams,
  name: string,
  otherwise: number
): Result<number, FeedProblem> {
  const text = asked.get(name) ?? '';
  if (text === '') return ok(otherwise);
  return /^[1-9]\d{0,8}$/.test(text) ? ok(Number(text)) : err({ kind: 'not-a-number', name });
}

const ofPages = ['page', 'per_page', 'full'];
const ofServices = [
  'search',
  'taxonomy_term_id',
  'taxonomy_id',
  'organization_id',
  'minimum_age',
  'maximum_age',
  'modified_after'
] as const;

/** A parameter that changes an answer and that we do not have; the empty ones change nothing. `format=json` is what we give. */
function unknownFilter(asked: URLSearchParams, known: readonly string[]): string | undefined {
  return [...asked]
    .filter(([name, value]) => value !== '' && !(name === 'format' && value === 'json'))
    .map(([name]) => name)
    .find((name) => !ofPages.includes(name) && !known.includes(name));
}

/** The services that the filters leave. */
function chosenOf(
  { services, idOf }: Feed,
  asked: URLSearchParams
): Result<readonly PublishedService[], FeedProblem> {
  const unknown = unknownFilter(asked, ofServices);
  if (unknown !== undefined) return err({ kind: 'filter-not-known', name: unknown });
  const word = (name: (typeof ofServices)[number]) => asked.get(name) ?? '';
  for (const name of ['minimum_age', 'maximum_age'] as const) {
    if (word(name) !== '' && !/^\d{1,3}(\.\d+)?$/.test(word(name))) {
      return err({ kind: 'not-a-number', name });
    }
  }
  const since = word('modified_after');
  if (since !== '' && Number.isNaN(Date.parse(since))) {
    return err({ kind: 'not-a-moment', name: 'modified_after' });
  }
  const tests: ((service: PublishedService) => boolean)[] = [];
  const search = word('search').toLowerCase();
  if (search !== '') {
    tests.push((one) =>
      [one.name, one.organisation, one.description, one.type, ...one.tags].some((text) =>
        text.toLowerCase().includes(search)
      )
    );
  }
  const [term, taxonomy, organisation] = [
    word('taxonomy_term_id'),
    word('taxonomy_id'),
    word('organization_id')
  ];
  if (term !== '') tests.push((one) => termsOf(one, idOf).some(({ id }) => id === term));
  if (taxonomy !== '') {
    tests.push((one) => termsOf(one, idOf).some(({ taxonomy_id }) => taxonomy_id === taxonomy));
  }
  if (organisation !== '') tests.push((one) => organisationOf(one, idOf)?.id === organisation);
  const [least, most] = [word('minimum_age'), word('maximum_age')];
  if (least !== '') tests.push((one) => one.minimumAge !== null && one.minimumAge >= Number(least));
  if (most !== '') tests.push((one) => one.maximumAge !== null && one.maximumAge <= Number(most));
  if (since !== '') tests.push((one) => Date.parse(one.changedAt) >= Date.parse(since));
  return ok(services.filter((one) => tests.every((test) => test(one))));
}

/** The places of a service, each with the service of which it says where it is. */
function placesOf({ service_at_locations: places, ...service }: OpenReferralService) {
  return places.map((place) => ({ ...place, service }));
}

function termsIn({ services, idOf }: Feed): readonly FeedTerm[] {
  return onceEach(services.flatMap((one) => termsOf(one, idOf)));
}

/** The lists of which a term is in use, each with its terms. */
function taxonomiesOf(feed: Feed) {
  const terms = termsIn(feed);
  return Object.values(feedTaxonomies).flatMap(({ id, name, description }) => {
    const own = terms.filter((term) => term.taxonomy_id === id);
    return own.length === 0 ? [] : [{ id, name, description, taxonomy_terms: own }];
  });
}

const onceEach = <One extends Identified>(all: readonly One[]): readonly One[] => [
  ...new Map(all.map((one) => [one.id, one])).values()
];

/** Whom to name who uses the feed: where its records were taken from. */
const sourcesOf = (services: readonly PublishedService[]): readonly string[] =>
  [...new Set(services.map(({ source }) => source).filter((source) => source !== ''))].sort();
