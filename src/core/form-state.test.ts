import { describe, expect, test } from 'vitest';
import { listOf, listsOf, settleConflict, textOf } from './form-state.ts';

describe('settling between two versions', () => {
  const sent = {
    version: ['1', '1'],
    'conflict-version': '2',
    name: 'kept by both',
    'yours-about': 'mine',
    'theirs-about': 'theirs',
    'yours-dueOn': '2026-03-02',
    'theirs-dueOn': '2026-04-02',
    'dueOn-day': '2'
  };

  test('puts each chosen text into its field, with the version to save over', () => {
    const settled = settleConflict({ ...sent, 'keep-about': 'theirs', 'keep-dueOn': 'yours' });
    expect(settled).toMatchObject({
      version: '2',
      name: 'kept by both',
      about: 'theirs',
      dueOn: '2026-03-02'
    });
    expect(settled).not.toHaveProperty('dueOn-day');
  });

  test('leaves the old version while a choice is missing, so that saving asks again', () => {
    expect(settleConflict({ ...sent, 'keep-about': 'theirs' })['version']).toBe('1');
  });

  test('leaves a form without a conflict as it is', () => {
    expect(settleConflict({ version: '1', name: 'x' })).toEqual({ version: '1', name: 'x' });
  });
});

test('values are read as one text or as a list', () => {
  expect(textOf({ a: ['x', 'y'] }, 'a')).toBe('x');
  expect(textOf({}, 'a')).toBe('');
  expect(listOf({ a: 'x' }, 'a')).toEqual(['x']);
  expect(listOf({ a: '' }, 'a')).toEqual([]);
});

test('numbered fields become lists of records, and gaps in the numbers empty ones', () => {
  expect(
    listsOf({ title: 'A', 'team.0.role': 'Room lead', 'team.2.speaksFor': 'parents' }, ['team'])
  ).toEqual({ title: 'A', team: [{ role: 'Room lead' }, {}, { speaksFor: 'parents' }] });
  expect(listsOf({ 'other.0.role': 'x' }, ['team'])).toEqual({ 'other.0.role': 'x' });
});
