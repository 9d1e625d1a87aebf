import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStages } from './index.ts';

const json = (): { stages: Record<string, unknown>[] } =>
  // Parsed JSON of a file in this repository; its shape is what the reader is asked to prove.
  JSON.parse(readFileSync('content/plans/six-stages/stages.json', 'utf8')) as {
    stages: Record<string, unknown>[];
  };

describe('the six stages', () => {
  const read = readStages(json());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { stages } = read.value;

  // Counted in the toolkit, section by section.
  test('have the goals, reflective questions and stock-takes that the toolkit has', () => {
    expect(stages.map(({ goals }) => goals.length)).toEqual([3, 3, 2, 2, 3, 3]);
    expect(stages.map(({ questions }) => questions.length)).toEqual([14, 17, 6, 12, 7, 6]);
    expect(stages.map(({ stockTake }) => stockTake.length)).toEqual([4, 5, 5, 4, 5, 3]);
  });

  test('name sections of their own part of the toolkit', () => {
    for (const { order, actions, questions } of stages) {
      const sections = [...actions, ...questions].map(({ section }) => section);
      expect(sections.filter((one) => !one.startsWith(`${order}.`))).toEqual([]);
    }
  });

  test('lead only to pages that are there', () => {
    const paths = stages.flatMap(({ actions }) => actions.flatMap(({ path }) => path ?? []));
    expect(paths.length).toBeGreaterThan(20);
    expect(
      paths.filter((path) => !existsSync(`src/routes/p/[partnership]/${path}/+page.svelte`))
    ).toEqual([]);
  });

  test('are refused with one goal alone, out of order, or with an action that names no section', () => {
    const [first, ...others] = json().stages;
    const broken = (change: object) =>
      readStages({ ...json(), stages: [{ ...first, ...change }, ...others] });
    expect(broken({ goals: ['Know the area.'] })).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'stages.0.goals' }]
    });
    expect(broken({ neededBefore: 7 })).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'stages.0.neededBefore' }]
    });
    expect(broken({ order: 2 })).toMatchObject({
      error: [{ kind: 'out-of-order', path: 'stages.0.order' }]
    });
    expect(
      broken({ actions: [{ text: 'Read.', path: null, section: 'one', records: null }] })
    ).toMatchObject({
      error: [{ kind: 'wrong-shape', path: 'stages.0.actions.0.section' }]
    });
  });
});
