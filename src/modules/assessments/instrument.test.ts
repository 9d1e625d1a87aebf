import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStages } from '#modules/vocabulary';
import { anInstrument, someStatements } from './builders.ts';
import { elementsOf, partOf, readInstrument, topicsOf } from './index.ts';

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

describe('the features of an instrument', () => {
  const feature = { id: 'together', title: 'Together', means: 'All of it', elements: ['aims'] };
  const having = (...features: object[]) => ({ ...anInstrument(), features });

  test('are refused with an element that it does not have, in two of them, or of statements', () => {
    expect(readInstrument(having(feature))).toMatchObject({ ok: true });
    expect(readInstrument(having({ ...feature, elements: ['gone'] }))).toMatchObject({
      error: [{ kind: 'unknown-id', id: 'gone' }]
    });
    expect(readInstrument(having(feature, { ...feature, id: 'again' }))).toMatchObject({
      error: [{ kind: 'repeated-id', id: 'aims' }]
    });
    expect(readInstrument({ ...someStatements(), features: [feature] })).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'features' }]
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
  // Every element stands in one of the four features.
  const inFeatures = read.value.features.flatMap(({ elements: own }) => own);
  expect(read.value.features).toHaveLength(4);
  expect(inFeatures.toSorted()).toEqual(elements.map(({ id }) => id).toSorted());
});

describe('statements on one scale', () => {
  const [first, ...others] = someStatements().levels;

  test.each([
    ['a step without a value', { levels: [{ ...first, value: null }, ...others] }],
    ['values that fall', { levels: [{ ...first, value: 9 }, ...others] }],
    ['a mark', { levels: [{ ...first, mark: 'circle' }, ...others] }],
    ['bands that rise', { bands: someStatements().bands.toReversed() }],
    ['bands that leave out the lowest', { bands: someStatements().bands.slice(0, 1) }]
  ])('are refused with %s', (_, change) => {
    expect(readInstrument({ ...someStatements(), ...change })).toMatchObject({
      ok: false,
      error: [{ kind: 'wrong-shape' }]
    });
  });

  test('are agreed on heading by heading; levels and confidence one by one', () => {
    expect(topicsOf(someStatements()).map(({ id, elements }) => [id, elements.length])).toEqual([
      ['one', 2],
      ['two', 1]
    ]);
    expect(topicsOf(anInstrument()).map(({ id }) => id)).toEqual(['aims', 'money', 'people']);
  });

  test('can be asked in part, and not in a part that is not there', () => {
    const part = partOf(someStatements(), 'two');
    expect(part.ok && elementsOf(part.value).map(({ id }) => id)).toEqual(['people']);
    expect(partOf(someStatements(), 'three')).toEqual({
      ok: false,
      error: { kind: 'no-such-part' }
    });
  });
});

const shipped = (name: string) => {
  const file = `content/instruments/${name}/instrument.json`;
  const read = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe('the instruments that come with Cairn', () => {
  test.each([
    ['partnership-health', 'statements', 7, 21, 5],
    ['innovation-culture', 'statements', 7, 21, 7],
    ['coalition-review', 'levels', 2, 6, 3],
    ['stock-take', 'confidence', 6, 26, 3],
    ['governance', 'confidence', 2, 9, 3],
    ['elc-quality-2025', 'judgements', 4, 11, 6],
    ['elc-quality-2016', 'judgements', 3, 15, 6]
  ])('%s asks by %s: %i headings, %i to answer, %i steps', (name, kind, headings, all, steps) => {
    const instrument = shipped(name);
    const elements = elementsOf(instrument);
    expect([instrument.kind, instrument.dimensions.length]).toEqual([kind, headings]);
    expect([elements.length, instrument.levels.length]).toEqual([all, steps]);
    expect(new Set(elements.map(({ question }) => question)).size).toBe(all);
  });

  test('take stock of each stage by the statements that the stage has', () => {
    const stages = readStages(
      JSON.parse(readFileSync('content/plans/six-stages/stages.json', 'utf8'))
    );
    if (!stages.ok) throw new Error(JSON.stringify(stages.error));
    expect(
      shipped('stock-take').dimensions.map(({ id, elements }) => ({
        id,
        stockTake: elements.map(({ question }) => question)
      }))
    ).toEqual(stages.value.stages.map(({ id, stockTake }) => ({ id, stockTake })));
  });

  test('judge a framework’s indicators on evidence alone, each with a question to challenge it', () => {
    for (const name of ['elc-quality-2025', 'elc-quality-2016']) {
      const instrument = shipped(name);
      expect(instrument.needsEvidence).toBe(true);
      expect(elementsOf(instrument).every(({ challenges }) => challenges.length > 0)).toBe(true);
    }
    expect(shipped('elc-quality-2025').levels[2]?.title).toBe('Adequate');
    expect(shipped('elc-quality-2016').levels[2]?.title).toBe('Satisfactory');
  });

  test('keep the reasons of a coalition review for leads', () => {
    expect(shipped('coalition-review').reasonsFor).toBe('leads');
    expect(shipped('partnership-health').reasonsFor).toBe('everybody');
  });
});
