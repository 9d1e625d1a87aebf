import { describe, expect, test } from 'vitest';
import { closingLine, slowestFiles, sumOf, tallyOf } from '../support/closing-line.ts';

type Module = Parameters<typeof tallyOf>[0][number];

/** A file of tests as the runner reports it, with just what is counted. */
function fileOf(states: readonly string[], errors = 0): Module {
  const reported = {
    children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
    errors: () => Array.from({ length: errors }, () => ({ message: 'could not be loaded' })),
    state: () => (errors > 0 || states.includes('failed') ? 'failed' : 'passed')
  };
  return reported as unknown as Module; // the runner's own class has far more than is counted
}

describe('the closing line', () => {
  test.each([
    { tally: { passed: 3, failed: 0, skipped: 0 }, line: '3 passed, 0 failed' },
    { tally: { passed: 3, failed: 1, skipped: 2 }, line: '3 passed, 1 failed, 2 skipped' }
  ])('reads "$line"', ({ tally, line }) => {
    expect(closingLine(tally)).toBe(line);
  });

  test('counts every test, a file that could not be loaded, and errors outside tests', () => {
    const files = [fileOf(['passed', 'failed', 'skipped']), fileOf([], 1), fileOf(['passed'])];
    expect(tallyOf(files, 1)).toEqual({ passed: 2, failed: 3, skipped: 1 });
  });

  test('is the sum of several runs', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(sumOf([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

test('the slowest files are named longest first, and no more than were asked for', () => {
  const files = [
    { file: 'a.test.ts', seconds: 1 },
    { file: 'b.test.ts', seconds: 120.25 },
    { file: 'c.test.ts', seconds: 9.04 }
  ];
  expect(slowestFiles(files, 2)).toEqual(['  120.3 s  b.test.ts', '    9.0 s  c.test.ts']);
  expect(files[0]?.file).toBe('a.test.ts');
});
