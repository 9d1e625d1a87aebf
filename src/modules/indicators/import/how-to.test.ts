import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '#platform/spreadsheet.server';
import { readMark, splitMarks } from '#core/written-marks';
import { statusOf } from './cells.ts';
import { fileLimits } from './limits.ts';
import { guessMatching, matchingProblems } from './matching.ts';
import type { Known } from './meanings.ts';
import { lookOver } from './overview.ts';
import { readFileValues } from './rows.ts';

const page = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../../../docs/how-to/import-values.md'),
  'utf8'
);
const examples = [...page.matchAll(/```csv\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

const noneElsewhere = { own: { codes: [], laNumber: null }, elsewhere: [] };
const known: Known = {
  indicators: [
    {
      id: 'r',
      title: 'Reviews at two',
      unit: 'percent',
      decimals: 1,
      frequency: 'financial-year',
      breakdowns: [{ id: 'most', title: 'Most deprived fifth', inGap: 'poorer' }],
      version: 1
    }
  ],
  areas: {
    whole: [],
    areas: ['Hope ward', 'Mill ward'].map((name) => ({ id: name, name })),
    ...noneElsewhere
  }
};

/** The values of an example, read as its own headings say. */
function valuesOf(example: string) {
  const read = readText(example, fileLimits);
  const overview = read.ok ? lookOver(read.value.cells, null) : null;
  if (!read.ok || overview === null) throw new Error('an example of the page cannot be read');
  const guess = guessMatching(overview, known, 'r');
  // As the page says: it asks where an empty cell may mean two things.
  const matching = guess.carriesDown === null ? { ...guess, carriesDown: false } : guess;
  expect(matchingProblems(matching)).toEqual([]);
  return [...readFileValues(read.value.cells, overview, matching, known)];
}

/** What the page calls the statuses that marks become. */
const statusOfWords: Readonly<Record<string, string>> = {
  hidden: 'suppressed',
  'low: it rounds to zero': 'low',
  'not available': 'not-available',
  'not collected': 'not-collected',
  'not applicable': 'not-applicable',
  'the figure, provisional': 'provisional',
  'the figure, revised': 'revised',
  'the figure, final': 'final',
  'the figure, with a note': ''
};

describe('the page on importing values', () => {
  test('has three examples', () => {
    expect(examples).toHaveLength(3);
  });

  test('shows one row a value', () => {
    expect(valuesOf(examples[0] ?? '')).toMatchObject([
      { area: '', breakdown: 'all', numerator: 41, denominator: 58, status: 'provisional' },
      { area: 'Hope ward', breakdown: 'most', value: 48.5, note: 'Counted by hand' }
    ]);
  });

  test('shows one column for each period', () => {
    expect(valuesOf(examples[1] ?? '')).toMatchObject([
      { period: '2023/24', value: 51.5 },
      { period: '2024/25', value: null, status: 'suppressed' },
      { period: '2023/24', value: null, status: 'not-available' },
      { period: '2024/25', value: 49.5, status: 'provisional' }
    ]);
  });

  test('shows decimals behind a comma, and a row that is refused', () => {
    const [first, second] = valuesOf(examples[2] ?? '');
    expect(first).toMatchObject({ value: 54.5, problems: null });
    expect(second?.problems).toMatchObject([{ problem: { kind: 'percentage-out-of-range' } }]);
  });

  test('says of every mark what is done with it', () => {
    const rows = [...page.matchAll(/^\| (`.*) \| (.*) \|$/gm)];
    expect(rows.length).toBeGreaterThan(3);
    for (const [, marks = '', becomes = ''] of rows) {
      for (const [, mark = ''] of marks.matchAll(/`([^`]+)`/g)) {
        const isBehind = marks.includes('behind');
        const found = isBehind
          ? splitMarks(/\d/.test(mark) ? mark : `5 ${mark}`).marks
          : [readMark(mark)].filter((one) => one !== null);
        const status = statusOfWords[becomes];
        expect({ mark, count: found.length, status: statusOf(found) }).toEqual({
          mark,
          count: 1,
          status
        });
      }
    }
  });

  test('says how much one file may hold', () => {
    expect(page).toContain(`${fileLimits.bytes / 1_000_000} MB`);
    expect(page).toContain((fileLimits.rows - 1).toLocaleString('en-GB'));
    expect(page).toContain(`${fileLimits.inflatedBytes / 1_000_000} MB`);
  });
});
