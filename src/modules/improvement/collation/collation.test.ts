import { expect, test } from 'vitest';
import { countsTable, lineTitle } from './collation.ts';
import type { ChangeIdeaId } from '../types.ts';

const factorTitle = (id: string) => `Factor ${id}`;

test.each([
  ['factor', { key: 'nutrition', label: '' }, 'Factor nutrition'],
  ['factor', { key: '', label: '' }, 'No factor chosen'],
  ['decision', { key: 'adapt', label: '' }, 'Adapt'],
  ['decision', { key: '', label: '' }, 'Not decided yet'],
  ['step', { key: '25', label: '' }, 'Twenty-five'],
  ['setting', { key: 'Blue room', label: 'Blue room' }, 'Blue room'],
  ['idea', { key: 'lend books', label: 'Lend books' }, 'Lend books']
] as const)('a row counted by %s is called after %j', (by, line, title) => {
  expect(lineTitle(by, line, factorTitle)).toBe(title);
});

test('the file has what did not help beside what did', () => {
  const counts = { helped: 2, didNotHelp: 3, cannotTell: 0, notSaid: 1, all: 6, notTried: 2 };
  const ideaId = '30000000-0000-4000-8000-000000000000' as ChangeIdeaId; // made up here
  expect(countsTable('setting', [{ key: 'a', title: 'Blue room', ideaId, counts }])).toEqual([
    [
      'Setting',
      'Helped',
      'Did not help',
      'Cannot tell yet',
      'Not said yet',
      'Tried',
      'Not tried yet'
    ],
    ['Blue room', '2', '3', '0', '1', '6', '2']
  ]);
});
