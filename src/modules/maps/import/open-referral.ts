import { err, ok, type Result } from '#core/result';
import { isSourceDate, longest, mostTags, webAddressForm } from '../schema.ts';
import { feedTaxonomyOf, type FeedTaxonomy } from '../feed-service.ts';
import type { FoundFile, FoundService, ServiceField } from './found.ts';
import { headingNames } from './headings.ts';
import {
  distinct,
  firstText,
  isObject,
  listOf,
  numberOf,
  objectsOf,
  textOf,
  type Loose
} from './json-parts.ts';
import { mostRows } from './limits.ts';
import type { FileProblem, ImportNote } from './problems.ts';
import { scheduleWords } from './schedules.ts';

/**
 * Services as Open Referral writes them: HSDS 1.0, 2.0 and 3.0, and the United Kingdom's profile of 1.0 and 3.0, as JSON.
 * Read by what is there and not by what a version says of itself: feeds name the same thing in the singular and the plural, lack what
 * their profile requires, and hold what it does not define. What is left out is told.
 * Source: github.com/openreferral/specification, tags 1.0 to v3.0; github.com/OpenReferralUK/uk-profile (docs/formats.md).
 */

/** The services in a document, wherever its version keeps them; null where it is no such document. */
export function openReferralServices(document: unknown): readonly Loose[] | null {
  if (Array.isArray(document)) return servicesIn(document);
  if (!isObject(document)) return null;
  // 3.0 and the profile of 3.0 page a list under `contents`; the profile of 1.0 under `content`.
  for (const name of ['contents', 'content', 'services', 'service', 'data', 'items']) {
    const found = document[name];
    if (!Array.isArray(found)) continue;
    if (found.length === 0 && ['contents', 'content'].includes(name)) return [];
    const services = servicesIn(found);
    if (services !== null) return services.map((one) => withTables(one, document));
  }
  return isService(document) ? [document] : null;
}

const isService = (value: unknown): value is Loose =>
  isObject(value) && textOf(value['name']) !== '' && ('id' in value || 'status' in value);

/** A list is one of services when something in it looks like one; another that does not is refused later, with its row. */
function servicesIn(list: readonly unknown[]): readonly Loose[] | null {
  const objects = list.filter(isObject);
  return objects.some(isService) ? objects : null;
}

/** Tables of 1.0 and 2.0 that stand beside that of the services and name the service, or its place, by an identifier. */
const besideServices = [
  'regular_schedule',
  'schedule',
  'eligibility',
  'cost_option',
  'fee',
  'service_area',
  'service_taxonomy',
  'service_attribute',
  'language',
  'required_document'
];
const besideLocations = ['physical_address', 'accessibility_for_disabilities'];

/** A table that may be named in the singular or in one of the plurals that are met. */
const table = (document: Loose, name: string): readonly Loose[] =>
  objectsOf(document, ...new Set([name, `${name}s`, `${name}es`, name.replace(/y$/, 'ies')]));

/** A service together with what other tables of the same document say of it. */
function withTables(service: Loose, document: Loose): Loose {
  const id = textOf(service['id']);
  const linked = (name: string, link: string, to: string) =>
    table(document, name).filter((one) => to !== '' && textOf(one[link]) === to);
  const gathered: Record<string, unknown> = { ...service };
  for (const name of besideServices) {
    const rows = linked(name, 'service_id', id);
    if (rows.length > 0) gathered[name] = [...listOf(service, name), ...rows];
  }
  const organization = linked('organization', 'id', textOf(service['organization_id']))[0];
  if (organization !== undefined && !isObject(service['organization'])) {
    gathered['organization'] = organization;
  }
  const places = linked('service_at_location', 'service_id', id).map((one) => {
    const at = textOf(one['location_id']);
    const location: Record<string, unknown> = { ...linked('location', 'id', at)[0] };
    for (const name of besideLocations) location[name] = linked(name, 'location_id', at);
    return { ...one, location };
  });
  if (places.length > 0) gathered['service_at_location'] = places;
  for (const name of ['service_taxonomy', 'service_attribute']) {
    gathered[name] = objectsOf(gathered, name).map((one) => ({
      ...linked('taxonomy', 'id', textOf(one['taxonomy_id']))[0],
      ...linked('taxonomy_term', 'id', textOf(one['taxonomy_term_id']))[0],
      ...one
    }));
  }
  return gathered;
}

/** The fields of a service that are read, or are known to say nothing that Cairn could keep by themselves. */
const readFields = new Set([
  ...[
    'id',
    'name',
    'description',
    'status',
    'url',
    'organization',
    'organization_id',
    'organisation'
  ],
  ...[
    'minimum_age',
    'maximum_age',
    'eligibility_description',
    'eligibility',
    'eligibilitys',
    'target_audience'
  ],
  ...['schedule', 'schedules', 'regular_schedule', 'regular_schedules'],
  ...['cost_option', 'cost_options', 'costs', 'fee', 'fees', 'fees_description'],
  ...[
    'application_process',
    'wait_time',
    'interpretation_services',
    'attending_type',
    'attending_access'
  ],
  ...[
    'language',
    'languages',
    'required_document',
    'required_documents',
    'accessibility',
    'deliverable_type'
  ],
  ...[
    'service_area',
    'service_areas',
    'service_at_location',
    'service_at_locations',
    'location',
    'locations'
  ],
  ...[
    'service_taxonomy',
    'service_taxonomys',
    'service_taxonomies',
    'service_attribute',
    'service_attributes'
  ],
  ...['attribute', 'attributes', 'taxonomy', 'taxonomies', 'taxonomy_terms', 'category'],
  ...['assured_date', 'last_modified', 'email', 'location_id', 'taxonomy_ids']
]);

const columns = [
  'id',
  'label',
  'organisation',
  'description',
  'type',
  'tags',
  'ages',
  'stage',
  'whoFor',
  'times',
  'costs',
  'access',
  'url',
  'address',
  'longitude',
  'latitude',
  'source',
  'sourceDate'
] as const satisfies readonly ServiceField[];
type Read = Readonly<Record<(typeof columns)[number], string>>;

const sheet = 'Services';

/**
 * A document of Open Referral as services, to be looked at like those of a spreadsheet.
 * Refuses: `json-not-known`, and more services than one file may hold.
 */
export function readOpenReferral(document: unknown): Result<FoundFile, FileProblem> {
  const services = openReferralServices(document);
  if (services === null) return err({ kind: 'json-not-known' });
  if (services.length > mostRows) return err({ kind: 'too-many-rows', most: mostRows });
  const notes: ImportNote[] = [];
  const found: FoundService[] = [];
  let closed = 0;
  let withMorePlaces = 0;
  let badPoints = 0;
  for (const [index, service] of services.entries()) {
    if (/^(inactive|defunct|temporarily closed)$/i.test(textOf(service['status']))) {
      closed += 1;
      continue;
    }
    const where = { sheet, row: index + 1 };
    const places = placesOf(service);
    const point = pointOf(places);
    if (places.length > 1) withMorePlaces += 1;
    if (point === 'no place on earth') badPoints += 1;
    const read = readService(service, places, point);
    const texts = columns.map((field) => {
      const most = field in longest ? longest[field as keyof typeof longest] : Infinity; // looked up before
      const heading = headingNames[field];
      if (read[field].length <= most) return { field, text: read[field], heading, at: field };
      notes.push({ kind: 'shortened', where, column: heading, most });
      return { field, text: `${read[field].slice(0, most - 1)}…`, heading, at: field };
    });
    found.push({ where, texts });
  }
  const version = versionOf(document, services);
  notes.unshift({ kind: 'open-referral', version, services: services.length });
  const paging = pagingOf(document);
  if (paging !== null) notes.push({ kind: 'one-page', ...paging });
  if (closed > 0) notes.push({ kind: 'not-on-offer', services: closed });
  if (withMorePlaces > 0) notes.push({ kind: 'more-places', services: withMorePlaces });
  if (badPoints > 0) notes.push({ kind: 'no-such-point', services: badPoints });
  notes.push(...leftOutOf(services));
  return ok({ services: found, connections: [], notes });
}

function readService(service: Loose, places: readonly Loose[], point: Point): Read {
  const url = firstText(service, 'url').replace(/^www\./i, 'https://www.');
  const assured = firstText(service, 'assured_date', 'last_modified').slice(0, 10);
  return {
    id: firstText(service, 'id'),
    label: plainText(firstText(service, 'name')),
    organisation: organisationOf(service),
    description: plainText(firstText(service, 'description')),
    type: ownTerms(service, 'type')[0] ?? '',
    tags: tagsOf(service).slice(0, mostTags).join('|'),
    ages: ownTerms(service, 'ages').join('|') || agesOf(service),
    stage: ownTerms(service, 'stage')[0] ?? '',
    whoFor: whoForOf(service),
    times: timesOf(service, places),
    costs: costsOf(service),
    access: accessOf(service, places),
    url: webAddressForm.test(url) ? url : '',
    address: addressOf(places),
    longitude: typeof point === 'string' ? '' : String(point.longitude),
    latitude: typeof point === 'string' ? '' : String(point.latitude),
    source: 'Open Referral',
    sourceDate: isSourceDate(assured) ? assured : ''
  };
}

function organisationOf(service: Loose): string {
  const [organization] = objectsOf(service, 'organization', 'organisation');
  return firstText(organization, 'name') || textOf(service['organization']);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' '
};

/** Text without the marks of a web page, which descriptions may hold. */
function plainText(text: string): string {
  return text
    .replace(/<(br|\/p|\/li|\/div)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim();
}

/** The terms of a service, from wherever its version keeps them. */
function termsOf(service: Loose): readonly Loose[] {
  const links = objectsOf(
    service,
    ...['service_taxonomys', 'service_taxonomies', 'service_taxonomy'],
    ...['service_attributes', 'service_attribute', 'attributes', 'attribute']
  );
  return [
    ...links.flatMap((link) => {
      const inside = objectsOf(link, 'taxonomy_term', 'taxonomy');
      return inside.length > 0 ? inside : [link];
    }),
    ...objectsOf(service, 'taxonomy_terms', 'taxonomies', 'taxonomy')
  ];
}

const nameOfTerm = (term: Loose): string => firstText(term, 'name', 'term', 'label');
const ownListOf = (term: Loose) => feedTaxonomyOf(firstText(term, 'taxonomy_id'));

/** What a feed of Cairn says in terms of one of its own lists; nothing in anybody else's feed. */
function ownTerms(service: Loose, list: FeedTaxonomy): readonly string[] {
  return distinct(
    termsOf(service)
      .filter((term) => ownListOf(term) === list)
      .map(nameOfTerm)
  );
}

function tagsOf(service: Loose): readonly string[] {
  const named = termsOf(service)
    .filter((term) => (ownListOf(term) ?? 'tags') === 'tags')
    .map(nameOfTerm);
  return distinct(
    [...named, firstText(service, 'category')].map((name) =>
      name.replaceAll('|', '/').slice(0, longest.tag)
    )
  );
}

/** From what age in years to what age, as far as a service says; the profile of 1.0 says so in each eligibility. */
function ageRangeOf(service: Loose): { least: number | null; most: number | null } {
  const said = [service, ...objectsOf(service, 'eligibilitys', 'eligibility')];
  const least = said.map((one) => numberOf(one['minimum_age'])).filter((age) => age !== null);
  const most = said.map((one) => numberOf(one['maximum_age'])).filter((age) => age !== null);
  return {
    least: least.length === 0 ? null : Math.min(...least),
    most: most.length === 0 ? null : Math.max(...most)
  };
}

/** Someone of 18 is grown up: a service for all ages is not thereby one for babies. */
const grownUp = 18;

/**
 * The ages of children whom a service is for, in words that are read like those of a spreadsheet: where it names both ends in years and
 * the upper is below 18.
 */
function agesOf(service: Loose): string {
  const { least, most } = ageRangeOf(service);
  if (least === null || most === null || most >= grownUp || most < least) return '';
  return `${least}-${most} years`;
}

function whoForOf(service: Loose): string {
  // In a feed of Cairn the ages stand among the terms, exactly.
  const hasOwnAges = ownTerms(service, 'ages').length > 0;
  const { least, most } = hasOwnAges ? { least: null, most: null } : ageRangeOf(service);
  const ages =
    least !== null && most !== null
      ? `Ages ${least} to ${most}`
      : least !== null
        ? `From age ${least}`
        : most !== null
          ? `Up to age ${most}`
          : '';
  const entitled = listOf(service, 'eligibilitys', 'eligibility').map((one) =>
    isObject(one) ? firstText(one, 'eligibility', 'description') : textOf(one)
  );
  const audience = listOf(service, 'target_audience').map(textOf);
  const areas = objectsOf(service, 'service_areas', 'service_area').map((one) =>
    firstText(one, 'name', 'service_area', 'description')
  );
  return distinct([
    ages,
    plainText(firstText(service, 'eligibility_description')),
    ...entitled.map(plainText),
    distinct(audience).join(', '),
    ...distinct(areas).map((area) => `Area: ${area}`)
  ]).join('\n');
}

const scheduleFields = ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'];

/** When a service can be had, and when at each of its places; when a building is open is another matter. */
function timesOf(service: Loose, places: readonly Loose[]): string {
  const own = objectsOf(service, ...scheduleFields).map(scheduleWords);
  const there = places.flatMap((place) => {
    const name = firstText(place['location'], 'name');
    return objectsOf(place, ...scheduleFields).map((one) => {
      const words = scheduleWords(one);
      return words === '' || name === '' || places.length < 2 ? words : `${name}: ${words}`;
    });
  });
  return distinct([...own, ...there]).join('\n');
}

function costsOf(service: Loose): string {
  const options = objectsOf(service, 'cost_options', 'cost_option', 'costs').map((option) => {
    const amount = numberOf(option['amount']);
    const currency = firstText(option, 'currency').toUpperCase();
    const price =
      amount === null ? '' : currency === 'GBP' ? `£${amount.toFixed(2)}` : `${amount} ${currency}`;
    return distinct([
      firstText(option, 'option'),
      price.trim(),
      firstText(option, 'amount_description')
    ]).join(', ');
  });
  const fees = listOf(service, 'fees', 'fee').map((one) =>
    isObject(one) ? firstText(one, 'fee') : textOf(one)
  );
  return distinct(
    [...options, ...fees, firstText(service, 'fees_description')].map(plainText)
  ).join('\n');
}

function accessOf(service: Loose, places: readonly Loose[]): string {
  const labelled = (label: string, text: string) => (text === '' ? '' : `${label}: ${text}`);
  const languages = objectsOf(service, 'languages', 'language').map((one) =>
    firstText(one, 'name', 'language')
  );
  const documents = objectsOf(service, 'required_documents', 'required_document').map((one) =>
    firstText(one, 'document')
  );
  const locations = places.flatMap((place) => objectsOf(place, 'location'));
  const rooms = locations
    .flatMap((one) =>
      objectsOf(one, 'accessibility', 'accessibilities', 'accessibility_for_disabilities')
    )
    .map((one) => firstText(one, 'description', 'accessibility', 'details'));
  const attending = [service, ...objectsOf(service, ...scheduleFields)].map((one) =>
    firstText(one, 'attending_type')
  );
  return distinct([
    plainText(firstText(service, 'application_process')),
    distinct(attending).join(', '),
    firstText(service, 'attending_access'),
    labelled('Waiting time', firstText(service, 'wait_time')),
    labelled('Interpreters', firstText(service, 'interpretation_services')),
    labelled('Languages', distinct(languages).join(', ')),
    labelled('Bring', distinct(documents).join(', ')),
    labelled('Building', distinct(rooms).join('; ')),
    labelled(
      'Getting there',
      distinct(locations.map((one) => firstText(one, 'transportation'))).join('; ')
    )
  ]).join('\n');
}

/** The places of a service, each with what it says of the service there. */
function placesOf(service: Loose): readonly Loose[] {
  const at = objectsOf(service, 'service_at_locations', 'service_at_location');
  const bare = objectsOf(service, 'locations', 'location').map((location) => ({ location }));
  return [...at, ...bare];
}

const physicalOf = (places: readonly Loose[]): readonly Loose[] =>
  places
    .flatMap((place) => objectsOf(place, 'location'))
    .filter((one) => !/^(virtual|postal)$/i.test(firstText(one, 'location_type')));

function addressOf(places: readonly Loose[]): string {
  const [location] = physicalOf(places);
  if (location === undefined) return '';
  const address = objectsOf(location, 'physical_addresses', 'physical_address', 'addresses').find(
    (one) => !/^(postal|virtual)$/i.test(firstText(one, 'address_type'))
  );
  const lines = ['address_1', 'address_2', 'address_3', 'address_4', 'city', 'region'];
  const parts = [...lines, 'state_province', 'postal_code'].map((name) => firstText(address, name));
  return distinct([plainText(firstText(location, 'name')), ...parts]).join(', ');
}

type Point =
  { readonly longitude: number; readonly latitude: number } | 'none' | 'no place on earth';

/** The first place that has a point. Two zeros are what programs write where they know none. */
function pointOf(places: readonly Loose[]): Point {
  let answer: Point = 'none';
  for (const location of physicalOf(places)) {
    const longitude = numberOf(location['longitude']);
    const latitude = numberOf(location['latitude']);
    if (longitude === null || latitude === null || (longitude === 0 && latitude === 0)) continue;
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return { longitude, latitude };
    answer = 'no place on earth';
  }
  return answer;
}

/** Which version a document is most like, for the reader of a preview; nothing is read otherwise for it. */
function versionOf(document: unknown, services: readonly Loose[]): '1' | '2' | '3' | null {
  const has = (...names: readonly string[]) =>
    services.some((one) => names.some((name) => name in one)) ||
    (isObject(document) && names.some((name) => name in document));
  if (has('contents', 'total_items', 'schedules')) return '3';
  if (has('regular_schedule', 'regular_schedules', 'eligibilitys', 'totalElements')) return '1';
  if (has('schedule', 'service_attribute', 'service_attributes', 'taxonomy_term')) return '2';
  return null;
}

function pagingOf(document: unknown): { page: number; pages: number } | null {
  if (!isObject(document)) return null;
  const pages = numberOf(document['total_pages'] ?? document['totalPages']);
  const page = numberOf(document['page_number'] ?? document['number']);
  return pages === null || pages < 2 ? null : { page: page ?? 1, pages };
}

/** What the services say besides, by the names of its fields; and that addresses of persons are not kept. */
function leftOutOf(services: readonly Loose[]): ImportNote[] {
  const isSaid = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== '' && value !== undefined;
  const said = new Set(
    services.flatMap((one) => Object.keys(one).filter((name) => isSaid(one[name])))
  );
  const unread = [...said].filter((name) => !readFields.has(name)).sort();
  const notes: ImportNote[] = [];
  if (said.has('email')) notes.push({ kind: 'email-not-kept', sheet });
  if (unread.length > 0) notes.push({ kind: 'columns-left-out', sheet, columns: unread });
  return notes;
}
