import { describe, expect, test } from 'vitest';
import { featureWords, featuresOf, inOrder, sideBySide, type AreaLevels } from './areas.ts';
import { sharedTable } from './areas-table.ts';
import { anInstrument } from './builders.ts';
import { keptInstrument } from './instrument.ts';

const today = keptInstrument({
  ...anInstrument(),
  features: [
    { id: 'start', title: 'Start', means: 'Where we start', elements: ['aims', 'money'] },
    { id: 'ways', title: 'Ways', means: 'How we work', elements: ['people'] }
  ]
});
const turned = keptInstrument({
  ...anInstrument(),
  levels: anInstrument().levels.toReversed(),
  dimensions: anInstrument().dimensions.map((dimension) => ({
    ...dimension,
    elements: dimension.elements.map((element) => ({
      ...element,
      levels: element.levels.toReversed()
    }))
  }))
});
const reworded = keptInstrument(
  JSON.parse(JSON.stringify(anInstrument()).replace('How is aims?', 'How are the aims?'))
);

const area = (name: string, levels: Record<string, string>, more: object = {}): AreaLevels => ({
  id: name,
  name,
  isOwn: false,
  isMadeUp: true,
  levels: new Map(
    Object.entries(levels).map(([topic, level]) => [
      topic,
      { instrument: today, level, agreedOn: '2026-05-12', mayBeVisited: false, ...more }
    ])
  )
});

describe('areas side by side', () => {
  test('stand by their names, the own one first, whatever their levels', () => {
    const areas = [
      area('Zennor', { aims: 'high' }),
      area('Alderbeck', { aims: 'low' }),
      { ...area('Mid', { aims: 'low' }), isOwn: true },
      area('Élan', { aims: 'high' })
    ];
    const names = ['Mid', 'Alderbeck', 'Élan', 'Zennor'];
    expect(inOrder(areas).map(({ name }) => name)).toEqual(names);
    expect(inOrder(areas.toReversed()).map(({ name }) => name)).toEqual(names);
    for (const { cells } of sideBySide(today, areas)) {
      expect(cells.map((cell) => cell.area)).toEqual(names);
    }
  });

  test('are compared topic by topic, and not on a scale turned round or in other words', () => {
    const rows = sideBySide(today, [
      area('A', { aims: 'high' }),
      area('B', { aims: 'high', people: 'low' }, { instrument: turned }),
      area('C', { aims: 'high', people: 'low' }, { instrument: reworded })
    ]);
    expect(rows.map(({ topic, cells }) => [topic.id, ...cells.map(({ kind }) => kind)])).toEqual([
      ['aims', 'level', 'other-scale', 'other-words'],
      ['money', 'not-shown', 'not-shown', 'not-shown'],
      ['people', 'not-shown', 'other-scale', 'level']
    ]);
    expect(JSON.stringify(rows.map(({ cells }) => cells[1]))).not.toContain('high');
  });

  // By hand: of two topics of the first feature one is agreed, the one of the second is.
  test('are summed up by feature in words, and never by a mean', () => {
    const [start, ways] = featuresOf(
      today,
      new Map(Object.entries({ aims: 'high', people: 'low' }))
    );
    expect(start).toMatchObject({
      at: [{ level: 'high', topics: ['About aims'] }],
      unknown: ['About money']
    });
    expect(start && featureWords(start, today, 'Not shown')).toBe(
      'High: about aims. Not shown: about money.'
    );
    expect(ways && featureWords(ways, today, 'Not shown')).toBe('Low: about people.');
  });

  test('say in a file of each level whose it is, and why one is not compared', () => {
    const line = {
      collaborative: 'Three Becks',
      instrument: 'Matrix',
      element: 'aims',
      elementTitle: 'Aims',
      area: 'Alderbeck',
      isMadeUp: true,
      isOwn: false,
      level: 'high',
      levelTitle: 'High',
      agreedOn: '2026-05-12',
      mayBeVisited: true,
      notComparedBecause: null
    };
    const other = { level: null, levelTitle: null, notComparedBecause: 'other-scale' } as const;
    expect(sharedTable([line, { ...line, ...other, mayBeVisited: false }]).slice(1)).toEqual([
      ['Three Becks', 'Matrix', 'Aims', 'Alderbeck', 'yes', 'High', '2026-05-12', 'yes', ''],
      ['Three Becks', 'Matrix', 'Aims', 'Alderbeck', 'yes', '', '2026-05-12', 'no', 'rated on another scale'] // prettier-ignore
    ]);
  });
});
