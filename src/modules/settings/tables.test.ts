import { expect, test } from 'vitest';
import { cellsOfFeatures, readGeoJson } from '#core/geojson-in';
import { readAreaOutlines, readOutline } from './outline.ts';
import { readSettingRows, underSettingHeadings } from './rows.ts';
import { settingsMap } from './tables.ts';
import type { SettingDetails } from './kinds.ts';
import type { Ring } from './types.ts';

const brook: SettingDetails & { id: string } = {
  id: 's1',
  name: 'Brook Nursery',
  kind: 'nursery',
  provider: null,
  organisation: 'Brook Council',
  area: '',
  places: 48,
  rooms: null,
  latitude: 53.44,
  longitude: -2.35,
  openedOn: null,
  closedOn: null,
  externalId: '100001',
  source: ''
};
/** Clockwise, as files of before RFC 7946 and shapefiles have it. */
const clockwise: Ring = [
  [-3, 53],
  [-3, 54],
  [-2, 54],
  [-2, 53],
  [-3, 53]
];

test('settings as GeoJSON lie at their points, and the outline comes back in as it was, turned by the right-hand rule', () => {
  const outline = { rings: [clockwise], source: 'Ordnance Survey', areas: [], areasSource: '' };
  const file = settingsMap(
    [brook, { ...brook, id: 's2', latitude: null, longitude: null }],
    outline
  );
  expect(file.features.map((one) => [one.id, one.geometry?.type ?? null])).toEqual([
    ['outline', 'MultiPolygon'],
    ['s1', 'Point'],
    ['s2', null]
  ]);
  expect(file.features[1]?.geometry).toEqual({ type: 'Point', coordinates: [-2.35, 53.44] });
  expect(file.features[1]?.properties).toMatchObject({ Name: 'Brook Nursery' });
  const read = readGeoJson(file, { isLatitudeFirst: false, most: 100 });
  const names = { id: 'ID', longitude: 'Longitude', latitude: 'Latitude' };
  const { cells, remarks } = cellsOfFeatures(read.ok ? read.value : [], names);
  const rows = readSettingRows(underSettingHeadings(cells));
  expect(remarks.map(({ kind }) => kind)).toEqual(['areas-passed-over', 'without-point']);
  expect(
    rows.ok &&
      rows.value.map(({ name, given }) => [name, given.longitude, given.latitude, given.places])
  ).toEqual([
    ['Brook Nursery', -2.35, 53.44, 48],
    ['Brook Nursery', null, null, 48]
  ]);
  const [first] = file.features;
  const back = readOutline(JSON.stringify(first), { areaCode: null, name: 'Fernhollow' });
  expect(back).toEqual({ ok: true, value: [clockwise.toReversed()] });
});

test('outlines of areas go out beside the outline of the place, and each comes back in as itself', () => {
  const ward = { name: 'Brook', code: 'E05000001', rings: [clockwise.toReversed()] };
  const outline = { rings: [clockwise.toReversed()], source: 'A', areas: [ward], areasSource: 'B' };
  const text = JSON.stringify(settingsMap([brook], outline));
  const place = { areaCode: null, name: 'Fernhollow' };
  expect(readOutline(text, place)).toEqual({ ok: true, value: outline.rings });
  expect(readAreaOutlines(text, place)).toEqual({ ok: true, value: { areas: [ward], elsewhere: 0 } });
}); // prettier-ignore
