import type { Change } from '#modules/partnerships';
import { describe, expect, test } from 'vitest';
import { changeWords, recentChangeLines } from './recent-changes.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 10, minute));

function change(values: Partial<Change>): Change {
  return {
    at: at(0),
    by: 'Fernhollow lead',
    tableName: 'action',
    recordId: 'a',
    action: 'changed',
    before: null,
    after: { id: 'a', title: 'Song bags' },
    ...values
  };
}

const nameOf = (id: string) => `the ${id}`;

describe('what changed lately', () => {
  test('is one line for a record, however often it was saved', () => {
    const lines = recentChangeLines(
      [change({ at: at(3) }), change({ at: at(1), action: 'added' })],
      nameOf
    );
    expect(lines).toEqual([
      {
        at: at(3),
        by: 'Fernhollow lead',
        kind: 'Action',
        many: 'actions',
        title: 'Song bags',
        action: 'added',
        path: '/plan/actions/a',
        times: 2,
        records: 1
      }
    ]);
  });

  test('is one line for an import', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) =>
      change({ tableName: 'service', recordId: id, action: 'added', after: { id, name: id } })
    );
    expect(recentChangeLines(many, nameOf)).toMatchObject([
      { kind: 'Service', title: '4 services', path: '/system', times: 4, records: 4 }
    ]);
  });

  test('says what was done in words that fit what it was done to', () => {
    const words = (line: Parameters<typeof changeWords>[0]) => changeWords(line);
    const by = 'Fernhollow lead';
    expect(words({ kind: 'Action', action: 'changed', by, records: 1 })).toBe(
      'Action changed by Fernhollow lead'
    );
    expect(words({ kind: 'Action', action: 'added', by, records: 12 })).toBe(
      'Added by Fernhollow lead'
    );
  });

  test('tells what the public sees once, where it is, however often it was published', () => {
    const published = ['p', 'q'].map((id) =>
      change({ tableName: 'publication', recordId: id, action: 'added', after: { id } })
    );
    const lines = recentChangeLines(published, nameOf);
    expect(lines).toMatchObject([{ title: 'What the public sees', path: '/strategy/public' }]);
    expect(lines.map(changeWords)).toEqual(['Published by Fernhollow lead']);
  });

  test('leaves out details that belong to something else', () => {
    expect(recentChangeLines([change({ tableName: 'prediction' })], nameOf)).toEqual([]);
  });

  test('names factors by the spine, and links nowhere when a record is gone', () => {
    const dropped = change({
      tableName: 'priority',
      action: 'removed',
      before: { factor: 'parent-stress' },
      after: null
    });
    expect(recentChangeLines([dropped], nameOf)).toMatchObject([
      { kind: 'Chosen factor', title: 'the parent-stress', path: null }
    ]);
  });
});
