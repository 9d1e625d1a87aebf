import { describe, expect, test } from 'vitest';
import {
  groupOutline,
  linesOf,
  membersAsText,
  membersFromText,
  type GroupMember
} from './groups.ts';
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

  test.each([
    [
      'Director, Council (chair)',
      { role: 'Director', organisation: 'Council', takesPart: 'chair' }
    ],
    [
      'Director (Chair), Council × 2',
      { role: 'Director', organisation: 'Council', people: 2, takesPart: 'chair' }
    ],
    [
      'Social work officer (may attend), Council',
      { role: 'Social work officer', organisation: 'Council', takesPart: 'may attend' }
    ],
    // Other brackets belong to the role.
    ['Service manager (Angus), Board', { role: 'Service manager (Angus)', organisation: 'Board' }]
  ])('say how they take part: %s', (line, member) => {
    expect(membersFromText(line)).toEqual([member]);
    expect(membersFromText(membersAsText([member as GroupMember]))).toEqual([member]); // a way that is written above
  });
});

const group = (id: string, reportsTo: string[], supports: string[] = []) =>
  ({ id, name: id, reportsTo, supports, sponsorGroupId: null }) as unknown as WorkingGroup; // the rest plays no part

test('lines of reporting and support are seen from both ends', () => {
  const board = group('board', []);
  const data = group('data', ['board'], ['board', 'early', 'gone']);
  const early = { ...group('early', ['board']), sponsorGroupId: 'board' };
  const all = [board, data, early];
  expect(linesOf(early, all)).toEqual({
    reportsTo: ['board'],
    reportedToBy: [],
    supports: [],
    supportedBy: ['data'],
    sponsoredFrom: 'board'
  });
  expect(linesOf(data, all)).toMatchObject({ reportsTo: ['board'], supports: ['board', 'early'] });
  expect(linesOf(board, all)).toMatchObject({
    reportedToBy: ['data', 'early'],
    supportedBy: ['data']
  });
});

describe('the outline of groups', () => {
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
