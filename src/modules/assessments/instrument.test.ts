import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anInstrument } from './builders.ts';
import { elementsOf, readInstrument } from './index.ts';

/** The made-up instrument with one of its elements changed. */
const withFirst = (change: object) => {
  const whole = anInstrument();
  const [one, ...others] = whole.dimensions;
  const [first, ...rest] = one?.elements ?? [];
  return {
    ...whole,
    dimensions: [{ ...one, elements: [{ ...first, ...change }, ...rest] }, ...others]
  };
};

describe('an instrument', () => {
  test('is read with every level of every element described', () => {
    expect(readInstrument(anInstrument())).toMatchObject({ ok: true });
  });

  const path = 'dimensions.0.elements.0.levels';
  const [low, middle, high] = elementsOf(anInstrument())[0]?.levels ?? [];
  test.each([
    [[low, high], { kind: 'missing-entry', path, id: 'middle' }],
    [[low, middle, high, high], { kind: 'repeated-id', path: `${path}.3`, id: 'high' }],
    [[low, middle, high, { level: 'top', means: 'x' }], { kind: 'unknown-id', path, id: 'top' }],
    [[high, middle, low], { kind: 'out-of-order', path, expected: 'low, middle, high' }]
  ])('is refused with a level missing, twice, unknown or turned round (%#)', (levels, problem) => {
    const read = readInstrument(withFirst({ levels }));
    expect(read).toMatchObject({ ok: false, error: [problem] });
  });

  test('is refused when two elements have one name, or a level the name of no answer', () => {
    expect(readInstrument(withFirst({ id: 'people' }))).toMatchObject({
      error: [{ kind: 'repeated-id', id: 'people' }]
    });
    const text = JSON.stringify(anInstrument()).replaceAll('"low"', '"cannot-say"');
    expect(readInstrument(JSON.parse(text))).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'levels.0.id' }]
    });
  });
});

test('the maturity matrix has four dimensions, ten elements and four levels, each in words of its own', () => {
  const file = 'content/instruments/maturity-matrix/instrument.json';
  const read = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const elements = elementsOf(read.value);
  expect(read.value.dimensions.map(({ id, elements: own }) => `${id} ${own.length}`)).toEqual([
    'plan 3',
    'lead 3',
    'deliver 2',
    'evaluate 2'
  ]);
  expect(read.value.levels).toHaveLength(4);
  const words = elements.flatMap(({ levels }) => levels.map(({ means }) => means));
  expect(new Set(words).size).toBe(40);
});
