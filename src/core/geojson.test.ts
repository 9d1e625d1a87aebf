import { describe, expect, test } from 'vitest';
import { areaFeature, pointFeature, polygonsOf, type GeoRing } from './geojson.ts';

/** A square with its corner at a point, running clockwise: north first. */
const square = (at: number, side: number): GeoRing => [
  [at, at],
  [at, at + side],
  [at + side, at + side],
  [at + side, at],
  [at, at]
];

describe('polygons by RFC 7946', () => {
  test('run anticlockwise outside and clockwise around holes, whichever way they came', () => {
    for (const turn of [(ring: GeoRing) => ring, (ring: GeoRing) => ring.toReversed()]) {
      const polygons = polygonsOf([turn(square(0, 10)), turn(square(2, 2)), turn(square(20, 1))]);
      expect(polygons).toEqual([
        [square(0, 10).toReversed(), square(2, 2)],
        [square(20, 1).toReversed()]
      ]);
    }
  });

  test('close a ring that was left open, and make an island within a hole a polygon of its own', () => {
    const polygons = polygonsOf([square(0, 10).slice(0, -1), square(2, 6), square(4, 1)]);
    expect(polygons.map((rings) => rings.length)).toEqual([2, 1]);
    expect(polygons[0]?.[0]).toHaveLength(5);
    expect(polygons[0]?.[0]?.[0]).toEqual(polygons[0]?.[0]?.at(-1));
    expect(polygons[1]).toEqual([square(4, 1).toReversed()]);
  });

  test('stand in a feature', () => {
    expect(areaFeature('E1', [square(0, 1)], { name: 'A' })).toEqual({
      type: 'Feature',
      id: 'E1',
      geometry: { type: 'MultiPolygon', coordinates: [[square(0, 1).toReversed()]] },
      properties: { name: 'A' }
    });
  });
});

test('a place has its longitude first; one whose point is not known stays in the list without', () => {
  const point = { longitude: -1.25, latitude: 53.5 };
  expect(pointFeature('a', point, {}).geometry).toEqual({
    type: 'Point',
    coordinates: [-1.25, 53.5]
  });
  expect(pointFeature('a', { longitude: null, latitude: null }, {}).geometry).toBeNull();
});
