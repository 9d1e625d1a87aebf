import { describe, expect, test } from 'vitest';
import { completenessOf, completenessSentences, completenessTable } from './completeness.ts';

type Actors = Parameters<typeof completenessOf>[0]['actors'];
const actor = (id: string, more: Partial<Actors[number]> = {}): Actors[number] => ({
  id,
  name: id,
  organisation: '',
  kind: 'secondary',
  ring: 2,
  partOfId: null,
  sectorId: null,
  ...more
});
const given = {
  actors: [
    actor('Families of young children', { kind: 'primary', ring: 1 }),
    actor('Health visitors', { organisation: 'Vale Trust' }),
    actor('Council'),
    actor('Libraries', { partOfId: 'Council' }),
    actor('Foundation', { kind: 'key' }),
    actor('Nursery chain')
  ],
  organisations: [
    { organisation: 'The Vale Trust Ltd.', services: 2 },
    { organisation: 'vale trust', services: 1 },
    { organisation: 'LIBRARIES', services: 4 },
    { organisation: 'Toy Library', services: 1 },
    { organisation: 'Dads & Tots', services: 3 }
  ],
  unnamed: 2,
  asks: [
    { id: '1', organisation: 'foundation', state: 'none-offered' as const },
    { id: '2', organisation: 'Nursery Chain', state: 'asked' as const }
  ]
};

describe('the services beside the map of actors', () => {
  const view = completenessOf(given);

  test('an actor has a service by its name, its organisation, or a part of it', () => {
    expect(view.withoutService.map((one) => [one.actor.name, one.ask?.state ?? null])).toEqual([
      ['Families of young children', null],
      ['Foundation', 'none-offered'],
      ['Nursery chain', 'asked']
    ]);
  });

  test('organisations that are no actors come with most services first', () => {
    expect(view.withoutActor).toEqual([
      { organisation: 'Dads & Tots', services: 3 },
      { organisation: 'Toy Library', services: 1 }
    ]);
  });

  test('sentences count both, and say what of it needs no asking', () => {
    expect(completenessSentences(view)).toEqual([
      '3 actors of the map have no service here, of 6. 1 of them is meant to benefit, and may offer nothing. 1 of them has said that it offers none.',
      '2 organisations that offer services are not on the map.',
      '2 services name no organisation, and cannot be compared.'
    ]);
    expect(completenessSentences(completenessOf({ ...given, actors: [], unnamed: 0 }))).toEqual([
      'Nobody is on the map of actors yet, so that the list cannot be compared with it.'
    ]);
    const whole = { actors: [actor('Libraries')], organisations: given.organisations.slice(2, 3) };
    expect(completenessSentences(completenessOf({ ...whole, unnamed: 0, asks: [] }))).toEqual([
      'The one actor on the map has a service here.'
    ]);
    const one = completenessOf({ ...whole, actors: [actor('Fund')], unnamed: 1, asks: [] });
    expect(completenessSentences(one)).toEqual([
      'One actor of the map has no service here, of 1.',
      'One organisation that offers services is not on the map.',
      'One service names no organisation, and cannot be compared.'
    ]);
  });

  test('the table holds both lists under the same headings', () => {
    const table = completenessTable(view);
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
    expect(table.map(([who]) => who)).toEqual([
      'Who',
      'Families of young children',
      'Foundation',
      'Nursery chain',
      'Dads & Tots',
      'Toy Library'
    ]);
  });
});
