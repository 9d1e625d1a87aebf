import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Point, projected } from './projection.ts';
import { boundaryLayers, readBoundaries } from './read-boundaries.ts';
import { areaOf, simplified } from './simplify.ts';

describe('the plane of the maps', () => {
  test('is as long as the meridian on it, and nothing east of it', () => {
    // 52° of a circle of radius 6,371,009 m.
    expect(projected(-2, 52)).toEqual([0, 5_782_144]);
  });

  test('has Trafford and London as far apart as they are, by compass and chain', () => {
    // Great-circle distance of 53.42° N 2.36° W from 51.51° N 0.13° W by the haversine formula: 260.6 km.
    const [east, north] = projected(-2.36, 53.42);
    const [otherEast, otherNorth] = projected(-0.13, 51.51);
    expect(Math.hypot(east - otherEast, north - otherNorth) / 1000).toBeCloseTo(260.6, 1);
  });

  test('keeps shapes: a short way north and a short way east are stretched alike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 2, noNaN: true }),
        fc.double({ min: 50, max: 61, noNaN: true }),
        (longitude, latitude) => {
          const [east, north] = projected(longitude, latitude);
          const step = 0.05;
          const up = projected(longitude, latitude + step);
          const across = projected(
            longitude + step / Math.cos((latitude * Math.PI) / 180),
            latitude
          );
          const lengthUp = Math.hypot(up[0] - east, up[1] - north);
          const lengthAcross = Math.hypot(across[0] - east, across[1] - north);
          expect(lengthAcross / lengthUp).toBeCloseTo(1, 2);
        }
      )
    );
  });
});

// Two squares of a kilometre with a crooked border between them, and an islet off the first.
const border: Point[] = [
  [1000, 0],
  [1010, 300],
  [990, 600],
  [1000, 1000]
];
const west = [[0, 0] as const, ...border, [0, 1000] as const];
const east = [...[...border].reverse(), [2000, 0] as const, [2000, 1000] as const];
const islet: Point[] = [
  [-500, 0],
  [-490, 0],
  [-490, 10]
];
const two = [
  { area: 'west', rings: [west, islet] },
  { area: 'east', rings: [east] }
];

describe('outlines with fewer points', () => {
  test('straighten a shared border once for both, and leave out what is too small', () => {
    const [left, right] = simplified(two, 50, 1000);
    expect(left?.rings).toEqual([
      [
        [1000, 0],
        [1000, 1000],
        [0, 1000],
        [0, 0]
      ]
    ]);
    expect(right?.rings[0]).toContainEqual([1000, 0]);
    expect(right?.rings[0]).toContainEqual([1000, 1000]);
    expect(right?.rings[0]).not.toContainEqual([1010, 300]);
    expect([left?.touches, right?.touches]).toEqual([['east'], ['west']]);
  });

  test('keep every point where nothing may be moved', () => {
    const [left] = simplified(two, 0, 0);
    expect(left?.rings.map((ring) => ring.length)).toEqual([6, 3]);
  });

  test('keep the area of a wood about the same, whichever way its ring runs', () => {
    const round = Array.from({ length: 200 }, (_, index): Point => {
      const angle = (index / 200) * 2 * Math.PI;
      return [Math.round(5000 * Math.cos(angle)), Math.round(5000 * Math.sin(angle))];
    });
    const [one] = simplified([{ area: 'wood', rings: [round] }], 60, 0);
    const [other] = simplified([{ area: 'wood', rings: [[...round].reverse()] }], 60, 0);
    const size = Math.abs(areaOf(one?.rings[0] ?? []));
    expect(one?.rings[0]?.length).toBeLessThan(40);
    expect(size / (Math.PI * 5000 ** 2)).toBeGreaterThan(0.98);
    expect(Math.abs(areaOf(other?.rings[0] ?? []))).toBe(size);
  });
});

describe('the boundaries that ship with Cairn', () => {
  test.each(boundaryLayers)('$id keeps every area and its size', (layer) => {
    const file = `content/data/${layer.folder}/boundaries.geojson`;
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const [coarse, whole] = [layer, { ...layer, tolerance: 0, leastPiece: 0 }].map((each) => {
      const read = readBoundaries(json, each);
      if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
      return read.value;
    });
    const sizes = (outlines: typeof coarse) =>
      new Map(
        outlines?.map(({ area, rings }) => [
          area,
          // Outer rings and holes run in opposite ways.
          Math.abs(rings.reduce((sum, ring) => sum + areaOf(ring), 0))
        ])
      );
    expect(coarse?.length).toBe(whole?.length);
    const [kept, given] = [sizes(coarse), sizes(whole)];
    const off = [...given].filter(
      ([area, size]) => Math.abs((kept.get(area) ?? 0) / size - 1) > 0.12
    );
    // The smaller of the Isles of Scilly are left out, and the City of London is but a mile across.
    expect(off.map(([area]) => area)).toEqual(
      layer.id === 'england-upper-tier' ? ['E06000053', 'E09000001'] : []
    );
  });

  test('know who touches whom', () => {
    const file = 'content/data/boundaries-scotland-councils/boundaries.geojson';
    const [, layer] = boundaryLayers;
    const read = layer && readBoundaries(JSON.parse(readFileSync(file, 'utf8')), layer);
    const nameOf = new Map(read?.ok ? read.value.map(({ area, name }) => [area, name]) : []);
    const angus = read?.ok ? read.value.find(({ name }) => name === 'Angus') : undefined;
    expect(angus?.touches.map((area) => nameOf.get(area)).sort()).toEqual([
      'Aberdeenshire',
      'Dundee City',
      'Perth and Kinross'
    ]);
  });

  test('are refused when they are something else', () => {
    const [layer] = boundaryLayers;
    expect(layer && readBoundaries({ type: 'Topology' }, layer)).toMatchObject({ ok: false });
  });
});
