import { describe, expect, test } from 'vitest';
import { anInstrument } from './builders.ts';
import { changeSentence, changeSince, changeWords, type Instrument } from './index.ts';

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
      'Of 3 elements agreed in both rounds, 1 rose, 1 stayed and 1 fell.'
    );
  });

  test('leaves out what one of the rounds has not agreed or not asked', () => {
    const [one] = instrument.dimensions;
    const smaller = { ...instrument, dimensions: one === undefined ? [] : [one] };
    const change = changeSince(agreed({ aims: 'low' }, smaller), agreed({ money: 'low' }));
    if (change.kind !== 'compared') throw new Error(change.kind);
    expect(change.elements.map(({ kind }) => kind)).toEqual(['no-now', 'no-before', 'new-element']);
    expect(changeSentence(change.elements)).toBe('No element was agreed in both rounds.');
  });

  test.each([
    ['turned round', instrument.levels.toReversed()],
    ['with a level less', instrument.levels.slice(1)],
    [
      'with a level of another name',
      instrument.levels.map((level) => ({ ...level, title: `${level.title}!` }))
    ]
  ])('is refused where the scale is %s', (_, levels) => {
    const other = { ...instrument, levels };
    expect(changeSince(agreed({ aims: 'low' }), agreed({ aims: 'low' }, other))).toMatchObject({
      kind: 'other-scale',
      before: 'Low, Middle, High'
    });
  });
});
