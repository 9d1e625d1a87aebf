import { describe, expect, test } from 'vitest';
import { anInstrument, someStatements } from './builders.ts';
import {
  changeSentence,
  changeSince,
  changeWords,
  refusalWords,
  type Instrument
} from './index.ts';

const instrument = anInstrument();
const agreed = (levels: Readonly<Record<string, string>>, of: Instrument = instrument) => ({
  instrument: of,
  levels: new Map(Object.entries(levels))
});

describe('the change between two rounds', () => {
  // Worked by hand: low to high is two levels up, high to middle one down, middle to middle none.
  test('is told in steps, element by element', () => {
    const change = changeSince(
      agreed({ aims: 'low', money: 'high', people: 'middle' }),
      agreed({ aims: 'high', money: 'middle', people: 'middle' })
    );
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(change.elements.map((one) => changeWords(one, instrument))).toEqual([
      'High, two levels up from low.',
      'Middle, one level down from high.',
      'Middle, as before.'
    ]);
    expect(changeSentence(change.elements)).toBe(
      'Of 3 agreed in both rounds, 1 rose, 1 stayed and 1 fell.'
    );
  });

  test('leaves out what one of the rounds has not agreed or not asked', () => {
    const [one] = instrument.dimensions;
    const smaller = { ...instrument, dimensions: one === undefined ? [] : [one] };
    const change = changeSince(agreed({ aims: 'low' }, smaller), agreed({ money: 'low' }));
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(change.elements.map(({ kind }) => kind)).toEqual(['no-now', 'no-before', 'new-element']);
    expect(changeSentence(change.elements)).toBe(
      'Nothing was agreed in both rounds in the same words.'
    );
  });

  test.each([
    [{ aims: 'low' }, { aims: 'high' }, 'The only one agreed in both rounds rose.'],
    [
      { aims: 'low', money: 'middle' },
      { aims: 'low', money: 'middle' },
      'All 2 agreed in both rounds stayed.'
    ]
  ])('of %o and %o: %s', (before, now, says) => {
    const change = changeSince(agreed(before), agreed(now));
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(changeSentence(change.elements)).toBe(says);
  });

  test.each([
    ['turned round', 'turned-round', instrument.levels.toReversed()],
    ['with a level less', 'other-steps', instrument.levels.slice(1)],
    [
      'with a level of another name',
      'other-steps',
      instrument.levels.map((level) => ({ ...level, title: `${level.title}!` }))
    ]
  ])('is refused where the scale is %s', (_, why, levels) => {
    const other = { ...instrument, levels };
    expect(changeSince(agreed({ aims: 'low' }), agreed({ aims: 'low' }, other))).toMatchObject({
      kind: 'other-scale',
      why,
      before: 'Low, Middle, High'
    });
  });

  test('says in words that a scale was turned round', () => {
    const other = { ...instrument, levels: instrument.levels.toReversed() };
    const change = changeSince(agreed({ aims: 'low' }, other), agreed({ aims: 'low' }));
    if (change.kind === 'compared') throw new Error('compared');
    expect(refusalWords(change)).toBe(
      'The scale was turned round: it ran High, Middle, Low, and runs Low, Middle, High. A step up on one is a step down on the other.'
    );
  });

  test('is refused where the steps count otherwise, or the answers are of another kind', () => {
    const statements = someStatements();
    const doubled = {
      ...statements,
      levels: statements.levels.map((level) => ({ ...level, value: (level.value ?? 0) * 2 }))
    };
    const one = agreed({ one: 'agree' }, statements);
    expect(changeSince(one, agreed({ one: 'agree' }, doubled))).toMatchObject({
      why: 'other-values'
    });
    expect(changeSince(agreed({ aims: 'low' }), one)).toEqual({ kind: 'other-kind' });
  });

  test.each([
    ['a statement', { question: 'It is better.' }],
    [
      'what a level means',
      { levels: instrument.levels.map(({ id }) => ({ level: id, means: '?' })) }
    ]
  ])('leaves out what was asked in other words: %s', (_, words) => {
    const [one, ...others] = instrument.dimensions;
    if (one === undefined) throw new Error('no dimension');
    const [first, ...rest] = one.elements;
    if (first === undefined) throw new Error('no element');
    const reworded: Instrument = {
      ...instrument,
      dimensions: [{ ...one, elements: [{ ...first, ...words }, ...rest] }, ...others]
    };
    const change = changeSince(
      agreed({ aims: 'low', money: 'low' }, reworded),
      agreed({ aims: 'high', money: 'middle' })
    );
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(change.elements.map(({ kind }) => kind)).toEqual(['reworded', 'compared', 'no-now']);
    expect(changeSentence(change.elements)).toBe('The only one agreed in both rounds rose.');
  });

  test('of statements is told by heading', () => {
    const statements = someStatements();
    const change = changeSince(
      agreed({ one: 'disagree', two: 'agree' }, statements),
      agreed({ one: 'agree', two: 'agree' }, statements)
    );
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(change.elements).toMatchObject([
      { element: 'one', steps: 2 },
      { element: 'two', steps: 0 }
    ]);
  });
});
