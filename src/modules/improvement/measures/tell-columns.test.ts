import { describe, expect, test } from 'vitest';
import { parseValues } from './parse-values.ts';
import { tellMeasureColumns } from './tell-columns.ts';

const measure = { valueForm: 'value', title: 'Books read' } as const;
const usesOf = (cells: string[][]) => tellMeasureColumns(cells, measure).columns.map(({ use }) => use); // prettier-ignore
const read = (cells: readonly (readonly string[])[]) =>
  parseValues(cells, 'value', { measureTitle: 'Books read', today: '2026-12-31' });

describe('the columns of values of a measure', () => {
  test('are told by our headings, in any order and below a title, and the rows stay as they are', () => {
    const cells = [['Our log'], ['Note', 'Books read', 'Week beginning'], ['', '4', '2026-01-05']];
    const { columns, under } = tellMeasureColumns(cells, measure);
    expect(columns.map(({ heading, use }) => [heading, use])).toEqual([
      ['Note', 'note'],
      ['Books read', 'value'],
      ['Week beginning', 'date']
    ]);
    expect(under(['note', 'value', 'date'])).toBe(cells);
  });

  test('are guessed where their headings are none of ours, and can be said', () => {
    const cells = [
      ['Date of session', 'Children who borrowed', 'Staff'],
      ['5/1/2026', '4', '2']
    ];
    expect(usesOf(cells)).toEqual(['date', null, null]);
    expect(read(cells)).toMatchObject({ ok: false, error: { kind: 'wrong-headings' } });
    const { under } = tellMeasureColumns(cells, measure);
    expect(read(under(['date', '', '']))).toEqual(read(cells));
    expect(read(under(['date', 'value', '']))).toMatchObject({
      value: [{ measuredOn: '2026-01-05', figure: { value: 4 } }]
    });
  });

  test('can be said otherwise than by our headings', () => {
    const cells = [
      ['Date', 'Total', 'Value'],
      ['5/1/2026', '4', '2']
    ];
    const { under, columns } = tellMeasureColumns(cells, measure);
    const told = columns.map(({ use }) => use);
    expect(read(under(told))).toEqual(read(cells));
    expect(read(under(['date', '', 'value']))).toMatchObject({ value: [{ figure: { value: 2 } }] });
    expect(read(under(['date', 'value', 'value']))).toMatchObject({
      error: { kind: 'heading-twice', heading: 'value' }
    });
  });

  test('without headings are in the usual order, and nothing is to be said of them', () => {
    for (const cells of [[['5/1/2026', '4']], [['Books'], ['5/1/2026', '4']]])
      expect(tellMeasureColumns(cells, measure)).toMatchObject({ columns: [] });
  });
});
