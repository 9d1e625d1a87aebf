import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstDifference, packRepeats, toleranceFor, unpackRepeats } from './agreement.ts';
import { answerCase, answerCases } from './cases.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

const folder = new URL('../../../../tests/fixtures/spc/', import.meta.url);

function readCases(file: string): JsonObject[] {
  // Our own committed files.
  const content = unpackRepeats(JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')) as Json);
  const cases = isJsonObject(content) ? content['cases'] : null;
  return Array.isArray(cases) ? (cases as readonly Json[]).filter(isJsonObject) : [];
}

describe.each([
  { file: 'qicharts2.json', count: 556 },
  { file: 'plot-the-dots.json', count: 167 },
  { file: 'runcharter.json', count: 12 }
])('the reference cases of $file', ({ file, count }) => {
  const cases = readCases(file);

  test('are all there', () => {
    expect(cases).toHaveLength(count);
  });

  test.each(cases.map((each) => ({ id: String(each['id']), title: String(each['title']), each })))(
    '$id: $title',
    ({ each }) => {
      const { input, expected } = each;
      const answer = answerCase(each);
      if (isJsonObject(expected) && typeof expected['error'] === 'string') {
        expect(answer).toEqual({ error: expect.any(String) as string });
        return;
      }
      const tolerance = toleranceFor(isJsonObject(input) ? input['chart'] : undefined);
      expect(firstDifference(answer, expected, tolerance)).toBeNull();
    }
  );
});

/** The fields of the answer that the expected figures have. */
function asFarAs(expected: Json, answer: Json): Json {
  if (Array.isArray(expected) && Array.isArray(answer)) {
    return answer.map((each: Json, i) => asFarAs((expected as readonly Json[])[i] ?? null, each));
  }
  if (!isJsonObject(expected) || !isJsonObject(answer)) return answer;
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, asFarAs(value, answer[key] ?? null)])
  );
}

// Other aggregates of subgroups, sums with missing values, a given centre line of a T chart, denominators of zero.
describe('options that are seldom used', () => {
  const cases = readCases('rare-options.json');

  test('are all there', () => {
    expect(cases).toHaveLength(123);
  });

  test.each(cases.map((each) => ({ id: String(each['id']), each })))(
    '$id is as qicharts2 has it',
    ({ each }) => {
      const expected = each['expected'] ?? null;
      expect(firstDifference(asFarAs(expected, answerCase(each)), expected, 1e-12)).toBeNull();
    }
  );
});

describe('comparing with a reference', () => {
  test('finds a figure in the last places', () => {
    expect(firstDifference({ cl: [1.5, 2.5] }, { cl: [1.5, 2.500001] }, 1e-12)).toBe(
      '.cl[1]: 2.5 instead of 2.500001'
    );
  });

  test('takes whole numbers exactly', () => {
    expect(firstDifference(1_000_000_000_000_001, 1_000_000_000_000_000, 1e-12)).not.toBeNull();
  });

  test('does not take a missing figure for zero', () => {
    expect(firstDifference([0], [null], 1e-12)).toBe('[0]: 0 instead of null');
  });

  test('finds a field too many', () => {
    expect(firstDifference({ a: 1, b: 2 }, { a: 1 }, 1e-12)).toBe('.b: 2 instead of undefined');
  });

  test('packs repeats and unpacks them again', () => {
    const plain = { a: [1, 1, 1, 1, 1, 2], b: [null, null, null, null], c: [{ d: [true] }] };
    const packed = packRepeats(plain);
    expect(packed).toEqual({
      a: [{ '…': [1, 5] }, 2],
      b: [{ '…': [null, 4] }],
      c: [{ d: [true] }]
    });
    expect(unpackRepeats(packed)).toEqual(plain);
  });
});

describe('answering what was given', () => {
  const run = { chart: 'run', x: [1, 2, 3], y: [4, 6, 5] };

  test('takes an input without an engine by its chart', () => {
    expect(answerCase(run)).toMatchObject({ parts: [{ nObs: 3, nUseful: 2 }] });
    expect(answerCase({ chart: 'xmr', x: ['2024-01-01', '2024-02-01'], y: [4, 6] })).toMatchObject({
      variationIcon: 'common_cause'
    });
    expect(
      answerCase({
        chart: 'run-auto-rephase',
        x: ['2024-01-01', '2024-02-01', '2024-03-01'],
        y: [1, 2, 3],
        baselinePoints: 2,
        runLength: 1,
        direction: 'above'
      })
    ).toMatchObject({ medians: [{ type: 'baseline' }, { type: 'sustained' }] });
  });

  test('answers a list and a case file in the same order, with errors in their places', () => {
    const wrong = { chart: 't', x: [1], y: [0] };
    expect(answerCases([wrong, run])).toEqual([
      { error: 'The time between events at 1 is 0. It must be greater than zero.' },
      answerCase(run)
    ]);
    expect(answerCases({ cases: [{ id: 'a', engine: 'qicharts2', input: run }] })).toEqual([
      answerCase(run)
    ]);
  });

  test.each([
    { given: 'text', says: 'A case should be an object.' },
    { given: { chart: 'i', x: [1], y: 'one' }, says: '"y" should be a list.' },
    { given: { chart: 'i', x: [1, 2], y: [1] }, says: '"x", "y", "n" should be of one length.' },
    {
      given: { engine: 'other', input: run },
      says: 'The engine should be qicharts2, NHSRplotthedots or runcharter.'
    },
    { given: { chart: 'pie', x: [1], y: [1] }, says: /^There is no chart called “pie”/ },
    { given: { chart: 'p', x: [1], y: [1] }, says: /^A P chart needs a denominator/ },
    { given: { chart: 'run', xType: 'date', x: ['spring'], y: [1] }, says: /is not a date/ }
  ])('refuses $given with a sentence', ({ given, says }) => {
    expect(answerCase(given)).toEqual({ error: expect.stringMatching(says) as string });
  });
});
