/**
 * The shape that the United Kingdom's profile of HSDS 3.0 gives its answers, written out from the tables of its documents: what each
 * object requires, of what kind its fields are, which words a field allows. Only what a feed of Cairn may hold is listed; a field that
 * stands in neither the profile nor HSDS 3.0 is named, and so is one of another kind.
 * Source: github.com/OpenReferralUK/uk-profile (September 2024) and github.com/openreferral/specification, tag 3.0.
 */
type Kind =
  | 'text'
  | 'uuid'
  | 'uri'
  | 'moment'
  | 'number'
  | 'whole'
  | 'flag'
  | { readonly words: readonly string[] }
  | { readonly one: Shape }
  | { readonly list: Shape }
  /** What is in it is looked at by itself. */
  | 'list';
export type Shape =
  | 'api'
  | 'page'
  | 'service'
  | 'organization'
  | 'schedule'
  | 'cost_option'
  | 'service_at_location'
  | 'location'
  | 'address'
  | 'attribute'
  | 'taxonomy'
  | 'taxonomy_term';

const placeKinds = { words: ['physical', 'postal', 'virtual'] };

const shapes: Readonly<
  Record<Shape, { readonly requires: readonly string[]; readonly fields: Readonly<Record<string, Kind>> }>
> = {
  api: {
    requires: ['version', 'profile', 'openapi_url'],
    // Of our own: where the records come from. Further properties are allowed.
    fields: { version: 'text', profile: 'uri', openapi_url: 'uri', sources: 'list' }
  },
  page: {
    requires: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
    fields: {
      total_items: 'whole',
      total_pages: 'whole',
      page_number: 'whole',
      size: 'whole',
      first_page: 'flag',
      last_page: 'flag',
      empty: 'flag',
      contents: 'list'
    }
  },
  service: {
    requires: ['id', 'name', 'status'],
    fields: {
      id: 'uuid',
      organization_id: 'uuid',
      name: 'text',
      description: 'text',
      url: 'uri',
      status: { words: ['active', 'inactive', 'defunct', 'temporarily closed'] },
      minimum_age: 'number',
      maximum_age: 'number',
      assured_date: 'text',
      last_modified: 'moment',
      // Of HSDS 3.0, where the profile has no field for it.
      eligibility_description: 'text',
      application_process: 'text',
      organization: { one: 'organization' },
      schedules: { list: 'schedule' },
      cost_options: { list: 'cost_option' },
      service_at_locations: { list: 'service_at_location' },
      attributes: { list: 'attribute' }
    }
  },
  organization: {
    requires: ['id', 'name', 'description'],
    fields: { id: 'uuid', name: 'text', description: 'text' }
  },
  schedule: {
    requires: ['id'],
    fields: { id: 'uuid', service_id: 'uuid', description: 'text' }
  },
  cost_option: {
    requires: ['id'],
    fields: { id: 'uuid', service_id: 'uuid', option: 'text' }
  },
  service_at_location: {
    requires: ['id'],
    fields: {
      id: 'uuid',
      service_id: 'uuid',
      location_id: 'uuid',
      location: { one: 'location' },
      // Of the answers alone, where a place stands by itself.
      service: { one: 'service' }
    }
  },
  location: {
    requires: ['id', 'location_type'],
    fields: {
      id: 'uuid',
      location_type: placeKinds,
      name: 'text',
      longitude: 'number',
      latitude: 'number',
      addresses: { list: 'address' }
    }
  },
  address: {
    requires: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    fields: {
      id: 'uuid',
      location_id: 'uuid',
      address_1: 'text',
      city: 'text',
      state_province: 'text',
      postal_code: 'text',
      country: 'text',
      address_type: placeKinds
    }
  },
  attribute: {
    requires: ['id'],
    fields: {
      id: 'uuid',
      link_id: 'uuid',
      link_type: 'text',
      taxonomy_term_id: 'uuid',
      taxonomy_term: { one: 'taxonomy_term' }
    }
  },
  taxonomy: {
    requires: ['id', 'name', 'description'],
    fields: { id: 'uuid', name: 'text', description: 'text', taxonomy_terms: { list: 'taxonomy_term' } }
  },
  taxonomy_term: {
    requires: ['id', 'name', 'description'],
    fields: { id: 'uuid', name: 'text', description: 'text', taxonomy: 'text', taxonomy_id: 'uuid' }
  }
}; // prettier-ignore

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with an answer, in words; an empty list where nothing is. */
export function hsdsProblems(shape: Shape, given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [`${shape} is no object`];
  const { requires, fields } = shapes[shape];
  const missing = requires.filter((name) => !(name in given)).map((name) => `${shape}.${name} is missing`);
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return kind === undefined ? [`${shape}.${name} is not known`] : problemsOf(`${shape}.${name}`, kind, value);
  });
  return [...missing, ...wrong];
} // prettier-ignore

function problemsOf(name: string, kind: Kind, value: unknown): readonly string[] {
  const unless = (isGood: boolean, what: string) => (isGood ? [] : [`${name} is ${what}`]);
  const isText = typeof value === 'string';
  if (kind === 'text') return unless(isText, 'no text');
  if (kind === 'uuid') return unless(isText && uuidForm.test(value), 'no uuid');
  if (kind === 'uri') return unless(isText && URL.canParse(value), 'no uri');
  if (kind === 'moment') return unless(isText && momentForm.test(value), 'no moment');
  if (kind === 'number') return unless(typeof value === 'number', 'no number');
  if (kind === 'whole') return unless(Number.isInteger(value), 'no whole number');
  if (kind === 'flag') return unless(typeof value === 'boolean', 'neither true nor false');
  if (kind === 'list') return unless(Array.isArray(value), 'no list');
  if ('words' in kind) {
    return unless(isText && kind.words.includes(value), `none of ${kind.words.join(', ')}`);
  }
  if ('one' in kind) return hsdsProblems(kind.one, value);
  if (!Array.isArray(value)) return [`${name} is no list`];
  return value.flatMap((one: unknown) => hsdsProblems(kind.list, one));
}
