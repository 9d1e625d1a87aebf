import type { ImportNote, Where } from './problems.ts';

/**
 * What a reader of any format found: services and connections as texts under our fields. `readFound` makes of it what an import takes;
 * a new format needs nothing else (decision 0041).
 */
export type FoundFile = {
  readonly services: readonly FoundService[];
  readonly connections: readonly FoundConnection[];
  readonly notes: readonly ImportNote[];
};

/** The fields that a service may come with. */
export const serviceFields = [
  'label',
  'organisation',
  'description',
  'more',
  'type',
  'tags',
  'factors',
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
  'sourceDate',
  'id'
] as const;
export type ServiceField = (typeof serviceFields)[number];

/** Fields that several columns, or several texts, may fill together. */
export const fieldsOfSeveral: ReadonlySet<ServiceField> = new Set([
  'more',
  'tags',
  'factors',
  'ages',
  'whoFor',
  'times',
  'costs',
  'access',
  'address'
]);

/** One text of a service. */
export type FoundText = {
  readonly field: ServiceField;
  /**
   * Trimmed. In `tags`, `factors` and `ages` an upright line parts several; in `ages` free words such as “0-5 years” will do, in `url` an
   * address without `https://`. `more` is put below the description, after its heading. Empty says “nothing”, and empties what was there.
   */
  readonly text: string;
  /** What stands over it, in the words of the file. */
  readonly heading: string;
  /** Where exactly it stands: `C5`, or the name of a property. */
  readonly at: string;
  /** Why the file gives no text here, though something stands there. */
  readonly broken?: 'formula' | 'error';
};

export type FoundService = { readonly where: Where; readonly texts: readonly FoundText[] };

export const connectionFields = ['from', 'to', 'type', 'direction', 'established'] as const;
export type ConnectionField = (typeof connectionFields)[number];

export type FoundConnection = {
  readonly where: Where;
  readonly texts: readonly (Omit<FoundText, 'field'> & { readonly field: ConnectionField })[];
};
