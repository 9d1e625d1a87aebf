import { describe, expect, test } from 'vitest';
import { groupOutline, membersAsText, membersFromText } from './groups.ts';
import type { WorkingGroup } from './kinds.ts';

describe('the members of a group as text', () => {
  const text = 'Head of nursery, Fernhollow Council × 2\nParents’ representative';

  test('are roles with organisations, some of them more than once', () => {
    expect(membersFromText(text)).toEqual([
      { role: 'Head of nursery', organisation: 'Fernhollow Council', people: 2 },
      { role: 'Parents’ representative', organisation: '' }
    ]);
  });

  test('come back as they were', () => {
    expect(membersAsText(membersFromText(text))).toBe(text);
  });
});

describe('the outline of groups', () => {
  const group = (id: string, reportsTo: string[]) => ({ id, reportsTo }) as unknown as WorkingGroup; // the rest plays no part
  const outline = (...groups: WorkingGroup[]) =>
    groupOutline(groups).map((line) => `${line.depth} ${line.group.id}`);

  test('puts each under the group it reports to', () => {
    expect(outline(group('c', ['b']), group('a', []), group('b', ['a']))).toEqual([
      '0 a',
      '1 b',
      '2 c'
    ]);
  });

  test('shows every group once, even where reporting goes round', () => {
    expect(outline(group('a', ['b']), group('b', ['a'])).length).toBe(2);
  });

  test('lifts a group whose chief is gone', () => {
    expect(outline(group('a', ['gone']))).toEqual(['0 a']);
  });
});
