import { describe, expect, test } from 'vitest';
import { aLink, anActor } from './builders.ts';
import { actorBlueprint, mapFileSentence, readActorMap } from './kumu.ts';

const nobody = { names: [], sectors: [] };
const read = (document: unknown, here: Parameters<typeof readActorMap>[1] = nobody) =>
  readActorMap(JSON.stringify(document), here);

test('a map goes out and comes back the same', () => {
  const actors = [
    anActor('Parents', {
      kind: 'primary',
      sectorId: 'f',
      ring: 1,
      engagement: 'moderate',
      representedBy: ['Parents’ panel', 'Family hub'],
      note: 'Many work shifts'
    }),
    anActor('Doctors', { ring: 3, engagement: 'none' })
  ];
  const links = [aLink('Parents', 'Doctors', { type: 'referral', strength: 'weak', note: 'Few' })];
  const out = actorBlueprint(actors, links, [{ id: 'f', name: 'Families' }]);
  expect(read(out)).toEqual({
    ok: true,
    value: {
      actors: [
        {
          name: 'Parents',
          kind: 'primary',
          sector: 'Families',
          ring: 1,
          engagement: 'moderate',
          representedBy: ['Parents’ panel', 'Family hub'],
          note: 'Many work shifts'
        },
        { name: 'Doctors', ring: 3, engagement: 'none' }
      ],
      links: [
        {
          from: 'Parents',
          to: 'Doctors',
          type: 'referral',
          direction: 'one-way',
          strength: 'weak',
          note: 'Few'
        }
      ]
    }
  });
});

test('the export of a project is read too, with its links by _id and turned where it says so', () => {
  const project = {
    version: 1,
    elements: [
      { _id: 'elem-1', attributes: { label: 'Council', 'element type': 'Key' } },
      { _id: 'elem-2', attributes: { label: 'School' } }
    ],
    connections: [
      {
        _id: 'conn-1',
        from: 'elem-1',
        to: 'elem-2',
        direction: 'mutual',
        reversed: true,
        attributes: { 'connection type': 'funding' }
      }
    ]
  };
  expect(read(project)).toMatchObject({
    ok: true,
    value: {
      actors: [{ name: 'Council', kind: 'key' }, { name: 'School' }],
      links: [{ from: 'School', to: 'Council', type: 'funding', direction: 'both-ways' }]
    }
  });
});

describe('a file is refused whole', () => {
  const elements = [{ label: 'A' }, { label: 'B' }];
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `A ${at}` }));
  test.each([
    ['with 10,001 actors', { elements: many(10_001) }, 'This file has 10,001.'],
    [
      'with a link to nothing',
      { elements, connections: [{ from: 'A', to: 'C' }] },
      'Connection 1 leads to “C”, which is not in the file and not on the map.'
    ],
    [
      'with a link without an end',
      { elements, connections: [{ from: 'A' }] },
      'Connection 1 has an end that names nothing.'
    ],
    [
      'with a link to itself',
      { elements, connections: [{ from: 'A', to: 'a' }] },
      'Connection 1 links “A” with itself.'
    ],
    [
      'with a label twice',
      { elements: [...elements, { label: 'a' }] },
      'Two elements are called “a”'
    ],
    ['with no label', { elements: [{ type: 'Key' }] }, 'Element 1 has no label.'],
    [
      'with seven sectors',
      { elements: many(7).map((one, at) => ({ ...one, sector: `Sector ${at}` })) },
      'the map would have 7 sectors'
    ],
    ['that is no map', { nodes: [] }, 'it is no map of Kumu']
  ])('%s', (_, document, sentence) => {
    const answer = read(document);
    expect(answer.ok ? '' : mapFileSentence(answer.error)).toContain(sentence);
  });

  test('that is no JSON', () => {
    expect(readActorMap('{', nobody)).toEqual({ ok: false, error: { kind: 'not-json' } });
  });
});

test('a link may lead to who is on the map already, by name', () => {
  const document = {
    elements: [{ label: 'A' }],
    connections: [{ from: 'A', to: 'health visitors' }]
  };
  expect(read(document, { names: ['Health visitors'], sectors: [] })).toMatchObject({
    ok: true,
    value: { links: [{ from: 'A', to: 'Health visitors' }] }
  });
});
