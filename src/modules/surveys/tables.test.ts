import { defaultRule } from '#modules/disclosure';
import { describe, expect, test } from 'vitest';
import { themesTable } from './tables.ts';
import { speakers } from './types.ts';

describe('the themes to take away', () => {
  const theme = (sources: number, roles: number) => ({
    id: 't',
    name: 'Hours',
    definition: '',
    factors: [],
    version: 1,
    pieces: sources,
    sources,
    bySpeaker: speakers.slice(0, roles).map((speaker) => ({ speaker, sources: 1 })),
    quotes: 0
  });
  const row = (sources: number, roles: number) =>
    themesTable([theme(sources, roles)], [], defaultRule)[1]?.slice(4, 6);

  // Of 1 to 7 sources, three roles leave 3 to 7, and four leave 4 to 7.
  test('leave out who spoke where the number of roles would narrow a hidden number of sources', () => {
    expect(row(5, 3)).toEqual([
      'fewer than 8',
      'Parents and carers; Children; People who work with children'
    ]);
    expect(row(5, 4)).toEqual(['fewer than 8', '']);
    expect(row(12, 4)?.[1]).toContain('Others');
  });
});
