import { sameName } from './cells.ts';

/** The columns that a sheet of services may have, under the headings that people give them. */
export type Column =
  | 'id'
  | 'label'
  | 'type'
  | 'tags'
  | 'organisation'
  | 'description'
  | 'factors'
  | 'ages'
  | 'stage'
  | 'url'
  | 'address'
  | 'longitude'
  | 'latitude'
  | 'source'
  | 'sourceDate'
  | 'email';

/** The columns of a sheet of connections. */
export type ConnectionColumn = 'from' | 'to' | 'type' | 'direction' | 'established';

const columns: Readonly<Record<string, Column>> = {
  id: 'id',
  label: 'label',
  type: 'type',
  tag: 'tags',
  tags: 'tags',
  organisation: 'organisation',
  organization: 'organisation',
  description: 'description',
  factor: 'factors',
  factors: 'factors',
  age: 'ages',
  ages: 'ages',
  stage: 'stage',
  url: 'url',
  address: 'address',
  setting: 'address',
  longitude: 'longitude',
  latitude: 'latitude',
  source: 'source',
  'source date': 'sourceDate',
  email: 'email',
  'e-mail': 'email'
};

const connectionColumns: Readonly<Record<string, ConnectionColumn>> = {
  from: 'from',
  to: 'to',
  type: 'type',
  direction: 'direction',
  established: 'established'
};

/** The headings as we write them. */
export const headingNames: Readonly<Record<Exclude<Column, 'email'>, string>> = {
  id: 'ID',
  label: 'Label',
  type: 'Type',
  tags: 'Tags',
  organisation: 'Organisation',
  description: 'Description',
  factors: 'Factors',
  ages: 'Ages',
  stage: 'Stage',
  url: 'URL',
  address: 'Address',
  longitude: 'Longitude',
  latitude: 'Latitude',
  source: 'Source',
  sourceDate: 'Source date'
};

/** What a heading of a sheet of services means; undefined for a column of somebody's own. */
export function columnOf(heading: string): Column | undefined {
  return columns[sameName(heading)];
}

/** What a heading of a sheet of connections means; undefined for a column of somebody's own. */
export function connectionColumnOf(heading: string): ConnectionColumn | undefined {
  return connectionColumns[sameName(heading)];
}
