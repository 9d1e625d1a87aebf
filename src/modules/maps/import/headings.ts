import { fieldNamed, type FieldHeadings } from '#core/columns';
import type { ConnectionField, ServiceField } from './found.ts';

/** What a column of a sheet of services may hold. An e-mail address is told apart, as it is never kept. */
export type ServiceUse = ServiceField | 'email';

/** What people write over the columns of a directory of services; our own headings come first. */
export const serviceHeadings: FieldHeadings<ServiceUse> = {
  label: [
    'label',
    'name',
    'service name',
    'name of service',
    'service title',
    'service',
    'activity',
    'activity name',
    'programme',
    'programme name',
    'group name',
    'title',
    'provision'
  ],
  organisation: [
    'organisation',
    'organization',
    'provider',
    'provider name',
    'organisation name',
    'organization name',
    'service provider',
    'delivered by',
    'run by',
    'lead organisation',
    'agency'
  ],
  description: [
    'description',
    'service description',
    'summary',
    'about',
    'about the service',
    'details',
    'what it is',
    'what we do',
    'what happens',
    'overview'
  ],
  whoFor: [
    'who may come',
    'who it is for',
    'who is it for',
    'target group',
    'target audience',
    'eligibility',
    'eligibility criteria'
  ],
  times: [
    'times',
    'opening times',
    'opening hours',
    'when',
    'day and time',
    'days and times',
    'day',
    'days',
    'time',
    'session time',
    'session times',
    'start time',
    'end time',
    'frequency'
  ],
  costs: ['cost', 'costs', 'price', 'fees'],
  access: [
    'how to come',
    'how to access',
    'how to join',
    'access',
    'booking',
    'referral',
    'referral route',
    'accessibility'
  ],
  more: ['languages', 'what to bring'],
  type: ['type', 'service type', 'type of service', 'kind', 'category'],
  tags: ['tags', 'tag', 'keywords', 'categories', 'themes', 'topics'],
  factors: ['factors', 'factor'],
  ages: ['ages', 'age', 'age range', 'age group', 'age groups', 'ages served', 'age band'],
  stage: ['stage', 'level of need', 'tier'],
  url: ['url', 'website', 'web address', 'web site', 'web page', 'webpage', 'link', 'web'],
  address: [
    'address',
    'setting',
    'location',
    'venue',
    'postcode',
    'post code',
    'postal code',
    'address line 1',
    'address line 2',
    'address line 3',
    'street',
    'town',
    'city',
    'place',
    'where'
  ],
  longitude: ['longitude', 'lon', 'long', 'lng'],
  latitude: ['latitude', 'lat'],
  source: ['source', 'source of information'],
  sourceDate: ['source date', 'last updated', 'date updated', 'updated', 'last checked'],
  id: ['id', 'reference', 'service id'],
  email: ['email', 'e mail', 'email address', 'contact email']
};

/** The columns of a sheet of connections. */
export const connectionHeadings: FieldHeadings<ConnectionField> = {
  from: ['from'],
  to: ['to'],
  type: ['type'],
  direction: ['direction'],
  established: ['established']
};

/** The headings as we write them, and as Kumu does: a file with no others needs no questions. */
const ownHeadings: FieldHeadings<ServiceUse> = {
  label: ['label'],
  organisation: ['organisation', 'organization'],
  description: ['description'],
  whoFor: ['who may come'],
  times: ['times'],
  costs: ['cost'],
  access: ['how to come'],
  more: [],
  type: ['type'],
  tags: ['tags', 'tag'],
  factors: ['factors', 'factor'],
  ages: ['ages', 'age'],
  stage: ['stage'],
  url: ['url'],
  address: ['address', 'setting'],
  longitude: ['longitude'],
  latitude: ['latitude'],
  source: ['source'],
  sourceDate: ['source date'],
  id: ['id'],
  email: ['email', 'e mail']
};

/** What a heading of our own form says; undefined for any other. */
export function ownField(heading: string): ServiceUse | undefined {
  return fieldNamed(heading, ownHeadings);
}

/** The headings as we write them. */
export const headingNames: Readonly<Record<Exclude<ServiceField, 'more'>, string>> = {
  id: 'ID',
  label: 'Label',
  type: 'Type',
  tags: 'Tags',
  organisation: 'Organisation',
  description: 'Description',
  factors: 'Factors',
  ages: 'Ages',
  stage: 'Stage',
  whoFor: 'Who may come',
  times: 'Times',
  costs: 'Cost',
  access: 'How to come',
  url: 'URL',
  address: 'Address',
  longitude: 'Longitude',
  latitude: 'Latitude',
  source: 'Source',
  sourceDate: 'Source date'
};
