import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMark, splitMarks } from './written-marks.ts';
import { plainDigits, type DecimalSign } from './written-numbers.ts';
import { parsePeriod, type PeriodKind } from './written-periods.ts';

/** The tables of the methods page, read from the page itself. */

const page = fs.readFileSync(
  new URL('../../docs/methods/reading-files.md', import.meta.url),
  'utf8'
);

/** The rows below the first table whose headings are these. */
function rowsUnder(...headings: readonly string[]): string[][] {
  const table = page.split(`| ${headings.join(' | ')} |\n`)[1];
  if (table === undefined) throw new Error(`no table of ${headings.join(', ')}`);
  const lines = table.split('\n').slice(1);
  return lines.slice(0, lines.indexOf('')).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  );
}

const kinds: Readonly<Record<string, PeriodKind | null>> = {
  '': null,
  'academic year': 'academic-year',
  'financial year': 'financial-year',
  quarter: 'financial-quarter',
  month: 'month'
};

function periodAsTold(written: string, wanted: PeriodKind | null): string[] {
  const read = parsePeriod(written, wanted);
  if (read.ok) return [read.value.text, read.value.starts, read.value.ends];
  return [read.error.kind.startsWith('ambiguous') ? 'asked' : 'refused', '', ''];
}

describe('docs/methods/reading-files.md', () => {
  test.each(rowsUnder('written', 'wanted', 'read as', 'from', 'until'))(
    'reads the period %s (wanted: %s) as it says',
    (written, wanted, ...told) => {
      const kind = kinds[wanted ?? ''];
      if (kind === undefined) throw new Error(`no kind of period is called ${wanted}`);
      expect(periodAsTold(written ?? '', kind)).toEqual(told);
    }
  );

  test.each(rowsUnder('written', 'decimals behind', 'read as'))(
    'reads the number %s, decimals behind a %s, as it says',
    (written, sign, told) => {
      // The page names the two signs as the type does.
      const digits = plainDigits(written ?? '', { decimal: sign as DecimalSign, percent: true });
      expect(digits === null ? 'refused' : String(Number(digits))).toBe(told);
    }
  );

  test.each(rowsUnder('written', 'read as'))('reads the mark %s as it says', (written, told) => {
    expect(readMark(written ?? '')?.kind).toBe(told);
  });

  test.each(rowsUnder('written', 'figure', 'said of it'))(
    'reads the mark behind %s as it says',
    (written, figure, told) => {
      const { figure: read, marks } = splitMarks(written ?? '');
      expect([read, ...marks.map(({ kind }) => kind)]).toEqual([figure, told]);
    }
  );
});
