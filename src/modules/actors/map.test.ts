import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLink, anActor } from './builders.ts';
import { actorWords, drawActorMap } from './drawing.ts';
import { layoutActorMap, markGap } from './layout.ts';
import { engagementSentences, measureSentences } from './measure-words.ts';
import { measuresOf } from './measures.ts';
import { circleThrough, movedTo, readingOrder } from './rules.ts';
import { actorsTable } from './tables.ts';

const sectors = ['Health', 'Education', 'Families', 'Council'].map((name) => ({ id: name, name }));
const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name);

describe('the order of the map', () => {
  test('goes by sector, then from the middle outwards, then by dots, then by name', () => {
    const given = [
      anActor('Zoo'),
      anActor('Nurse', { sectorId: 'Health', ring: 2 }),
      anActor('Midwife', { sectorId: 'Health', ring: 1 }),
      anActor('Doctor', { sectorId: 'Health', ring: 1 }),
      anActor('Visitor', { sectorId: 'Health', ring: 1, dots: 2 }),
      anActor('Parents', { sectorId: 'Families' }),
      anActor('School', { sectorId: 'Education', ring: 4 })
    ];
    expect(names(readingOrder(given, sectors))).toEqual([
      'Visitor',
      'Doctor',
      'Midwife',
      'Nurse',
      'School',
      'Parents',
      'Zoo'
    ]);
  });
});

const someActors = fc
  .array(
    fc.record({ ring: fc.integer({ min: 1, max: 4 }), sector: fc.integer({ min: 0, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 120
    }
  )
  .map((all) =>
    all.map(({ ring, sector }, at) =>
      anActor(`actor ${at}`, { ring, sectorId: sectors[sector]?.id ?? null })
    )
  );

describe('where an actor stands', () => {
  test('is within its ring and its sector, whatever stands there', () => {
    fc.assert(
      fc.property(someActors, (actors) => {
        const { placed, radii, slices, centre } = layoutActorMap(actors, sectors, 760);
        expect(placed).toHaveLength(actors.length);
        for (const { actor, x, y } of placed) {
          const radius = Math.hypot(x - centre, y - centre);
          const angle = (Math.atan2(x - centre, centre - y) + 2 * Math.PI) % (2 * Math.PI);
          const slice = slices.find(({ id }) => id === actor.sectorId);
          expect(radius).toBeGreaterThan((radii[actor.ring - 1] ?? 0) - 0.1);
          expect(radius).toBeLessThan((radii[actor.ring] ?? 0) + 0.1);
          expect(angle).toBeGreaterThan((slice?.from ?? 9) - 0.01);
          expect(angle).toBeLessThan((slice?.to ?? 0) + 0.01);
        }
      }),
      { numRuns: 30 }
    );
  });

  test('is wide enough for a finger where each ring of a sector has five', () => {
    const actors = [2, 3, 4].flatMap((ring) =>
      sectors.flatMap(({ id }) =>
        [1, 2, 3, 4, 5].map((at) => anActor(`${id} ${ring} ${at}`, { ring, sectorId: id }))
      )
    );
    const { placed } = layoutActorMap(actors, sectors, 760);
    const apart = placed.flatMap((one, at) =>
      placed.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))
    );
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(markGap - 2);
  });
});

test('the drawing says of each actor, in the order of the list, what the list says', () => {
  const actors = [
    anActor('Parents & carers', { sectorId: 'Families', kind: 'primary', engagement: 'moderate' }),
    anActor('Doctors', { sectorId: 'Health', ring: 3, kind: 'key', engagement: 'none', dots: 1 }),
    anActor('Bakery', { ring: 4, marker: 'opportunity' })
  ];
  const links = [aLink('Parents & carers', 'Doctors', { type: 'referral', strength: 'weak' })];
  const ordered = readingOrder(actors, sectors);
  for (const size of ['wide', 'narrow'] as const) {
    const svg = drawActorMap(
      { focus: 'Children', sectors, actors, links },
      { size, colours: 'page', hrefOf: ({ id }) => `/actors/${id}` }
    );
    const read = [...svg.matchAll(/<a href="[^"]*" aria-label="([^"]*)"/g)].map(([, label = '']) =>
      label.replaceAll('&amp;', '&')
    );
    expect(read).toEqual(ordered.map((one, at) => actorWords(one, sectors, at + 1)));
  }
  const [, ...rows] = actorsTable(actors, sectors);
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ['Doctors', '1', 'Key', 'Health', '3', 'None'],
    ['Parents & carers', '2', 'Primary', 'Families', '1', 'Moderate'],
    ['Bakery', '3', '', 'No sector yet', '4', '']
  ]);
  expect(
    actorWords(
      anActor('Doctors', { sectorId: 'Health', ring: 3, kind: 'key', engagement: 'none', dots: 1 }),
      sectors,
      1
    )
  ).toBe('1. Doctors, key, Health, ring 3, engagement none, 1 dot');
});

describe('a step', () => {
  test('takes an actor nearer, further and through the sectors in a circle', () => {
    const at = { ring: 2, sectorId: 'Council' };
    expect(movedTo(at, 'nearer', sectors)).toMatchObject({ value: { ring: 1 } });
    expect(movedTo(at, 'further', sectors)).toMatchObject({ value: { ring: 3 } });
    expect(movedTo(at, 'next-sector', sectors)).toMatchObject({ value: { sectorId: 'Health' } });
    const loose = { ring: 1, sectorId: null };
    expect(movedTo(loose, 'next-sector', sectors)).toMatchObject({ value: { sectorId: 'Health' } });
  });

  test('over the edge is refused', () => {
    expect(movedTo({ ring: 1, sectorId: null }, 'nearer', [])).toMatchObject({
      error: { kind: 'at-the-edge' }
    });
    expect(movedTo({ ring: 4, sectorId: null }, 'further', [])).toMatchObject({
      error: { kind: 'at-the-edge' }
    });
    expect(movedTo({ ring: 4, sectorId: null }, 'next-sector', [])).toMatchObject({
      error: { kind: 'no-sector-to-move-to' }
    });
  });
});

test('a circle of parts is found, however long', () => {
  const partOf = new Map<string, string | null>([
    ['a', null],
    ['b', 'a'],
    ['c', 'b']
  ]);
  expect(circleThrough('a', 'c', partOf)).toEqual(['a', 'c', 'b', 'a']);
  expect(circleThrough('c', 'a', partOf)).toBeNull();
  expect(circleThrough('a', 'a', partOf)).toEqual(['a', 'a']);
});

describe('what the measures say', () => {
  // By hand: a–b–c–d in a row and c–e; f is linked with nobody.
  const actors = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => anActor(id));
  const links = [
    aLink('a', 'b'),
    aLink('b', 'c'),
    aLink('d', 'c'),
    aLink('c', 'e'),
    aLink('c', 'b')
  ];

  test('is who holds the map together, and into how many pieces it falls without', () => {
    const measures = measuresOf(actors, links);
    expect(measures.holding.map(({ actor, pieces }) => [actor.id, pieces.map(names)])).toEqual([
      ['c', [['b', 'a'], ['d'], ['e']]],
      ['b', [['c', 'd', 'e'], ['a']]]
    ]);
    // c is on 5 of the 10 pairs of others: a–d, a–e, b–d, b–e, d–e.
    expect(measures.actors.find(({ actor }) => actor.id === 'c')).toMatchObject({
      linkedWith: 3,
      between: 0.5,
      core: 1,
      piece: 1
    });
    expect(measureSentences(measures)).toEqual([
      'Six actors, of which four pairs are linked.',
      'One actor has no link: f.',
      'Two actors hold the map together:',
      'Without c, what is linked with it falls into three: b and a; d; e.',
      'Without b, what is linked with it falls into two: c, d and e; a.',
      'Of all pairs of others, most have their shortest way through c: 50%.',
      'No two that are linked at all are more than three steps from one another.'
    ]);
  });

  test('is that nobody does, in a ring', () => {
    const ring = ['a', 'b', 'c', 'd'].map((id) => anActor(id));
    const said = measureSentences(
      measuresOf(ring, [aLink('a', 'b'), aLink('b', 'c'), aLink('c', 'd'), aLink('d', 'a')])
    );
    expect(said).toContain(
      'No single actor holds the map together: whoever is taken away, the others stay linked as they are.'
    );
  });

  test('is nothing of the middle without a link', () => {
    expect(measureSentences(measuresOf(actors, []))).toEqual([
      'No link is drawn yet, so nothing can be said of who is between whom.'
    ]);
  });

  test('leaves out a link to who is not on the map', () => {
    expect(measuresOf([anActor('a')], [aLink('a', 'gone')]).pairCount).toBe(0);
  });
});

test('what engagement says is of the two inner rings alone, and does not take “not said” for none', () => {
  expect(
    engagementSentences([
      anActor('Parents', { engagement: 'weak', representedBy: ['Parents’ panel'] }),
      anActor('Doctors', { ring: 2, representedBy: ['Health trust'] }),
      anActor('Bakery', { ring: 3, engagement: 'none' })
    ])
  ).toEqual([
    'One of the two in the two inner rings is engaged weakly or not at all: Parents.',
    'Of one in the two inner rings nobody has said how far it is engaged: Doctors.'
  ]);
});
