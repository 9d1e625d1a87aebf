import type { Change } from '#modules/partnerships';
import { describe, expect, test } from 'vitest';
import { recentChangeLines } from './recent-changes.ts';

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
        title: 'Song bags',
        action: 'added',
        path: '/plan/actions/a',
        times: 2
      }
    ]);
  });

  test('is one line for an import', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) =>
      change({ tableName: 'service', recordId: id, action: 'added', after: { id, name: id } })
    );
    expect(recentChangeLines(many, nameOf)).toMatchObject([
      { kind: 'Service', title: '4 together', path: '/system', times: 4 }
    ]);
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
