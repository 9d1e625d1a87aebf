import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analysisOf } from './builders.ts';
import {
  bernoulliCusum,
  paretoTable,
  type AnalysedPoint,
  type ChartSpec,
  type CusumSettings
} from './index.ts';

/** The examples of the methods pages, read from the pages themselves. */
interface Example {
  readonly example: string;
  readonly spec?: ChartSpec;
  readonly centre?: number | number[];
  readonly lower?: number | number[];
  readonly upper?: number | number[];
  readonly runs?: object;
  readonly signals?: object[];
  readonly variation?: string;
  readonly outcomes?: number[];
  readonly settings?: CusumSettings;
  readonly up?: number[];
  readonly down?: number[];
  readonly values?: string[];
  readonly categories?: string[];
  readonly cumulativeShare?: number[];
}

const folder = new URL('../../../docs/methods/', import.meta.url);
const pages = ['run-charts.md', 'control-charts.md', 'rare-events.md', 'rule-sets.md'];

function examplesOf(page: string): Example[] {
  const text = fs.readFileSync(new URL(page, folder), 'utf8');
  // Our own pages; a block that does not hold an example fails its test.
  return [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
    ([, json]) => JSON.parse(json ?? '') as Example
  );
}

/** Pages show four decimals. */
const shown = 4;

function expectColumn(
  points: readonly AnalysedPoint[],
  key: 'centre' | 'lower' | 'upper',
  wanted: number | number[]
) {
  points.forEach((point, i) => {
    expect(point[key]).toBeCloseTo(Array.isArray(wanted) ? (wanted[i] ?? NaN) : wanted, shown);
  });
}

describe.each(pages)('docs/methods/%s', (page) => {
  test.each(examplesOf(page).map((example) => ({ name: example.example, example })))(
    'works its example of a $name out rightly',
    ({ example }) => {
      expect.hasAssertions();
      if (example.spec) {
        const analysis = analysisOf(example.spec);
        for (const key of ['centre', 'lower', 'upper'] as const) {
          const wanted = example[key];
          if (wanted !== undefined) expectColumn(analysis.points, key, wanted);
        }
        if (example.runs) expect(analysis.phases[0]?.runs).toEqual(example.runs);
        if (example.signals) {
          expect(analysis.signals).toHaveLength(example.signals.length);
          expect(analysis.signals).toMatchObject(example.signals);
        }
        if (example.variation !== undefined) expect(analysis.variation).toBe(example.variation);
      }
      if (example.outcomes && example.settings) {
        const cusum = bernoulliCusum(example.outcomes, example.settings);
        if (!cusum.ok) throw new Error(cusum.error.kind);
        example.up?.forEach((value, i) => expect(cusum.value.up[i]).toBeCloseTo(value, shown));
        example.down?.forEach((value, i) => expect(cusum.value.down[i]).toBeCloseTo(value, shown));
      }
      if (example.values) {
        const rows = paretoTable(example.values);
        expect(rows.map(({ category }) => category)).toEqual(example.categories);
        expect(rows.map(({ cumulativeShare }) => Number(cumulativeShare.toFixed(shown)))).toEqual(
          example.cumulativeShare
        );
      }
    }
  );
});
