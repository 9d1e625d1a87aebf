import type { AgeId, Spine } from '#modules/vocabulary';
import { distinct } from './import/json-parts.ts';
import { stageName, type StageOfSupport } from './stages.ts';
import type { Service, ServiceId } from './types.ts';

/**
 * A service as everybody may read it. Nothing of it is for colleagues: no factors with their reasons, no identifier of somebody else's
 * list.
 */
export type PublishedService = {
  readonly id: ServiceId;
  readonly name: string;
  readonly organisation: string;
  readonly description: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly url: string;
  readonly ages: readonly { readonly id: AgeId; readonly title: string }[];
  /** In whole years, as an age is said: a baby is 0. Null where there is no such end, or the ages have a gap between them. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** The stage of support as the place calls it; null where nobody said. */
  readonly stage: string | null;
  readonly whoFor: string;
  readonly times: string;
  readonly costs: string;
  readonly access: string;
  readonly address: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Where the record was taken from; empty where it was written here. */
  readonly source: string;
  /** `2018`, `2018-01` or `2018-01-31`; empty where nobody said. */
  readonly sourceDate: string;
  /** When it was last changed, ISO 8601. */
  readonly changedAt: string;
};

/** A service as it may be published, with its address and its point or without. */
export function publishedService(
  service: Service,
  {
    ages: spineAges,
    stages
  }: {
    readonly ages: Spine['ages'];
    readonly stages: readonly StageOfSupport[];
  },
  shows: { readonly place: boolean }
): PublishedService {
  const ages = spineAges.filter(({ id }) => service.ages.includes(id));
  return {
    id: service.id,
    name: service.name,
    organisation: service.organisation,
    description: service.description,
    type: service.type,
    tags: service.tags,
    url: service.url,
    ages: ages.map(({ id, title }) => ({ id, title })),
    ...yearsOf(ages),
    stage: service.stage === null ? null : stageName(stages, service.stage),
    whoFor: service.whoFor,
    times: service.times,
    costs: service.costs,
    access: service.access,
    address: shows.place ? service.address : '',
    longitude: shows.place ? service.longitude : null,
    latitude: shows.place ? service.latitude : null,
    source: service.source,
    sourceDate: service.sourceDate,
    changedAt: service.updatedAt.toISOString()
  };
}

/**
 * The youngest and the oldest age of bands that touch each other. Ages before birth are no ages of a person.
 *
 * @example
 * yearsOf([{ fromMonth: 8, toMonth: 36, openEnded: false }]) // { minimumAge: 0, maximumAge: 3 }
 */
export function yearsOf(
  ages: readonly Pick<Spine['ages'][number], 'fromMonth' | 'toMonth' | 'openEnded'>[]
): { readonly minimumAge: number | null; readonly maximumAge: number | null } {
  const born = ages
    .filter(({ toMonth }) => toMonth > 0)
    .toSorted((one, other) => one.fromMonth - other.fromMonth);
  const [first] = born;
  const hasGap = born.some(
    (age, index) => index > 0 && age.fromMonth > Math.max(...born.slice(0, index).map(endOf)) + 1
  );
  if (first === undefined || hasGap) return { minimumAge: null, maximumAge: null };
  const last = Math.max(...born.map(endOf));
  return {
    minimumAge: Math.floor(Math.max(0, first.fromMonth) / 12),
    maximumAge: Number.isFinite(last) ? Math.floor(last / 12) : null
  };
}

const endOf = (age: { readonly toMonth: number; readonly openEnded: boolean }): number =>
  age.openEnded ? Infinity : age.toMonth;

/** Makes an identifier out of what it stands for: the same text gives the same UUID, in every answer. */
export type IdOf = (text: string) => string;

/**
 * The lists from which our terms come. Their identifiers never change: by them our own reader puts each term back into its field.
 */
export const feedTaxonomies = {
  type: {
    id: '6d2c1f0e-52d4-4c0c-9a5e-0d1b7c1f6a01',
    name: 'Kind of service',
    description: 'One or two words for what kind of service it is, in the words of the place.'
  },
  tags: {
    id: '6d2c1f0e-52d4-4c0c-9a5e-0d1b7c1f6a02',
    name: 'Words',
    description: 'Further words by which a service is found, in the words of the place.'
  },
  ages: {
    id: '6d2c1f0e-52d4-4c0c-9a5e-0d1b7c1f6a03',
    name: 'Ages in the early years',
    description: 'For which ages of children a service is. Bands may overlap.'
  },
  stage: {
    id: '6d2c1f0e-52d4-4c0c-9a5e-0d1b7c1f6a04',
    name: 'For whom',
    description:
      'For which families a service is: the stages of support, from universal to intensive, as the place names them.'
  }
} as const;
export type FeedTaxonomy = keyof typeof feedTaxonomies;

/** Which of our lists an identifier names; undefined for anybody else's. */
export const feedTaxonomyOf = (id: string): FeedTaxonomy | undefined =>
  (Object.keys(feedTaxonomies) as FeedTaxonomy[]) // the keys of a constant object
    .find((name) => feedTaxonomies[name].id === id);

export type FeedTerm = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
};

/** The terms of a service, each once for each list. */
export function termsOf(service: PublishedService, idOf: IdOf): readonly FeedTerm[] {
  const named = (of: FeedTaxonomy, names: readonly string[]) =>
    distinct(names).map((name) => ({
      id: idOf(`term ${of} ${name}`),
      name,
      description: `${feedTaxonomies[of].name}: ${name}`,
      taxonomy: feedTaxonomies[of].name,
      taxonomy_id: feedTaxonomies[of].id
    }));
  return [
    ...named('type', [service.type]),
    ...named('tags', service.tags),
    ...named(
      'ages',
      service.ages.map(({ title }) => title)
    ),
    ...named('stage', [service.stage ?? ''])
  ];
}

/** A property is left out where nothing is known: the schema takes texts and numbers, and no null. */
const said = <Fields extends Readonly<Record<string, string | number | null | undefined>>>(
  fields: Fields
): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined
    )
  ) as Partial<Fields>; // the same fields, without those that say nothing

/**
 * A service in the United Kingdom's profile of HSDS 3.0, whole. Who may come and how to come stand in fields of HSDS 3.0 that the profile
 * leaves out and allows.
 * Source: github.com/OpenReferralUK/uk-profile, schema/compiled/service.json; github.com/openreferral/specification, tag 3.0.
 */
export function openReferralService(service: PublishedService, idOf: IdOf) {
  const organisation = organisationOf(service, idOf);
  const lines = (text: string): readonly string[] =>
    distinct(text.split('\n').map((one) => one.trim()));
  const place = placeOf(service, idOf);
  return {
    id: service.id,
    name: service.name,
    status: 'active',
    ...said({
      description: service.description,
      url: service.url,
      minimum_age: service.minimumAge,
      maximum_age: service.maximumAge,
      eligibility_description: service.whoFor,
      application_process: service.access,
      assured_date: service.sourceDate.length === 10 ? service.sourceDate : ''
    }),
    last_modified: service.changedAt,
    ...(organisation === null
      ? {}
      : { organization_id: organisation.id, organization: organisation }),
    schedules: lines(service.times).map((description) => ({
      id: idOf(`schedule ${service.id} ${description}`),
      service_id: service.id,
      description
    })),
    cost_options: lines(service.costs).map((option) => ({
      id: idOf(`cost ${service.id} ${option}`),
      service_id: service.id,
      option
    })),
    service_at_locations: place === null ? [] : [place],
    attributes: termsOf(service, idOf).map((term) => ({
      id: idOf(`attribute ${service.id} ${term.id}`),
      link_id: service.id,
      link_type: 'service',
      taxonomy_term_id: term.id,
      taxonomy_term: term
    }))
  };
}
export type OpenReferralService = ReturnType<typeof openReferralService>;

/** The schema asks for a description of every organisation, of which we know the name alone; it is empty. */
export function organisationOf({ organisation }: PublishedService, idOf: IdOf) {
  if (organisation === '') return null;
  return { id: idOf(`organization ${organisation}`), name: organisation, description: '' };
}

function placeOf(service: PublishedService, idOf: IdOf) {
  const { address, longitude, latitude } = service;
  if (address === '' && longitude === null) return null;
  const id = idOf(`location ${service.id}`);
  const parts = partsOfAddress(address);
  return {
    id: idOf(`place ${service.id}`),
    service_id: service.id,
    location_id: id,
    location: {
      id,
      location_type: 'physical',
      ...said({ name: parts === null ? address : '', longitude, latitude }),
      ...(parts === null
        ? {}
        : { addresses: [{ id: idOf(`address ${service.id}`), location_id: id, ...parts }] })
    }
  };
}

const postcodeForm = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

/**
 * An address in the parts that the schema asks for, where putting them together again gives the same text: street, town, postcode of the
 * United Kingdom. Null where it cannot be parted so: then the whole is the name of the place. A county is asked for and never known here.
 *
 * @example
 * partsOfAddress('1 Mill Lane, Fernhollow, FE1 1AA')?.city // 'Fernhollow'
 */
export function partsOfAddress(address: string) {
  const parts = address.split(', ');
  const [city, postcode] = parts.slice(-2);
  if (parts.length < 3 || city === undefined || postcode === undefined) return null;
  if (!postcodeForm.test(postcode)) return null;
  const street = parts.slice(0, -2).join(', ');
  if (distinct([street, city, postcode]).join(', ') !== address) return null;
  return {
    address_1: street,
    city,
    state_province: '',
    postal_code: postcode,
    country: 'GB',
    address_type: 'physical'
  };
}
