import { describe, expect, test } from 'vitest';
import {
  explainCircle,
  groupOutline,
  linesOf,
  membersAsText,
  membersFromText,
  reportingCircle,
  seatsOn,
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
    [
      'Director, Council × 2 (chair) (from 1 September 2025) (until 31 August 2027)',
      {
        role: 'Director',
        organisation: 'Council',
        people: 2,
        takesPart: 'chair',
        from: '2025-09-01',
        until: '2027-08-31'
      }
    ],
    [
      'Director (since 1/9/2025), Council',
      { role: 'Director', organisation: 'Council', from: '2025-09-01' }
    ],
    // What is no day stays in the words.
    ['Director (from Angus), Council', { role: 'Director (from Angus)', organisation: 'Council' }],
    [
      'Director (until 31 June 2025), Council',
      { role: 'Director (until 31 June 2025)', organisation: 'Council' }
    ],
    // Other brackets belong to the role.
    ['Service manager (Angus), Board', { role: 'Service manager (Angus)', organisation: 'Board' }]
  ])('say how they take part: %s', (line, member) => {
    expect(membersFromText(line)).toEqual([member]);
    expect(membersFromText(membersAsText([member as GroupMember]))).toEqual([member]); // a way that is written above
  });
});

test('a seat is held from its first day to its last', () => {
  const seat = { role: 'Chair', organisation: 'Council', from: '2025-09-01', until: '2026-08-31' };
  const on = (day: string) => {
    const { now, before, ahead } = seatsOn([seat], day);
    return [ahead.length, now.length, before.length];
  };
  expect(on('2025-08-31')).toEqual([1, 0, 0]);
  expect(on('2025-09-01')).toEqual([0, 1, 0]);
  expect(on('2026-08-31')).toEqual([0, 1, 0]);
  expect(on('2026-09-01')).toEqual([0, 0, 1]);
  expect(seatsOn([{ role: 'Member', organisation: '' }], '2026-09-01').now).toHaveLength(1);
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

describe('lines of reporting that come round', () => {
  const groups = [
    { id: 'board', name: 'Board', reportsTo: [] },
    { id: 'panel', name: 'Panel', reportsTo: ['board', 'gone'] },
    { id: 'task', name: 'Task group', reportsTo: ['panel'] }
  ];
  test.each([
    { id: 'board', reportsTo: ['task'], circle: ['Board', 'Task group', 'Panel'] },
    { id: 'board', reportsTo: ['board'], circle: ['Board'] },
    { id: 'task', reportsTo: ['panel', 'board'], circle: null },
    { id: null, reportsTo: ['task'], circle: null }
  ])('from $id to $reportsTo are $circle', ({ id, reportsTo, circle }) => {
    const name = groups.find((group) => group.id === id)?.name ?? 'A new one';
    expect(reportingCircle(groups, { id, name, reportsTo })).toEqual(circle);
  });

  test('are told by the groups that they go through', () => {
    expect(
      explainCircle({ kind: 'circle', names: ['Board', 'Task group', 'Panel'] }).sentence
    ).toBe(
      'This would come round in a circle: Board reports to Task group reports to Panel reports to Board. Take one of these lines out.'
    );
    expect(explainCircle({ kind: 'circle', names: ['Board'] }).sentence).toBe(
      'A group does not report to itself. Take it out.'
    );
  });
});
