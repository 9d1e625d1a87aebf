import { describe, expect, test } from 'vitest';
import { decodeFile, importLimits, planImport, readImport } from './import.ts';
import { explainImport, explainRow } from './sentences.ts';
import type { ValueMeasure } from './values.ts';

const measure: ValueMeasure = {
  unit: 'percent',
  decimals: 1,
  frequency: 'financial-quarter',
  breakdowns: [{ id: 'cafe-families', title: 'Café families' }]
};
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readImport(text, measure);
const rowSentences = (text: string) => {
  const answer = read(text);
  return answer.ok || answer.error.kind !== 'bad-rows' ? [] : answer.error.problems.map(explainRow);
};

describe('a file of values', () => {
  test('is read row by row under its headings, whatever their order', () => {
    const answer = read(
      'Value,Time period,Group\r\n70.5,2024/25 Q1,\r\n,,\r\n71,2024/25 Q2,Café families\r\n'
    );
    expect(
      answer.ok &&
        answer.value.map(({ row, period, breakdown, value }) => [row, period, breakdown, value])
    ).toEqual([
      [2, '2024/25 Q1', 'all', 70.5],
      [4, '2024/25 Q2', 'cafe-families', 71]
    ]);
  });

  test('may be separated by semicolons or tabs', () => {
    expect(read('period;numerator;denominator\n2024/25 Q1;41;58')).toMatchObject({ ok: true });
    expect(read('period\tvalue\n2024/25 Q1\t41')).toMatchObject({ ok: true });
  });

  test('in Windows-1252 keeps its accents', () => {
    const text = 'period,group,value\n2024/25 Q1,Caf\u00e9 families,50\n';
    const old = Uint8Array.from([...text], (letter) => letter.charCodeAt(0));
    const decoded = decodeFile(old);
    expect(decoded).toEqual({ ok: true, value: text });
    expect(decoded.ok && read(decoded.value)).toMatchObject({ ok: true });
  });

  test('in UTF-8 with its mark is read too', () => {
    const decoded = decodeFile(bytes('\uFEFFperiod,value\n2024/25 Q1,5\n'));
    expect(decoded.ok && read(decoded.value)).toMatchObject({ ok: true });
  });
});

describe('a file is refused as a whole', () => {
  test('with wrong headings, naming what is missing and what was found', () => {
    const answer = read('when,how many\n2024/25 Q1,5\n');
    expect(!answer.ok && explainImport(answer.error)).toBe(
      'The first row needs a heading “period” and “value”. It has “when”, “how many”.'
    );
  });

  test('with 10,001 rows', () => {
    const rows = Array.from({ length: importLimits.rows + 1 }, () => '2024/25 Q1,5');
    const answer = read(['period,value', ...rows].join('\n'));
    expect(!answer.ok && explainImport(answer.error)).toContain('10,001 rows');
  });

  test('when it is too large, empty, a workbook, or has an open quotation mark', () => {
    const kindOf = (answer: ReturnType<typeof decodeFile> | ReturnType<typeof read>) =>
      answer.ok ? null : answer.error.kind;
    expect(kindOf(decodeFile(new Uint8Array(importLimits.bytes + 1).fill(65)))).toBe(
      'file-too-large'
    );
    expect(kindOf(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4])))).toBe('not-text');
    expect(kindOf(read(''))).toBe('empty-file');
    expect(kindOf(read('period,value\n'))).toBe('empty-file');
    expect(kindOf(read('period,value\n"2024/25 Q1,5\n'))).toBe('unreadable-csv');
    expect(kindOf(read('period,value,year\n1,2,3\n'))).toBe('heading-twice');
  });
});

test('every bad cell is named by its row, and nothing is handed on', () => {
  expect(
    rowSentences(
      [
        'period,group,value,numerator,denominator,status',
        '2024/25 Q1,,=1+1,,,',
        '2024/25 Q9,,5,,,',
        '2024/25 Q2,,,4,-9,',
        '2024/25 Q3,,50,,,',
        '2024/25 Q3,,51,,,'
      ].join('\n')
    )
  ).toEqual([
    'Row 2, value: “=1+1” is a formula. Save the file with values only.',
    'Row 3, period: Write the period like 2024/25 Q3, not “2024/25 Q9”.',
    'Row 4, denominator: The denominator must be above zero, not -9.',
    'Row 6: the same period and group are in row 5 already.'
  ]);
});

test('a number below zero is no formula', () => {
  const scores: ValueMeasure = { ...measure, unit: 'score' };
  expect(readImport('period,value\n2024/25 Q1,-3.5\n', scores)).toMatchObject({ ok: true });
});

test('the same file again changes nothing; a changed figure is a change', () => {
  const first = read('period,value\n2024/25 Q1,50\n2024/25 Q2,51\n');
  const second = read('period,value\n2024/25 Q1,50\n2024/25 Q2,52\n2024/25 Q3,53\n');
  if (!first.ok || !second.ok) throw new Error('unreadable');
  const again = planImport(first.value, first.value);
  expect([again.added.length, again.changed.length, again.unchanged.length]).toEqual([0, 0, 2]);
  const next = planImport(second.value, first.value);
  expect([next.added.length, next.changed.length, next.unchanged.length]).toEqual([1, 1, 1]);
});
