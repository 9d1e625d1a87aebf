import { describe, expect, test } from 'vitest';
import { fewWords, aService } from './builders.ts';
import { kumuBlueprint } from './kumu.ts';
import { planImport } from './plan.ts';
import { nothingRemembered } from './draft.ts';
import { readDraft } from './reading-work.server.ts';
import type { ImportFile } from './rows.ts';
import type { Connection, ServiceId } from '../types.ts';
import type { AgeId, FactorId } from '#modules/vocabulary';

const drafted = (text: string) =>
  readDraft({
    from: { kind: 'file', bytes: Buffer.from(text), remembered: nothingRemembered },
    said: { takesGuesses: true },
    spine: fewWords
  });

async function read(document: unknown): Promise<ImportFile> {
  const draft = await drafted(JSON.stringify(document));
  if (!draft.ok) throw new Error(draft.error.kind);
  if (draft.value.file === null) throw new Error('Something was asked.');
  return draft.value.file;
}
const nobody = { services: [], connections: [] };
const counting = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

describe('a map of Kumu as JSON', () => {
  test('comes in as a blueprint, with fields of its own told', async () => {
    const file = await read({
      elements: [
        {
          label: 'Rhyme Time',
          type: 'Group',
          description: 'Songs',
          tags: ['one', 'two'],
          Organisation: 'Libraries',
          'Favorite Dessert': 'shave ice'
        },
        { label: 'Libraries' }
      ],
      connections: [{ from: 'Libraries', to: 'Rhyme Time', type: 'runs', direction: 'mutual' }]
    });
    expect(file.refused).toEqual([]);
    expect(file.services[0]).toMatchObject({
      label: 'Rhyme Time',
      externalId: null,
      given: {
        type: 'Group',
        description: 'Songs',
        tags: ['one', 'two'],
        organisation: 'Libraries'
      }
    });
    expect(file.connections).toMatchObject([
      { from: 'Libraries', to: ['Rhyme Time'], type: 'runs', direction: 'mutual' }
    ]);
    expect(file.notes).toEqual([
      { kind: 'columns-left-out', sheet: 'Elements', columns: ['Favorite Dessert'] }
    ]);
  });

  test('comes in as the export of a project: linked by its own identifiers, loops and drawing left out with a note', async () => {
    const file = await read({
      name: 'Our system',
      elements: [
        { _id: 'elem-1', attributes: { label: 'Group', 'element type': 'Service', tags: ['a'] } },
        { _id: 'elem-2', attributes: { label: 'Group', 'element type': 'Actor' } }
      ],
      connections: [
        {
          _id: 'conn-1',
          from: 'elem-1',
          to: 'elem-2',
          direction: 'directed',
          delayed: true,
          reversed: true,
          attributes: { 'connection type': 'refers' }
        }
      ],
      loops: [{ _id: 'loop-1', attributes: { label: 'Trust grows' } }],
      maps: [{ name: 'First' }]
    });
    expect(file.refused).toEqual([]);
    const plan = planImport(file, nobody, counting());
    const [first, second] = plan.added;
    expect(plan.added.map(({ details }) => [details.name, details.type])).toEqual([
      ['Group', 'Service'],
      ['Group', 'Actor']
    ]);
    // Reversed: the arrow points from the second to the first.
    expect(plan.connections.added[0]?.connection).toMatchObject({
      from: { kind: 'service', id: second?.id },
      to: { kind: 'service', id: first?.id },
      type: 'refers'
    });
    expect(file.notes).toEqual([
      { kind: 'loops-left-out', loops: 1 },
      { kind: 'delays-left-out', connections: 1 },
      { kind: 'parts-left-out', parts: ['maps'] }
    ]);
  });

  test('goes out as a blueprint that comes back without changing anything', async () => {
    const one = aService({
      name: 'Rhyme Time',
      organisation: 'Libraries',
      tags: ['Music', 'Drop-in'],
      ages: ['months-0-11' as AgeId], // as in the words of the tests
      longitude: -1.25,
      latitude: 53.5,
      times: 'Tuesdays',
      costs: 'Free',
      factors: [{ factor: 'nutrition' as FactorId, reason: 'Snacks' }]
    });
    const other = aService({ name: 'Rhyme Time', type: 'Online' });
    const end = (id: ServiceId) => ({ kind: 'service' as const, id });
    const connections: Connection[] = [
      {
        id: 'c1',
        from: end(one.id),
        to: end(other.id),
        type: 'refers',
        direction: 'directed',
        established: true
      },
      {
        id: 'c2',
        from: end(one.id),
        to: { kind: 'name', name: 'Council' },
        type: '',
        direction: 'mutual',
        established: false
      }
    ];
    const names = {
      factor: (id: string) => fewWords.factors.find((found) => found.id === id)?.title ?? id,
      age: (id: string) => fewWords.ages.find((found) => found.id === id)?.title ?? id
    };
    const blueprint = kumuBlueprint([one, other], connections, names as never); // two of its functions are called
    expect(Object.keys(blueprint)).toEqual(['elements', 'connections']);
    const here = { services: [one, other], connections };
    const plan = planImport(await read(blueprint), here, counting());
    expect(plan.refused).toEqual([]);
    expect(plan.added).toEqual([]);
    expect(plan.changed).toEqual([]);
    expect(plan.connections).toMatchObject({ added: [], changed: [], unchanged: 2 });
  });
});
