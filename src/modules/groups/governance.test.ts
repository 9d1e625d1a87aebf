import { drawLayers } from '#modules/charts/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  governanceDrawing,
  governanceLines,
  governanceTable,
  layersOf,
  lineWords
} from './governance.ts';
import { linesOf } from './groups.ts';
import type { WorkingGroup } from './kinds.ts';

const group = (id: string, reportsTo: string[] = [], supports: string[] = []) =>
  ({
    id,
    name: `Group ${id}`,
    kind: 'other',
    reportsTo,
    supports,
    sponsorGroupId: null
  }) as unknown as WorkingGroup; // the rest plays no part

// After the plan for Tayside: a board, directors under it, two priority groups, a group for data that helps them all.
const board = group('board');
const directors = group('directors', ['board']);
const early = { ...group('early', ['directors']), sponsorGroupId: 'directors' };
const health = group('health', ['directors']);
const data = group('data', ['directors'], ['early', 'health', 'gone']);
const panel = group('panel', [], ['early']);
const all = [board, directors, early, health, data, panel];

describe('the lines between groups', () => {
  test('are those of reporting, of support and to a sponsor, without groups that are gone', () => {
    expect(governanceLines(all).map(lineWords)).toEqual([
      'Group directors reports to Group board',
      'Group early reports to Group directors',
      'Group early has its sponsor in Group directors',
      'Group health reports to Group directors',
      'Group data reports to Group directors',
      'Group data supports Group early',
      'Group data supports Group health',
      'Group panel supports Group early'
    ]);
  });

  test('put each group one layer further than whom it reports to, or else supports', () => {
    expect(Object.fromEntries(layersOf(all))).toEqual({
      board: 0,
      directors: 1,
      early: 2,
      health: 2,
      data: 2,
      panel: 3
    });
  });

  test('in a circle come to an end', () => {
    const circle = [group('a', ['b']), group('b', ['c']), group('c', ['a'])];
    expect([...layersOf(circle).values()].every((layer) => layer < 3)).toBe(true);
  });
});

const some = fc
  .integer({ min: 1, max: 9 })
  .chain((many) => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: many }).map(String), { maxLength: 4 });
    return fc.array(fc.tuple(ids, ids), { minLength: many, maxLength: many });
  })
  .map((groups) => groups.map(([reportsTo, supports], i) => group(String(i), reportsTo, supports)));

describe('the drawing and the list', () => {
  test('say the same of any groups: each line of reporting solid, each of support dotted, none besides', () => {
    fc.assert(
      fc.property(some, (groups) => {
        const drawn = governanceDrawing(groups, null).links.map(
          ({ from, to, kind }) => `${to} ${kind} ${from}`
        );
        const listed = governanceLines(groups).map(
          ({ from, kind, to }) => `${from.id} ${kind === 'supports' ? 'dotted' : 'solid'} ${to.id}`
        );
        expect(drawn.toSorted()).toEqual(listed.toSorted());
        // The list of the page says the same of each group by itself, from both ends.
        for (const one of groups) {
          const others = groups.filter(({ id }) => id !== one.id);
          const { reportsTo, supports } = linesOf(one, others);
          const own = governanceLines(groups).filter(({ from }) => from.id === one.id);
          expect(own.map(({ to }) => to.name).toSorted()).toEqual(
            [...reportsTo, ...supports].toSorted()
          );
        }
        expect(governanceTable(groups)).toHaveLength(1 + listed.length);
      }),
      { numRuns: 200 }
    );
  });

  test('hold a box for every group, and lines are drawn', async () => {
    const drawn = await drawLayers(governanceDrawing(all, ({ id }) => `#group-${id}`));
    const svg = drawn.ok ? drawn.value : '';
    for (const one of all) expect(svg).toContain(`href="#group-${one.id}"`);
    expect(svg.match(/stroke-dasharray="2 5"/g)).toHaveLength(3);
    expect(svg.match(/<title>Group \w+ reports to/g)).toHaveLength(4);
  });
});
