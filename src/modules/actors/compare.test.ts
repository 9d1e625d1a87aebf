import { describe, expect, test } from 'vitest';
import { changesTable, compareMaps, versionsSentence } from './compare.ts';
import type { FrozenActor, FrozenActorMap } from './types.ts';

const actor = (name: string, given: Partial<FrozenActor> = {}): FrozenActor => ({
  id: name,
  name,
  kind: null,
  sectorId: 'health',
  ring: 2,
  engagement: null,
  representedBy: [],
  marker: null,
  ...given
});
const map = (given: Partial<FrozenActorMap>): FrozenActorMap => ({
  format: 1,
  focus: 'Talk',
  sectors: [
    { id: 'health', name: 'Health' },
    { id: 'learning', name: 'Learning' }
  ],
  actors: [],
  links: [],
  ...given
});
const link = { type: 'referral', strength: 'weak', direction: 'one-way' } as const;

describe('two maps of actors', () => {
  const before = map({
    actors: [actor('Midwives'), actor('Church'), actor('Library', { representedBy: ['Head'] })],
    links: [
      { ...link, fromId: 'Midwives', toId: 'Library' },
      { ...link, fromId: 'Midwives', toId: 'Church' },
      { ...link, fromId: 'Library', toId: 'Midwives', type: 'funding' },
      { ...link, fromId: 'Library', toId: 'Midwives', type: '', direction: 'both-ways' }
    ]
  });
  const after = map({
    actors: [
      actor('Midwives', {
        name: 'Midwives of the town',
        ring: 1,
        sectorId: 'learning',
        engagement: 'strong'
      }),
      actor('Library', { marker: 'blockage' }),
      actor('Parents', { sectorId: null, ring: 1 })
    ],
    links: [
      { ...link, fromId: 'Midwives', toId: 'Library', strength: 'strong' },
      { ...link, fromId: 'Parents', toId: 'Library', type: 'partnering', direction: 'none' },
      { ...link, fromId: 'Midwives', toId: 'Library', type: '', direction: 'both-ways' }
    ]
  });
  const changes = compareMaps(before, after);

  test('differ by who came and left, by how each stands, and by links', () => {
    expect(changes.map(({ change, sentence }) => `${change}: ${sentence}`)).toEqual([
      'came: Parents: ring 1, no sector yet.',
      'left: Church: was in ring 2, Health.',
      'changed: Midwives: is now called Midwives of the town; ring from 2 to 1; sector from Health to Learning; engagement from not said to strong.',
      'changed: Library: mark from no mark to blockage; relationship through from Head to nobody.',
      'link-came: Partnering between Parents and Library, weak or emerging.',
      'link-left: Funding from Library to Midwives of the town.',
      'link-changed: Referral from Midwives of the town to Library: from weak or emerging to strong or established.'
    ]);
    expect(versionsSentence(changes)).toBe(
      '1 actor came, 1 left, 2 stand otherwise; 3 links are new, gone or changed.'
    );
    expect(changesTable(changes)).toHaveLength(8);
  });

  test('that are alike say so', () => {
    expect(compareMaps(before, before)).toEqual([]);
    expect(versionsSentence([])).toMatch(/^Nothing is otherwise/);
  });
});
