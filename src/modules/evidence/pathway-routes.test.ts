import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { readPathways, readSpine, type FactorId, type OutcomeId } from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import { drawingOf } from './pathway-drawing.ts';
import {
  compareRoutes,
  linksOf,
  mostLinks,
  mostRoutes,
  routeOf,
  routesFrom,
  routesTo,
  wayBetween,
  type Link,
  type NodeId
} from './pathway-routes.ts';
import { routeEffectWords, routesTable, routeWords } from './pathway-table.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const json = (file: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(content, file), 'utf8'));
function value<Value>(answer: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
const spine = value(readSpine(json('spine/early-years/spine.json')));
const pathways = value(
  readPathways(json('evidence/early-learning-communities/pathways.json'), spine)
);
const published = linksOf(pathways, []);
const crowding = 'overcrowded-accommodation' as FactorId; // in the spine
const communication = 'communication' as OutcomeId;

const link = (from: string, to: string, over: Partial<Link> = {}): Link => ({
  from: `factor/${from}`,
  to: `factor/${to}`,
  effect: 'raises',
  confidence: 'high',
  basis: 'toolkit-text',
  note: 'Made up here',
  own: null,
  ...over
});
const lowers = { effect: 'lowers' } as const;

describe('a route', () => {
  test.each([
    { links: [link('a', 'b')], effect: 'raises' },
    { links: [link('a', 'b', lowers)], effect: 'lowers' },
    { links: [link('a', 'b', lowers), link('b', 'c', lowers)], effect: 'raises' },
    { links: [link('a', 'b'), link('b', 'c', lowers), link('c', 'd')], effect: 'lowers' }
  ])('$effect in all', ({ links, effect }) => {
    expect(routeOf(links).effect).toBe(effect);
  });

  test('is no surer than its weakest link, and names the one that rests on less', () => {
    const guess = link('b', 'c', { confidence: 'low', basis: 'inference' });
    const known = link('c', 'd', { confidence: 'low', basis: 'literature-read' });
    expect(routeOf([link('a', 'b'), known, guess]).weakest).toBe(guess);
    expect(routeOf([link('a', 'b', { confidence: 'medium' }), known]).weakest).toBe(known);
  });

  test('that is surer stands first, then the shorter', () => {
    const sure = routeOf([link('a', 'b'), link('b', 'c')]);
    const short = routeOf([link('a', 'c', { confidence: 'low' })]);
    const shortAndSure = routeOf([link('a', 'c')]);
    expect([short, sure, shortAndSure].toSorted(compareRoutes)).toEqual([
      shortAndSure,
      sure,
      short
    ]);
  });
});

describe('the routes from a factor', () => {
  test('of overcrowding follow the text of the toolkit, and lower every primary outcome', () => {
    const { routes, isCutByCount } = routesFrom(published, crowding);
    const [first] = routes;
    if (first === undefined) throw new Error('no route');
    expect(routeWords(first, spine)).toBe(
      'Overcrowded accommodation raises parent stress, which lowers sensitive parenting and attachment, which raises every primary outcome'
    );
    expect(routeEffectWords(first, spine)).toBe('More of it lowers every primary outcome');
    expect(first.weakest.confidence).toBe('high');
    expect(isCutByCount).toBe(false);
    expect(routes.every(({ links }) => links[0]?.from === 'factor/overcrowded-accommodation')).toBe(
      true
    );
  });

  test('pass no place twice, and end, even where the links go round', () => {
    const round = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd')];
    const { routes } = routesFrom(round, 'a' as FactorId);
    expect(routes.map((route) => route.links.map((one) => one.to))).toEqual([
      ['factor/b', 'factor/c', 'factor/d']
    ]);
  });

  test('say that longer ones are left out', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = chain.slice(1).map((to, index) => link(chain[index] ?? '', to));
    expect(routesFrom(links, 'a' as FactorId)).toMatchObject({ routes: [], isCutByLength: true });
    expect(routesFrom(links.slice(1), 'b' as FactorId)).toMatchObject({ isCutByLength: false });
  });

  test('of any net are simple, connected and no longer than the limit', () => {
    const anyLink = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
      .map(([from, to]) => link(String(from), String(to)));
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 20 }), (links) => {
        const { routes } = routesFrom(links, '0' as FactorId);
        expect(routes.length).toBeLessThanOrEqual(mostRoutes);
        for (const route of routes) {
          const nodes: NodeId[] = ['factor/0', ...route.links.map((one) => one.to)];
          expect(new Set(nodes).size).toBe(nodes.length);
          expect(route.links.length).toBeLessThanOrEqual(mostLinks);
          route.links.forEach((one, index) => expect(one.from).toBe(nodes[index]));
        }
      })
    );
  });
});

describe('the routes to an outcome', () => {
  test('reach a primary outcome by links to every primary outcome, and say when there are more', () => {
    const { routes, isCutByCount } = routesTo(published, spine, communication);
    expect(routes).toHaveLength(mostRoutes);
    expect(isCutByCount).toBe(true);
    expect(routes.every(({ links }) => links[0]?.from.startsWith('factor/'))).toBe(true);
    expect(new Set(routes.map(({ links }) => links.at(-1)?.to))).toEqual(
      new Set(['every-primary-outcome'])
    );
    expect(routes[0]?.links).toHaveLength(1);
  });

  test('a foundation is reached only by links to itself', () => {
    const { routes } = routesTo(published, spine, 'physical-health' as OutcomeId);
    expect(new Set(routes.map(({ links }) => links.at(-1)?.to))).toEqual(
      new Set(['outcome/physical-health'])
    );
  });
});

describe('a link of the partnership’s own', () => {
  const own = {
    from: 'parent-stress' as FactorId,
    to: { kind: 'factor', id: 'breastfeeding' as FactorId },
    effect: 'lowers',
    confidence: 'medium',
    reason: 'Mothers say so.',
    source: 'Parents’ panel',
    datedOn: '2026-01-14'
  } as unknown as Parameters<typeof linksOf>[1][number]; // without what the store adds

  test('is walked like the others, drawn dotted, and said in the table', () => {
    const found = routesFrom(linksOf(pathways, [own]), 'parent-stress' as FactorId);
    const graph = drawingOf(found, spine, { title: 'Stress', description: 'Routes' }, null);
    expect(graph.links.filter((one) => one.kind === 'dotted')).toHaveLength(1);
    expect(graph.boxes.every((box) => box.href === undefined)).toBe(true);
    const rows = routesTable(found.routes, spine);
    expect(rows.flat()).toContain('Mothers say so. (Parents’ panel, 2026-01-14)');
  });

  test('closes a loop where a way leads back', () => {
    expect(
      wayBetween(published, 'factor/sensitive-parenting-and-attachment', 'factor/parent-stress')
    ).toBeNull();
    expect(
      wayBetween(
        published,
        'factor/overcrowded-accommodation',
        'factor/sensitive-parenting-and-attachment'
      )
    ).toEqual([
      'factor/overcrowded-accommodation',
      'factor/parent-stress',
      'factor/sensitive-parenting-and-attachment'
    ]);
  });
});

test('every line of a drawing goes from an earlier layer to a later one', () => {
  for (const factor of spine.factors) {
    const found = routesFrom(published, factor.id);
    const { boxes, links } = drawingOf(found, spine, { title: 't', description: 'd' }, null);
    const layer = new Map(boxes.map((box) => [box.id, box.layer]));
    for (const one of links) expect(layer.get(one.from)).toBeLessThan(layer.get(one.to) ?? 0);
  }
});
