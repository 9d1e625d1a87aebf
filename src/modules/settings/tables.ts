import { areaFeature, featureCollection, pointFeature } from '#core/geojson';
import {
  kindNames,
  providerNames,
  settingKind,
  type SettingDetails,
  type SettingField
} from './kinds.ts';
import { outlineMark } from './outline.ts';
import type { Outline } from './types.ts';

const { labels } = settingKind;

/** The columns of a file: the ID first, by which rows are known again. */
export const columns: readonly SettingField[] = [
  'externalId',
  ...(Object.keys(labels) as SettingField[]).filter((field) => field !== 'externalId') // the names of its fields
];

/** Settings as a table that Cairn reads back without changing anything. */
export function settingsTable(
  settings: readonly (SettingDetails & { readonly id: string })[]
): string[][] {
  const rows = settings.map((one) => columns.map((field) => settingCell(one, field)));
  return [columns.map((field) => labels[field]), ...rows];
}

function settingCell(one: SettingDetails & { readonly id: string }, field: SettingField): string {
  if (field === 'kind') return kindNames[one.kind];
  if (field === 'provider') return one.provider === null ? '' : providerNames[one.provider];
  if (field === 'externalId') return one.externalId ?? one.id;
  return String(one[field] ?? '');
}

/** An empty table with one example row, to be filled in. */
export function settingsTemplate(): string[][] {
  const example: Readonly<Record<SettingField, string>> = {
    externalId: '100001',
    name: 'Brook Nursery (example)',
    kind: kindNames.nursery,
    organisation: 'Brook Council',
    provider: providerNames.council,
    area: 'Brook ward',
    places: '48',
    rooms: '3',
    latitude: '53.4400',
    longitude: '-2.3500',
    openedOn: '2019-09-02',
    closedOn: '',
    source: 'Register of the council, March 2026'
  };
  return [columns.map((field) => labels[field]), columns.map((field) => example[field])];
}

/** Settings as points, and the outlines of the place and of its areas where there are any, as GeoJSON. */
export function settingsMap(
  settings: readonly (SettingDetails & { readonly id: string })[],
  outline: Outline | null
) {
  const points = settings.map((one) => {
    const said = columns.filter((field) => !['latitude', 'longitude'].includes(field));
    const properties = Object.fromEntries(
      said.map((field) => [labels[field], settingCell(one, field)])
    );
    return pointFeature(one.id, one, properties);
  });
  const place =
    outline === null || outline.rings.length === 0
      ? []
      : [areaFeature('outline', outline.rings, { [outlineMark]: true, Source: outline.source })];
  const areas = (outline?.areas ?? []).map(({ name, code, rings }) =>
    areaFeature(`area ${name}`, rings, { Name: name, Code: code, Source: outline?.areasSource })
  );
  return featureCollection([...place, ...areas, ...points]);
}
