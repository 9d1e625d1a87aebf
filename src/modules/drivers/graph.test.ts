import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  driver,
  driverNamed,
  idea,
  someDiagram,
  someDriver,
  someIdea,
  someLink
} from './builders.ts';
import {
  goesWith,
  ideaLayer,
  layerOfDriver,
  linksUnder,
  mayHang,
  moved,
  outlineOf,
  type Entry,
  type Shape
} from './graph.ts';
import { rowsOf } from './rows.ts';
import type { Diagram, DriverLink } from './types.ts';

/** Diagrams as people build them: links are tried one after the other, and those that the rules allow are kept. */
const anyDiagram: fc.Arbitrary<Diagram> = fc
  .record({
    primaries: fc.integer({ min: 0, max: 4 }),
    secondaries: fc.integer({ min: 0, max: 5 }),
    ideas: fc.integer({ min: 0, max: 6 }),
    tries: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 40 })
  })
  .map(({ primaries, secondaries, ideas, tries }) => {
    const numbered = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => `${name} ${index}`);
    const first = numbered(primaries, 'primary');
    const second = numbered(secondaries, 'secondary');
    const shape = {
      drivers: [
        ...first.map((name, position) => someDriver(name, 'primary', { position })),
        ...second.map((name, position) => someDriver(name, 'secondary', { position }))
      ],
      ideas: numbered(ideas, 'idea').map((name) => someIdea(name)),
      measures: []
    };
    const lowers = [
      ...shape.drivers.map(({ id }) => driver(id)),
      ...shape.ideas.map(({ id }) => idea(id))
    ];
    const links: DriverLink[] = [];
    for (const [one, other] of tries) {
      const upper = shape.drivers[one % Math.max(1, shape.drivers.length)];
      const lower = lowers[other % Math.max(1, lowers.length)];
      if (upper === undefined || lower === undefined) continue;
      if (mayHang({ ...shape, links }, upper.id, lower).ok) {
        links.push(someLink(upper.id, lower, links.length));
      }
    }
    return { ...shape, links };
  });

function everythingIn(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) =>
    entry.kind === 'idea' ? [entry.idea.id] : [entry.driver.id, ...everythingIn(entry.entries)]
  );
}

/** Whether something can be reached from a driver by going down. */
function reaches(shape: Shape, from: string, to: string): boolean {
  return linksUnder(shape, driverNamed(from)).some(
    ({ lower }) => lower.id === to || (lower.kind === 'driver' && reaches(shape, lower.id, to))
  );
}

describe('what may hang where', () => {
  const diagram = someDiagram();
  test.each([
    ['a secondary driver under a primary one', 'room in the day', driver('seen it done'), null],
    ['an idea under a secondary driver', 'seen it done', idea('reminder'), null],
    ['an idea under a primary driver', 'room in the day', idea('reminder'), null],
    ['a driver under itself', 'seen it done', driver('seen it done'), 'wrong-way'],
    ['a primary under a secondary', 'seen it done', driver('room in the day'), 'wrong-way'],
    ['a primary under a primary', 'room in the day', driver('something to hand'), 'wrong-way'],
    ['the same twice', 'seen it done', idea('story bag'), 'hangs-there-already'],
    ['what is not there', 'seen it done', idea('a kite'), 'not-in-diagram'],
    ['under what is not there', 'a kite', idea('reminder'), 'not-in-diagram']
  ])('%s', (_, upper, lower, problem) => {
    const answer = mayHang(diagram, driverNamed(upper), lower);
    expect(answer.ok ? null : answer.error.kind).toBe(problem);
  });

  test('layers are only ever in order, and nothing runs in a circle', () => {
    fc.assert(
      fc.property(anyDiagram, (any) => {
        const layerOf = (id: string) => {
          const found = any.drivers.find((one) => one.id === id);
          return found === undefined ? ideaLayer : layerOfDriver(found.level);
        };
        for (const { upperId, lower } of any.links) {
          expect(layerOf(upperId)).toBeLessThan(layerOf(lower.id));
        }
        for (const { id } of any.drivers) expect(reaches(any, id, id)).toBe(false);
      })
    );
  });
});

describe('the outline', () => {
  test('shows what hangs under several drivers under each, and says so', () => {
    const { entries, looseIdeas } = outlineOf(someDiagram());
    expect(entries.map((entry) => entry.kind === 'driver' && entry.driver.title)).toEqual([
      'parents feel able',
      'something to hand',
      'room in the day'
    ]);
    const [first] = entries;
    const seen = first?.kind === 'driver' ? first.entries[0] : undefined;
    const bag = seen?.kind === 'driver' ? seen.entries[0] : undefined;
    expect(bag).toMatchObject({
      idea: { text: 'story bag' },
      isFirst: true,
      isLast: false,
      alsoUnder: [{ title: 'books change often' }]
    });
    expect(looseIdeas.map(({ text }) => text)).toEqual(['reminder']);
  });

  test('shows a shared secondary driver whole once, and names it the other times', () => {
    const diagram = someDiagram();
    const shared = [...diagram.links, someLink('room in the day', driver('seen it done'))];
    const { entries } = outlineOf({ ...diagram, links: shared });
    const under = (index: number) => {
      const entry = entries[index];
      return entry?.kind === 'driver' ? entry.entries[0] : undefined;
    };
    expect(under(0)).toMatchObject({ isAgain: false });
    expect(under(2)).toMatchObject({ isAgain: true, entries: [] });
  });

  test('leaves nothing out, and neither does the table', () => {
    fc.assert(
      fc.property(anyDiagram, (any) => {
        const outline = outlineOf(any);
        const all = new Set([
          ...everythingIn(outline.entries),
          ...everythingIn(outline.looseDrivers),
          ...outline.looseIdeas.map(({ id }) => id as string)
        ]);
        const known = [...any.drivers, ...any.ideas].map(({ id }) => id as string);
        expect([...all].toSorted()).toEqual(known.toSorted());
        const inTable = new Set(
          rowsOf(any).flatMap(({ primary, secondary, idea: row }) =>
            [primary?.id, secondary?.id, row?.id].filter((id) => id !== undefined)
          )
        );
        expect([...inTable].map(String).toSorted()).toEqual(known.toSorted());
      })
    );
  });
});

describe('what goes when a driver is archived', () => {
  test('is what rests on it alone; ideas stay', () => {
    expect(goesWith(someDiagram(), driverNamed('parents feel able'))).toEqual({
      drivers: ['parents feel able', 'seen it done'],
      staying: [],
      // The bag still hangs under “books change often”.
      ideas: ['song cards']
    });
  });

  test('never takes a driver that hangs elsewhere too, nor leaves one hanging on what went', () => {
    fc.assert(
      fc.property(anyDiagram, fc.nat(8), (any, which) => {
        const chosen = any.drivers[which % Math.max(1, any.drivers.length)];
        if (chosen === undefined) return;
        const going = goesWith(any, chosen.id);
        expect(going.drivers[0]).toBe(chosen.id);
        const left = any.links.filter(
          ({ upperId, lower }) =>
            !going.drivers.includes(upperId) &&
            !(lower.kind === 'driver' && going.drivers.includes(lower.id))
        );
        const hangs = (id: string) => left.some(({ lower }) => lower.id === id);
        expect(going.staying.every(hangs)).toBe(true);
        expect(going.ideas.some(hangs)).toBe(false);
      })
    );
  });
});

describe('moving', () => {
  test.each([
    ['up', ['b', 'a', 'c']],
    ['down', ['a', 'c', 'b']]
  ] as const)('b %s', (direction, order) => {
    expect(moved(['a', 'b', 'c'], 'b', direction)).toEqual(order);
  });

  test('at the end, or what is not there, changes nothing', () => {
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 'down')).toEqual(['a', 'b']);
    expect(moved<string>(['a', 'b'], 'c', 'up')).toEqual(['a', 'b']);
  });

  test('there and back is where it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.nat(), (ids, which) => {
        const id = ids[which % (ids.length - 1)] ?? '';
        expect(moved(moved(ids, id, 'down'), id, 'up')).toEqual(ids);
      })
    );
  });
});
