import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureNetwork } from './measures.ts';
import { networkProblemSentence, readNetwork } from './read-network.ts';
import type { NetworkMeasures } from './types.ts';

type Case = { readonly id: string; readonly input: unknown; readonly expected: unknown };

const { cases } = JSON.parse(
  fs.readFileSync(
    new URL('../../../tests/fixtures/networks/reference-cases.json', import.meta.url),
    'utf8'
  )
) as { cases: readonly Case[] }; // as its README says

/** The measures, or the sentence that says why there are none. */
function measured(given: unknown): NetworkMeasures | string {
  const read = readNetwork(given);
  return read.ok ? measureNetwork(read.value) : networkProblemSentence(read.error);
}

function good(given: unknown): NetworkMeasures {
  const answer = measured(given);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

/** The first place where two answers differ by more than the references promise. */
function difference(one: unknown, other: unknown, at = ''): string | null {
  if (typeof one === 'number' && typeof other === 'number') {
    const tolerance = at.startsWith('.eigenvector') ? 1e-7 : 1e-9;
    return Math.abs(one - other) <= tolerance ? null : `${at}: ${one} and ${other}`;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? null : `${at}: ${String(one)} and ${String(other)}`;
  }
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  if (left.length !== right.size) return `${at}: ${left.length} and ${right.size} entries`;
  for (const [name, value] of left) {
    const found = difference(value, right.get(name), `${at}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

describe('the reference cases', () => {
  test('are all there', () => expect(cases).toHaveLength(14));

  test.each(cases)('$id is measured as the references measure it', ({ input, expected }) => {
    expect(difference(expected, good(input))).toBeNull();
  });
});

const path = (...nodes: readonly string[]) => ({
  nodes,
  edges: nodes.slice(1).map((target, at) => ({ source: nodes[at] ?? '', target }))
});

describe('a network', () => {
  test('of nobody has nothing to measure', () => {
    expect(good({ nodes: [], edges: [] })).toMatchObject({
      nodeCount: 0,
      density: 0,
      averageDegree: 0,
      components: [],
      eigenvector: null,
      averagePathLength: null
    });
  });

  test('whose links were drawn twice has each once, as strong as both', () => {
    const twice = {
      weighted: true,
      weightedPaths: true,
      nodes: ['A', 'B', 'C'],
      edges: [
        { source: 'A', target: 'B', weight: 1 },
        { source: 'B', target: 'A', weight: 3 },
        { source: 'B', target: 'C', weight: 2 },
        { source: 'C', target: 'C', weight: 9 }
      ]
    };
    expect(good(twice)).toMatchObject({
      edgeCount: 2,
      selfLoopsDropped: 1,
      degree: { A: 1, B: 2, C: 1 },
      strength: { A: 4, B: 6, C: 2 },
      // B is a quarter from A and a half from C.
      closenessWeighted: { A: 2 / (1 / 4 + 3 / 4), B: 2 / (1 / 4 + 1 / 2), C: 2 / (1 / 2 + 3 / 4) }
    });
    // There and back are two links where links have a direction.
    expect(good({ ...twice, directed: true })).toMatchObject({ edgeCount: 3, reciprocity: 2 / 3 });
  });

  test('is held together by whom it falls apart without', () => {
    const line = good(path('Library', 'Nursery', 'Health visitors', 'School'));
    expect(line.articulationPoints).toEqual(['Health visitors', 'Nursery']);
    expect(line.bridges).toHaveLength(3);
    const circle = path('A', 'B', 'C', 'D');
    circle.edges.push({ source: 'D', target: 'A' });
    expect(good(circle)).toMatchObject({ articulationPoints: [], bridges: [] });
  });

  test('may have any names, in the order of code points', () => {
    const names = ['__proto__', 'constructor', '10', '9', '\u{1F476}', '\uFF21'];
    const { degree, components } = good(path(...names));
    expect(Object.entries(degree).sort()).toEqual(
      names.map((name, at) => [name, at === 0 || at === 5 ? 1 : 2]).sort()
    );
    expect(components).toEqual([['10', '9', '__proto__', 'constructor', '\uFF21', '\u{1F476}']]);
  });

  test('that is a long chain is measured all the same', () => {
    const chain = good(path(...Array.from({ length: 400 }, (_, at) => `n${at}`)));
    expect(chain).toMatchObject({ diameter: 399, unreachablePairs: 0 });
    expect(chain.articulationPoints).toHaveLength(398);
  });

  test('measures the same in whatever order its nodes and links come', () => {
    const any = fc
      .record({
        directed: fc.boolean(),
        weighted: fc.boolean(),
        links: fc.array(
          fc.record({
            source: fc.nat({ max: 8 }),
            target: fc.nat({ max: 8 }),
            weight: fc.constantFrom(1, 2, 4, 8)
          }),
          { maxLength: 20 }
        )
      })
      .map(({ directed, weighted, links }) => ({
        directed,
        weighted,
        weightedPaths: weighted,
        nodes: Array.from({ length: 9 }, (_, at) => `n${at}`),
        edges: links.map(({ source, target, weight }) => ({
          source: `n${source}`,
          target: `n${target}`,
          weight
        }))
      }));
    fc.assert(
      fc.property(any, (network) => {
        const turned = {
          ...network,
          nodes: network.nodes.toReversed(),
          edges: network.edges.toReversed()
        };
        const { bridges, ...rest } = good(network);
        const { bridges: alike, ...other } = good(turned);
        expect(difference(rest, other)).toBeNull();
        expect(alike).toEqual(bridges);
      }),
      { numRuns: 60 }
    );
  });
});

describe('what is no network', () => {
  const two = ['A', 'B'];
  test.each([
    { given: [], says: /^A network has nodes/ },
    { given: { nodes: ['A'], edges: [{ source: 'A' }] }, says: /Look at edges\.0\.target\.$/ },
    { given: { nodes: ['A', 'A'], edges: [] }, says: /^The node "A" is there twice\.$/ },
    {
      given: { nodes: ['A'], edges: [{ source: 'A', target: 'B' }] },
      says: /^Link 1 names "B", which is not among the nodes\.$/
    },
    {
      given: { weighted: true, nodes: two, edges: [{ source: 'A', target: 'B' }] },
      says: /^Link 1 has no weight/
    },
    ...[0, -1, 5e-324].map((weight) => ({
      given: { weighted: true, nodes: two, edges: [{ source: 'A', target: 'B', weight }] },
      says: /must be greater than zero\.$/
    })),
    { given: { nodes: two, edges: [], partition: { A: 1 } }, says: /says no group for "B"\.$/ }
  ])('is refused with a sentence: $given', ({ given, says }) => {
    expect(measured(given)).toMatch(says);
  });
});
