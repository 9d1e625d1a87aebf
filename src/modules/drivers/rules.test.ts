import { describe, expect, test } from 'vitest';
import { drawLayers } from '#modules/charts/server';
import {
  driver,
  driverNamed,
  idea,
  someDiagram,
  someDriver,
  someIdea,
  someLink,
  planned,
  tried
} from './builders.ts';
import { drawingOf } from './drawing.ts';
import { gapsOf } from './gaps.ts';
import { diagramTable } from './rows.ts';
import {
  explainDriverProblem,
  changeSentence,
  diagramSentence,
  driverSentence,
  gapSentence,
  trialSentence
} from './sentences.ts';
import { templateOf, templateOfPublished } from './templates.ts';
import { trialsOf, verdictOf } from './verdict.ts';
import { compareVersions } from './versions.ts';

const aim = 'Children hear a story at bedtime: 65% of families.';

describe('the verdict of an idea', () => {
  test.each([
    [[], 'untested', 'Not tested yet'],
    [[tried(1, null)], 'under-way', '1 test under way'],
    [[tried(1, 'yes')], 'helped', '1 test: it helped'],
    [[tried(1, 'no'), tried(2, 'yes')], 'helped', '2 tests: the latest helped'],
    [[tried(2, 'no'), tried(1, 'yes')], 'did-not-help', '2 tests: the latest did not help'],
    // A test that nobody has studied yet does not take the word from one that was.
    [[tried(1, 'yes'), tried(2, null)], 'helped', '2 tests: the latest helped'],
    // One that is only planned is none of the tests that happened.
    [[tried(1, 'yes'), planned(2)], 'helped', '1 test: it helped'],
    [[planned(1)], 'under-way', 'Planned, not tried yet'],
    [[tried(1, 'cannot-tell')], 'cannot-tell', '1 test: cannot tell yet']
  ] as const)('of %j is %s', (tests, verdict, sentence) => {
    expect(verdictOf(tests)).toBe(verdict);
    expect(trialSentence(trialsOf(tests))).toBe(sentence);
  });
});

describe('what a diagram lacks', () => {
  test('is said driver by driver, ideas together', () => {
    expect(gapsOf(someDiagram()).map(gapSentence)).toEqual([
      'Nothing hangs under “room in the day”: neither a secondary driver nor a change idea.',
      'No measure watches “something to hand”, so nobody will see whether it moves.',
      'No measure watches “room in the day”, so nobody will see whether it moves.',
      'The idea “reminder” serves no driver of the diagram.',
      '2 ideas have not been tested yet: “song cards” and “reminder”.'
    ]);
  });

  test('names secondary drivers that hang nowhere or that no idea serves, and an aim that nothing watches', () => {
    const bare = someDiagram({
      drivers: [someDriver('seen it done', 'secondary')],
      links: [],
      ideas: [],
      measures: []
    });
    expect(gapsOf(bare).map(({ kind }) => kind)).toEqual([
      'driver-unplaced',
      'driver-without-idea',
      'aim-unwatched'
    ]);
    expect(gapsOf({ ...bare, drivers: [] })).toEqual([{ kind: 'no-drivers' }]);
  });

  test('a primary driver is watched through a secondary one', () => {
    const diagram = someDiagram();
    const watched = diagram.drivers.map((one) =>
      one.title === 'books change often'
        ? { ...one, measureIds: diagram.measures.map(({ id }) => id) }
        : one
    );
    expect(
      gapsOf({ ...diagram, drivers: watched }).flatMap((gap) =>
        gap.kind === 'driver-unwatched' ? [gap.driver.title] : []
      )
    ).toEqual(['room in the day']);
  });
});

describe('two versions', () => {
  const before = { format: 1, aim, diagram: someDiagram() } as const;

  test('that are the same have nothing to tell', () => {
    expect(compareVersions(before, before)).toEqual([]);
  });

  test('are told apart in words', () => {
    const old = before.diagram;
    const after = {
      ...before,
      aim: null,
      diagram: someDiagram({
        drivers: [
          ...old.drivers
            .filter(({ title }) => title !== 'room in the day')
            .map((one) => (one.title === 'seen it done' ? { ...one, title: 'saw it done' } : one)),
          someDriver('short is enough', 'secondary', { position: 6 })
        ],
        ideas: [
          ...old.ideas.map((one) =>
            one.text === 'song cards' ? { ...one, ...trialsOf([tried(3, 'no')]) } : one
          ),
          someIdea('book swap')
        ],
        links: [
          ...old.links.filter(({ upperId }) => upperId !== 'books change often'),
          someLink('something to hand', driver('short is enough'), 2),
          someLink('short is enough', idea('book swap')),
          someLink('books change often', idea('song cards'))
        ]
      })
    };
    expect(compareVersions(before, after).map(changeSentence)).toEqual([
      'The aim was taken away.',
      'Added the secondary driver “short is enough” under “something to hand”.',
      'Took away the primary driver “room in the day”.',
      'Added the idea “book swap” under “short is enough”.',
      '“seen it done” is now called “saw it done”.',
      '“song cards” now hangs under “books change often” too.',
      '“story bag” no longer hangs under “books change often”.',
      '“song cards” was tested once more.'
    ]);
  });

  test('that differ in their order alone say so', () => {
    const turned = someDiagram();
    const diagram = {
      ...turned,
      drivers: turned.drivers.map((one) => ({ ...one, position: 10 - one.position }))
    };
    expect(compareVersions(before, { ...before, diagram }).map(changeSentence)).toEqual([
      'Only the order changed.'
    ]);
  });
});

describe('the drawing', () => {
  test('has every box once, in its layer, with the tests of each idea by shape and word', async () => {
    const graph = drawingOf({ aim, diagram: someDiagram() }, 'A story before bed');
    expect(graph.headings).toHaveLength(4);
    expect(graph.boxes).toHaveLength(1 + 5 + 3);
    expect(graph.boxes.find(({ id }) => id === 'story bag')).toMatchObject({
      layer: 3,
      note: '2 tests: the latest helped',
      shape: 'circle',
      isDashed: false
    });
    expect(graph.boxes.find(({ id }) => id === 'song cards')).toMatchObject({ isDashed: true });
    expect(graph.links).toHaveLength(3 + 5);
    expect(graph.keepsOrder).toBe(true);
    const drawn = await drawLayers(graph);
    expect(drawn.ok && drawn.value).toContain('2 tests: the latest helped');
  });

  test('leaves the layer of secondary drivers out where there is none', () => {
    const diagram = someDiagram({
      drivers: [someDriver('parents feel able', 'primary')],
      links: [someLink('parents feel able', idea('story bag'))]
    });
    const graph = drawingOf({ aim: null, diagram }, 'A story before bed');
    expect(graph.headings).toEqual(['Aim', 'Primary drivers', 'Change ideas']);
    expect(Math.max(...graph.boxes.map(({ layer }) => layer))).toBe(2);
    expect(graph.boxes[0]?.label).toBe('The aim is not written yet');
  });

  test('is told in a sentence', () => {
    expect(diagramSentence(someDiagram())).toBe(
      'From the aim on the left: 3 primary drivers, 2 secondary drivers and 3 change ideas. 1 of the ideas has been tested; the latest test helped for 1.'
    );
  });
});

test('the table has one row for each way through the diagram', () => {
  const [headings, ...rows] = diagramTable({ aim, diagram: someDiagram() });
  expect(headings?.[0]).toBe('Aim');
  expect(rows.map((row) => row.slice(1, 5))).toEqual([
    ['parents feel able', 'seen it done', 'story bag', '2 tests: the latest helped'],
    ['parents feel able', 'seen it done', 'song cards', 'Not tested yet'],
    ['something to hand', 'books change often', 'story bag', '2 tests: the latest helped'],
    ['room in the day', '', '', ''],
    ['', '', 'reminder', 'Not tested yet']
  ]);
  expect(rows[0]?.[5]).toBe('Stories at home');
});

describe('a beginning', () => {
  test('takes words and shape of a diagram, not what hangs nowhere', () => {
    const template = templateOf(someDiagram(), 'Bedtime');
    expect(template.basedOn).toBe('the project “Bedtime”');
    expect(template.ideas.map(({ text }) => text)).toEqual(['story bag', 'song cards']);
    expect(template.links).toHaveLength(5);
    expect(JSON.stringify(template)).not.toContain('stories');
  });

  test('of a publication names its source', () => {
    const template = templateOfPublished({
      id: 'one',
      title: 'Reading',
      place: 'Elsewhere',
      source: { title: 'A page', address: 'https://example.org/', licence: 'Its own' },
      aim: { change: 'More reading', amount: null, forWhom: null, by: null, baseline: null },
      factors: [],
      factorReason: null,
      drivers: [
        { id: 'able', level: 'primary', title: 'Able', under: [] },
        { id: 'seen', level: 'secondary', title: 'Seen it', under: ['able'] }
      ],
      ideas: [
        { title: 'Bag', under: ['seen'] },
        { title: 'Loose', under: [] }
      ],
      note: 'Made up.'
    });
    expect(template.basedOn).toBe('“Reading”, Elsewhere: A page, https://example.org/');
    expect(template.links).toEqual([
      { upper: 'able', lower: 'seen' },
      { upper: 'seen', lower: 'idea 0' }
    ]);
    expect(driverNamed('able')).toBe(template.drivers[0]?.key);
  });
});

test.each([
  [0, 0, 'A driver of “Bedtime”, which no change idea serves yet.'],
  [1, 1, 'A driver of “Bedtime”, served by 1 change idea, not tested yet.'],
  [3, 1, 'A driver of “Bedtime”, served by 3 change ideas, 1 of them not tested yet.'],
  [2, 0, 'A driver of “Bedtime”, served by 2 change ideas, all tested.']
])('a driver with %d ideas, %d untested, is told in the thread', (ideas, untested, sentence) => {
  expect(driverSentence({ projectTitle: 'Bedtime', ideas, untested })).toBe(sentence);
});

test('a diagram changed after midnight on a summer’s day was changed on that day', () => {
  const at = (moment: string) =>
    explainDriverProblem({ kind: 'diagram-changed', by: 'Jo Example', at: new Date(moment) });
  expect(at('2026-07-01T23:30:00Z')).toContain('on 2 July 2026');
  expect(at('2026-12-01T23:30:00Z')).toContain('on 1 December 2026');
});
