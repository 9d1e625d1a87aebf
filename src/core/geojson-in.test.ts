import { describe, expect, test } from 'vitest';
import { featureCollection, pointFeature } from './geojson.ts';
import { cellsOfFeatures, geoJsonSentence, readGeoJson, type GeoFeature } from './geojson-in.ts';

const options = { isLatitudeFirst: false, most: 10 };
const names = { id: 'ID', longitude: 'Longitude', latitude: 'Latitude' };
const at = (...coordinates: number[]) => ({
  type: 'Feature',
  properties: { name: 'Hall' },
  geometry: { type: 'Point', coordinates }
});
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more
});
const read = (document: unknown, isLatitudeFirst = false) =>
  readGeoJson(document, { ...options, isLatitudeFirst });
const found = (document: unknown): readonly GeoFeature[] => {
  const answer = read(document);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
};

describe('features of GeoJSON', () => {
  test('are read with their points and what is said of them, and come out as they went in', () => {
    const out = featureCollection([
      pointFeature('s1', { longitude: -2.35, latitude: 53.44 }, { Label: 'Hall', Tags: 'a|b' }),
      pointFeature('s2', { longitude: null, latitude: null }, { Label: 'Nowhere' })
    ]);
    expect(cellsOfFeatures(found(out), names)).toEqual({
      cells: [
        ['ID', 'Label', 'Tags', 'Longitude', 'Latitude'],
        ['s1', 'Hall', 'a|b', '-2.35', '53.44'],
        ['s2', 'Nowhere', '', '', '']
      ],
      remarks: [{ kind: 'without-point', features: 1 }]
    });
  });

  test('that are areas are passed over, and said; numbers of rows are no identifiers', () => {
    const area = { type: 'Polygon', coordinates: [[[-2, 53], [-1, 53], [-1, 54], [-2, 53]]] };
    const features = [
      { type: 'Feature', id: 0, properties: { name: 'Ward' }, geometry: area },
      { ...at(-2, 53, 120), id: 1, properties: { name: 'Hall', days: ['Mon', 'Tue'], open: true } }
    ];
    expect(cellsOfFeatures(found(collection(features)), names)).toEqual({
      cells: [
        ['name', 'days', 'open', 'Longitude', 'Latitude'],
        ['Hall', 'Mon|Tue', 'true', '-2', '53']
      ],
      remarks: [{ kind: 'areas-passed-over', features: 1 }]
    });
  }); // prettier-ignore

  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', null],
    ['urn:ogc:def:crs:EPSG::4326', null],
    ['EPSG:4326', null],
    ['urn:ogc:def:crs:EPSG::27700', 'urn:ogc:def:crs:EPSG::27700'],
    ['EPSG:3857', 'EPSG:3857']
  ])('in the system %s are read or refused', (name, refused) => {
    const crs = { type: 'name', properties: { name } };
    const answer = read(collection([at(-2, 53)], { crs }));
    expect(answer.ok ? null : answer.error).toEqual(
      refused === null ? null : { kind: 'other-coordinates', name: refused }
    );
  });

  test('whose system is named by a link are refused', () => {
    const crs = { type: 'link', properties: { href: 'https://example.org/27700' } };
    expect(read(collection([at(-2, 53)], { crs }))).toMatchObject({
      error: { kind: 'other-coordinates', name: '' }
    });
  });

  test.each([
    [[at(-2, 53), at(385_000, 397_000)], 2],
    [[at(-200, 53)], 1],
    [[at(-2, 53), at(-2, 91)], 2],
    [[at(NaN, 53)], 1]
  ])('that are no degrees are refused by their number', (features, feature) => {
    expect(read(collection(features))).toEqual({ ok: false, error: { kind: 'out-of-range', feature } });
  }); // prettier-ignore

  test('with latitude first are asked about, and read when somebody says so', () => {
    const swapped = collection([at(53.44, -2.35), at(51.5, -0.1)]);
    expect(read(swapped)).toEqual({
      ok: false,
      error: { kind: 'axes-to-tell', isLatitudeFirst: false }
    });
    const told = read(swapped, true);
    expect(told.ok && told.value.map(({ coordinates }) => coordinates)).toEqual([
      [-2.35, 53.44],
      [-0.1, 51.5]
    ]);
    // Said of a file that has them as the standard asks, it is asked about too.
    expect(read(collection([at(-2.35, 53.44)]), true)).toEqual({
      ok: false,
      error: { kind: 'axes-to-tell', isLatitudeFirst: true }
    });
  });

  test('elsewhere on earth are nobody’s question', () => {
    expect(read(collection([at(139.7, 35.7)])).ok).toBe(true);
    expect(read(collection([at(53.44, -2.35), at(-2, 53)])).ok).toBe(true);
  });

  test.each([
    [null],
    [[]],
    [{ type: 'Topology' }],
    [{ type: 'FeatureCollection', features: {} }],
    [collection([{ type: 'Something' }])],
    [collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: ['a', 'b'] } }])],
    [collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: [[[[[[[1, 2]]]]]]] } }])]
  ])('are none of %j', (document) => {
    expect(read(document)).toEqual({ ok: false, error: { kind: 'not-geojson' } });
  }); // prettier-ignore

  test('are no more than may be read', () => {
    const many = collection(Array.from({ length: 11 }, () => at(-2, 53)));
    expect(read(many)).toEqual({ ok: false, error: { kind: 'too-many-features', most: 10 } });
  });

  test('are refused in sentences that say what to do', () => {
    const sentences = [
      geoJsonSentence({ kind: 'axes-to-tell', isLatitudeFirst: false }),
      geoJsonSentence({ kind: 'out-of-range', feature: 2 }),
      geoJsonSentence({ kind: 'other-coordinates', name: 'EPSG:27700' })
    ];
    expect(sentences.every((one) => /(tick|Save)/.test(one))).toBe(true);
  });
});
