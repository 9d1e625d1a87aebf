import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutMap, markGap } from './map-layout.ts';
import { readAreaOutlines, readOutline } from './outline.ts';

const bare = { rings: [], areas: [] };

describe('settings on a map', () => {
  test('keep the shape of the place: a degree east is shorter than a degree north', () => {
    // At 60° north the cosine is one half: 2° by 1° make a square.
    const things = [
      { longitude: 0, latitude: 59.5 },
      { longitude: 2, latitude: 60.5 }
    ];
    const { marks, height } = layoutMap(things, bare, 500);
    const [first, second] = marks;
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo((first?.y ?? 0) - (second?.y ?? 0), 0);
    expect(height).toBe(500);
  });

  test('stand in the middle where there is only one', () => {
    expect(layoutMap([{ longitude: 3, latitude: 54 }], bare, 300).marks[0]).toMatchObject({
      x: 150
    });
  });

  test('never cover one another, however near they are', () => {
    const place = fc.record({
      longitude: fc.double({ min: 2.9, max: 2.9001, noNaN: true }),
      latitude: fc.double({ min: 54.6, max: 54.6001, noNaN: true })
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 20 }), (things) => {
        const { marks } = layoutMap(things, bare, 640);
        for (const [at, one] of marks.entries()) {
          for (const other of marks.slice(at + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(markGap - 0.2);
          }
        }
      }),
      { numRuns: 40 }
    );
  });
});

describe('the outline of a place', () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0]
      ]
    ]
  };
  const feature = (code: string) => ({ type: 'Feature', properties: { code }, geometry: square });

  const nowhere = { areaCode: null, name: 'Fernhollow' };

  test('is the one that has the name of the place, where no code names it; two of that name are none', () => {
    const named = (name: string) => ({ type: 'Feature', properties: { name }, geometry: square });
    const outlineIn = (...names: string[]) =>
      readOutline(
        JSON.stringify({ type: 'FeatureCollection', features: names.map(named) }),
        nowhere
      ).ok;
    expect(outlineIn('Millbrook', 'FERNHOLLOW ')).toBe(true);
    expect(outlineIn('Fernhollow', 'Fernhollow')).toBe(false);
  });

  test('with latitude first is asked about, and taken when somebody says so', () => {
    const turned = {
      type: 'Polygon',
      coordinates: [
        [
          [53, -2],
          [54, -2],
          [54, -1],
          [53, -2]
        ]
      ]
    };
    expect(readOutline(JSON.stringify(turned), nowhere)).toMatchObject({
      error: { kind: 'axes-to-tell' }
    });
    const told = readOutline(JSON.stringify(turned), nowhere, true);
    expect(told.ok && told.value[0]?.[0]).toEqual([-2, 53]);
  });

  test('is the only one of a file, or the one that the area code names', () => {
    expect(readOutline(JSON.stringify(square), nowhere).ok).toBe(true);
    const both = { type: 'FeatureCollection', features: [feature('A'), feature('B')] };
    expect(readOutline(JSON.stringify(both), { ...nowhere, areaCode: 'B' }).ok).toBe(true);
    expect(readOutline(JSON.stringify(both), { ...nowhere, areaCode: 'C' })).toMatchObject({
      error: { kind: 'no-outline' }
    });
  });

  test('is refused where it is no GeoJSON, not in degrees, or too fine to draw', () => {
    expect(readOutline('a,b', nowhere)).toMatchObject({ error: { kind: 'not-geojson' } });
    expect(readOutline('{"type":"Point","coordinates":[0,0]}', nowhere)).toMatchObject({
      error: { kind: 'no-outline' }
    });
    const metres = {
      type: 'Polygon',
      coordinates: [
        [
          [380000, 0],
          [1, 0],
          [1, 1],
          [380000, 0]
        ]
      ]
    };
    expect(readOutline(JSON.stringify(metres), nowhere)).toMatchObject({
      error: { kind: 'out-of-range' }
    });
    const fine = { type: 'Polygon', coordinates: [Array.from({ length: 5001 }, () => [0, 0])] };
    expect(readOutline(JSON.stringify(fine), nowhere)).toMatchObject({
      error: { kind: 'outline-too-fine', points: 5001 }
    });
  });
});

describe('the outlines of areas', () => {
  const square = { type: 'Polygon', coordinates: [[[-2, 53], [-1, 53], [-1, 54], [-2, 53]]] }; // prettier-ignore
  const collection = (...all: Record<string, unknown>[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: all.map((properties) => ({ type: 'Feature', properties, geometry: square }))
    });
  const here = { areaCode: 'E08000009' };
  const namesIn = (text: string, options = {}) => {
    const read = readAreaOutlines(text, here, options);
    return read.ok ? read.value.areas.map(({ name, code }) => [name, code]) : read.error;
  };

  test('have the names and codes of a publisher’s file, those of this place alone', () => {
    const text = collection(
      { FID: 1, WD24CD: 'E05000829', WD24NM: 'Altrincham', WD24NMW: ' ', LAD24CD: 'E08000009' },
      { FID: 2, WD24CD: 'E05000830', WD24NM: 'Ashton', WD24NMW: ' ', LAD24CD: 'E08000009' },
      { FID: 3, WD24CD: 'E05000001', WD24NM: 'Elsewhere', WD24NMW: ' ', LAD24CD: 'E08000001' }
    );
    expect(namesIn(text)).toEqual([
      ['Altrincham', 'E05000829'],
      ['Ashton', 'E05000830']
    ]);
    expect(readAreaOutlines(text, here)).toMatchObject({ value: { elsewhere: 1 } });
  });

  test('have names by a property that somebody says, where none is called one', () => {
    const text = collection({ bezeichnung: 'Bach' }, { bezeichnung: 'Berg' });
    expect(namesIn(text)).toEqual({ kind: 'names-to-tell', properties: ['bezeichnung'] });
    expect(namesIn(text, { names: 'bezeichnung' })).toEqual([
      ['Bach', null],
      ['Berg', null]
    ]);
  });

  test('are refused where a name is missing or comes twice, and where there are none', () => {
    expect(namesIn(collection({ name: 'A' }, { name: 'a ' }), { names: 'name' })).toMatchObject({ kind: 'area-twice' });
    expect(namesIn(collection({ name: 'A' }, { name: null }), { names: 'name' })).toMatchObject({ kind: 'area-without-name', feature: 2 });
    expect(namesIn(collection({ name: 'A' }, { name: 'A' }))).toMatchObject({ kind: 'names-to-tell' });
    expect(namesIn('{"type":"Point","coordinates":[0,0]}')).toEqual({ kind: 'no-areas' });
  }); // prettier-ignore

  test('are drawn where they lie, within the ground of all', () => {
    const area = { name: 'Brook', code: null, rings: [[[0, 0], [1, 0], [1, 1], [0, 0]] as const] }; // prettier-ignore
    const { areas } = layoutMap([], { rings: [], areas: [area] }, 300);
    expect(areas).toEqual([{ name: 'Brook', path: expect.stringMatching(/^M28 .*Z$/) as string }]);
  });
});
